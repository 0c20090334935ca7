import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aGif, aPng } from '../testing/pictures.ts';
import { readSmallPicture } from './small-picture.ts';

const base64 = (...parts: (string | number[])[]): string =>
  btoa(
    parts.map((part) => (typeof part === 'string' ? part : String.fromCharCode(...part))).join(''),
  );

describe('a small picture', () => {
  it('is what its bytes say, with its size', () => {
    expect(readSmallPicture(aPng)).toEqual({ type: 'image/png', width: 2, height: 3 });
    expect(readSmallPicture(aGif)).toEqual({ type: 'image/gif', width: 1, height: 1 });
    const size = [0, 0, 0, 0];
    const extended = base64('RIFF', size, 'WEBPVP8X', size, size, [127, 0, 0, 63, 0, 0], size);
    expect(readSmallPicture(extended)).toEqual({ type: 'image/webp', width: 128, height: 64 });
    const lossy = base64('RIFF', size, 'WEBPVP8 ', size, [0, 0, 0, 0x9d, 1, 0x2a, 32, 0, 16, 0]);
    expect(readSmallPicture(lossy)).toEqual({ type: 'image/webp', width: 32, height: 16 });
    // 14 bits each, less one.
    const lossless = base64('RIFF', size, 'WEBPVP8L', size, [0x2f, 0x1f, 0xc0, 0x03, 0, 0, 0]);
    expect(readSmallPicture(lossless)).toEqual({ type: 'image/webp', width: 32, height: 16 });
  });

  it.each([
    ['words', base64('halo')],
    ['a page', base64('<!doctype html><script>')],
    ['a drawing in XML', base64('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a JPEG', base64([0xff, 0xd8, 0xff, 0xe0], 'JFIF')],
    ['a PNG of no size', base64([0x89], 'PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 0, 0])],
    ['nothing', ''],
    ['no base64', `${aPng.slice(0, -1)}!`],
    ['half of a group', aPng.slice(0, 5)],
  ])('is not %s', (_what, bytes) => expect(readSmallPicture(bytes)).toBeNull());

  it('can be anything at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const { width, height } = readSmallPicture(btoa(String.fromCharCode(...bytes))) ?? {
          ...{ width: 1, height: 1 },
        };
        expect(width * height).toBeGreaterThan(0);
      }),
    );
  });
});
