/** So many UTF-16 units stand before the first match, where the text begins earlier. */
const BEFORE = 60;
/** Up to here the first match is seen without cutting. */
const SEEN = 140;
/** More than fits into the lines that are shown. */
const LONGEST = 600;

export interface Snippet {
  readonly text: string;
  readonly ranges: [number, number][];
}

/** The part of a message around its first match: cut at a word, with the ranges moved along. */
export function snippetAround(
  text: string,
  ranges: readonly (readonly [number, number])[],
): Snippet {
  const first = ranges[0]?.[0] ?? 0;
  let start = 0;
  if (first > SEEN) {
    const space = text.indexOf(' ', first - BEFORE);
    start = space < 0 || space >= first ? first - BEFORE : space + 1;
  }
  const end = Math.min(text.length, start + LONGEST);
  const lead = start > 0 ? '… ' : '';
  const by = lead.length - start;
  return {
    text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    ranges: ranges
      .filter(([, to]) => to <= end)
      .map(([from, to]): [number, number] => [from + by, to + by]),
  };
}
