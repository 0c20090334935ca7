import { describe, expect, it } from 'vitest';
import { overlayBitmap, OVERLAY_SIZE, overlayText } from './overlay-icon.ts';

const pixel = (pixels: Uint8Array, x: number, y: number): number[] => [
  ...pixels.subarray((y * OVERLAY_SIZE + x) * 4, (y * OVERLAY_SIZE + x) * 4 + 4),
];

describe('the number over the taskbar button', () => {
  it('says 1 to 9, then 9+', () => {
    expect([1, 9, 10, 4_000].map(overlayText)).toEqual(['1', '9', '9+', '9+']);
  });

  it('is a disc: clear in the corners, red at the edge, white where the figure is', () => {
    const pixels = overlayBitmap(1);
    expect(pixels).toHaveLength(OVERLAY_SIZE * OVERLAY_SIZE * 4);
    expect(pixel(pixels, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(pixel(pixels, 16, 2)).toEqual([0x2f, 0x36, 0xc9, 255]);
    expect(pixel(pixels, 16, 16)).toEqual([255, 255, 255, 255]);
  });

  it('has its colours multiplied by alpha', () => {
    const pixels = overlayBitmap(3);
    for (let at = 0; at < pixels.length; at += 4) {
      const [b = 0, g = 0, r = 0, a = 0] = pixels.subarray(at, at + 4);
      expect(Math.max(b, g, r)).toBeLessThanOrEqual(a);
    }
  });

  it('differs from number to number', () => {
    const seen = new Set(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) =>
        Buffer.from(overlayBitmap(count)).toString('hex'),
      ),
    );
    expect(seen.size).toBe(10);
  });
});
