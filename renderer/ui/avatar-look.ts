const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Latin letters, which most names begin with, are one unit each: no need to look closer. */
const SIMPLE = /^[A-Za-z\u00C0-\u024F](?![\u0300-\u036F])/;
const firstLetter = (word: string): string =>
  SIMPLE.exec(word)?.[0] ?? [...graphemes.segment(word)][0]?.segment ?? '';

/** The letters of a person without a picture: of the first and the last name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = firstLetter(words[0] ?? '') || '?';
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** Hues of oklch, in degrees, that tell apart at the lightness that white letters need. */
const HUES = [20, 48, 72, 135, 160, 185, 210, 235, 262, 288, 312, 340] as const;

/** A hue that stays with an id, on every screen and computer (FNV-1a). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  // FNV's low bits are the weaker ones.
  return HUES[((hash ^ (hash >>> 15)) >>> 0) % HUES.length] ?? HUES[0];
}
