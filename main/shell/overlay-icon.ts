/** Edge of the picture, in pixels: twice the 16 that Windows shows at 100 %. */
export const OVERLAY_SIZE = 32;

/** Digits and `+`, five rows of three points each. */
const GLYPHS: Readonly<Record<string, string>> = {
  '1': '010 110 010 010 111',
  '2': '111 001 111 100 111',
  '3': '111 001 011 001 111',
  '4': '101 101 111 001 001',
  '5': '111 100 111 001 111',
  '6': '111 100 111 101 111',
  '7': '111 001 010 010 010',
  '8': '111 101 111 101 111',
  '9': '111 101 111 001 111',
  '+': '000 010 111 010 000',
};

const RED = [0x2f, 0x36, 0xc9] as const; // BGR of #c9362f
const WHITE = [0xff, 0xff, 0xff] as const;

/** What is written for a count: `1` to `9`, then `9+`. */
export const overlayText = (count: number): string => (count > 9 ? '9+' : String(count));

/** Whether the text covers a pixel. Its points are squares, in the middle of the picture. */
function inText(text: string, x: number, y: number): boolean {
  const point = text.length === 1 ? 4 : 3;
  const width = (text.length * 4 - 1) * point;
  const column = Math.floor((x - (OVERLAY_SIZE - width) / 2) / point);
  const row = Math.floor((y - (OVERLAY_SIZE - 5 * point) / 2) / point);
  if (column < 0 || row < 0 || row > 4 || column >= text.length * 4 - 1) return false;
  const glyph = GLYPHS[text[Math.floor(column / 4)] ?? ''];
  return glyph?.split(' ')[row]?.[column % 4] === '1';
}

/** How much of a pixel the disc covers, 0 to 1. */
function disc(x: number, y: number): number {
  const middle = OVERLAY_SIZE / 2;
  const distance = Math.hypot(x + 0.5 - middle, y + 0.5 - middle);
  return Math.max(0, Math.min(1, middle - distance));
}

/**
 * The red disc with a number that Windows lays over the taskbar button. Pixels in BGRA, with
 * colours multiplied by alpha, as `nativeImage.createFromBitmap` takes them.
 */
export function overlayBitmap(count: number): Uint8Array {
  const text = overlayText(count);
  const pixels = new Uint8Array(OVERLAY_SIZE * OVERLAY_SIZE * 4);
  for (let y = 0; y < OVERLAY_SIZE; y++) {
    for (let x = 0; x < OVERLAY_SIZE; x++) {
      const alpha = disc(x, y);
      const colour = inText(text, x, y) ? WHITE : RED;
      const at = (y * OVERLAY_SIZE + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        pixels[at + channel] = Math.round((colour[channel] ?? 0) * alpha);
      }
      pixels[at + 3] = Math.round(255 * alpha);
    }
  }
  return pixels;
}
