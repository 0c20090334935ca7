/** Types of small pictures that are kept in a row of their own. */
export const smallPictureTypes = ['image/png', 'image/gif', 'image/webp'] as const;
export type SmallPictureType = (typeof smallPictureTypes)[number];

export interface SmallPicture {
  type: SmallPictureType;
  /** Pixels. */
  width: number;
  height: number;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const WHOLE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Base64 letters that hold what is read of a picture: its head. */
const HEAD = 64;

function headOf(base64: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at + 4 <= Math.min(HEAD, base64.length); at += 4) {
    const letters = [...base64.slice(at, at + 4)].map((letter) => ALPHABET.indexOf(letter));
    const [a = 0, b = 0, c = -1, d = -1] = letters;
    bytes.push((a << 2) | (b >> 4));
    if (c >= 0) bytes.push(((b & 15) << 4) | (c >> 2));
    if (d >= 0) bytes.push(((c & 3) << 6) | d);
  }
  return bytes;
}

/**
 * What a picture is by its own bytes, given in base64; null for anything but a PNG, a GIF or a
 * WebP. Formats: PNG (third edition, 5.2 and 11.2.1), GIF89a, and WebP's container (RFC 9649).
 */
export function readSmallPicture(base64: string): SmallPicture | null {
  if (!WHOLE.test(base64)) return null;
  const bytes = headOf(base64);
  const at = (index: number): number => bytes[index] ?? 0;
  const says = (start: number, words: string): boolean =>
    [...words].every((letter, i) => at(start + i) === letter.charCodeAt(0));
  const little = (start: number): number => at(start) | (at(start + 1) << 8);
  const found = (type: SmallPictureType, width: number, height: number): SmallPicture | null =>
    width > 0 && height > 0 ? { type, width, height } : null;
  if (says(0, '\u0089PNG\r\n\u001a\n') && says(12, 'IHDR')) {
    const big = (start: number): number =>
      ((at(start) << 24) | (at(start + 1) << 16) | (at(start + 2) << 8) | at(start + 3)) >>> 0;
    return found('image/png', big(16), big(20));
  }
  if (says(0, 'GIF87a') || says(0, 'GIF89a')) return found('image/gif', little(6), little(8));
  if (!says(0, 'RIFF') || !says(8, 'WEBP')) return null;
  const three = (start: number): number => little(start) | (at(start + 2) << 16);
  if (says(12, 'VP8X')) return found('image/webp', three(24) + 1, three(27) + 1);
  if (says(12, 'VP8 ')) return found('image/webp', little(26) & 0x3fff, little(28) & 0x3fff);
  if (!says(12, 'VP8L') || at(20) !== 0x2f) return null;
  const bits = little(21) | (little(23) << 16);
  return found('image/webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}
