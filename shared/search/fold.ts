const ASCII = /^[\u0000-\u007f]*$/;
const MARKS = /\p{M}/gu;

/**
 * The form in which texts are searched: without case, accents and the differences between written
 * forms of one letter, so that `Café`, `CAFE` and `ｃａｆｅ` are the same. The index, queries and the
 * marking of hits all use it; a change to it needs the index made anew.
 */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

export interface Folded {
  readonly text: string;
  /** The place in the original of the letter that a folded one came from, in UTF-16 units. */
  start(index: number): number;
  /** The place behind the letter that the folded one before `index` came from. */
  end(index: number): number;
}

/** As `fold`, and remembers where each letter came from. */
export function foldWithPlaces(text: string): Folded {
  if (ASCII.test(text)) {
    return { text: text.toLowerCase(), start: (index) => index, end: (index) => index };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const piece = fold(letter);
    const next = at + letter.length;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(at);
      ends.push(next);
    }
    // A mark of its own belongs to the letter before it.
    if (piece === '' && ends.length > 0) ends[ends.length - 1] = next;
    folded += piece;
    at = next;
  }
  return {
    text: folded,
    start: (index) => starts[index] ?? text.length,
    end: (index) => ends[index - 1] ?? 0,
  };
}
