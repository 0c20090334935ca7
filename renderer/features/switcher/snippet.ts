import { matchRanges } from '../../ui/mark-ranges.ts';

/** So many UTF-16 units stand before the first match, where the text begins earlier. */
const BEFORE = 24;
/** Up to here the first match is seen without cutting. */
const SEEN = 48;

/** A line with the first match in sight: what comes long before it is cut, at a word. */
export function snippetOf(text: string, query: string): string {
  const first =
    matchRanges(text, query)
      .map(([start]) => start)
      .sort((a, b) => a - b)[0] ?? 0;
  if (first <= SEEN) return text;
  const space = text.indexOf(' ', first - BEFORE);
  const start = space < 0 || space > first ? first - BEFORE : space + 1;
  return `… ${text.slice(start)}`;
}
