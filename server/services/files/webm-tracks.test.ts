import { expect, it } from 'vitest';
import { isSoundAlone } from './webm-tracks.ts';

const element = (id: number[], ...content: Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([...id, 0x40 | (body.length >> 8), body.length & 0xff]), body]);
};
const track = (type: number): Buffer =>
  element([0xae], element([0xd7], Buffer.from([1])), element([0x83], Buffer.from([type])));
const tracks = (...types: number[]): Buffer =>
  element([0x16, 0x54, 0xae, 0x6b], ...types.map(track));
const head = element([0x1a, 0x45, 0xdf, 0xa3], Buffer.from('webm'));
/** As a recorder writes it: a segment without an end. */
const file = (...parts: Uint8Array[]): Buffer =>
  Buffer.concat([
    ...[head, Buffer.from([0x18, 0x53, 0x80, 0x67, 0x01]), Buffer.alloc(7, 0xff)],
    ...[element([0x15, 0x49, 0xa9, 0x66], Buffer.alloc(20)), ...parts],
  ]);

it('a recording of a voice is a sound alone, and one with a picture is not', () => {
  expect(isSoundAlone(file(tracks(2)))).toBe(true);
  expect(isSoundAlone(file(tracks(2, 1)))).toBe(false);
  expect(isSoundAlone(file(tracks(1)))).toBe(false);
  expect(isSoundAlone(Buffer.concat([head, element([0x18, 0x53, 0x80, 0x67], tracks(2))]))).toBe(
    true,
  );
});

it('what does not say what its tracks are is taken for a film', () => {
  expect(isSoundAlone(file())).toBe(false);
  expect(isSoundAlone(Buffer.alloc(0))).toBe(false);
  expect(isSoundAlone(Buffer.alloc(500))).toBe(false);
  expect(isSoundAlone(Buffer.alloc(500, 0xff))).toBe(false);
  const whole = file(tracks(2));
  for (let end = 0; end < whole.length; end++) isSoundAlone(whole.subarray(0, end));
});
