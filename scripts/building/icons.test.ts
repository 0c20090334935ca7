import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icns, icnsSizes, ico, icoSizes, type Png } from './icon-files.ts';

const picture = (size: number): Png => ({ size, data: Uint8Array.from([0x89, size % 251, 1, 2]) });

describe('icon files', () => {
  it('.ico: each entry leads to its picture', () => {
    const file = Buffer.from(ico(icoSizes.map(picture)));
    expect(file.readUInt16LE(2)).toBe(1);
    expect(file.readUInt16LE(4)).toBe(icoSizes.length);
    icoSizes.forEach((size, index) => {
      const entry = 6 + 16 * index;
      expect(file.readUInt8(entry)).toBe(size === 256 ? 0 : size);
      const at = file.readUInt32LE(entry + 12);
      expect(file.subarray(at, at + file.readUInt32LE(entry + 8))).toEqual(
        Buffer.from(picture(size).data),
      );
    });
  });

  it('.icns: blocks that add up to the whole', () => {
    const file = Buffer.from(icns(icnsSizes.map(picture)));
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const kinds: string[] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      kinds.push(file.toString('latin1', at, at + 4));
    }
    expect(kinds).toEqual([
      ...['icp4', 'icp5', 'ic11', 'ic12', 'ic07'],
      ...['ic08', 'ic13', 'ic09', 'ic14', 'ic10'],
    ]);
  });

  it.each(['icon.svg', 'tray.svg'])('%s is drawn of simple shapes, and fetches nothing', (name) => {
    const svg = readFileSync(join(import.meta.dirname, '..', '..', 'build', name), 'utf8');
    expect(svg).not.toMatch(/<(image|script|use|foreignObject|style)|href=/);
  });
});
