export interface Part {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** Cuts a text at ranges, [start, end) in UTF-16 units, ascending or not; overlaps are joined. */
export function markRanges(text: string, ranges: readonly (readonly [number, number])[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) parts.push({ start, text: text.slice(start, end), marked });
  };
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    add(at, from, false);
    add(from, Math.min(end, text.length), true);
    at = Math.min(end, text.length);
  }
  add(at, text.length, false);
  return parts;
}

/** Where a query's words begin in a name: `sin` in `Intan Sinaga`; else the first place inside. */
export function matchRanges(text: string, query: string): [number, number][] {
  const lower = text.toLocaleLowerCase();
  return query
    .toLocaleLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .flatMap((word): [number, number][] => {
      const atWord = [...lower.matchAll(/[\p{L}\p{N}]+/gu)].find((m) =>
        m[0].startsWith(word),
      )?.index;
      const at = atWord ?? lower.indexOf(word);
      return at < 0 ? [] : [[at, at + word.length]];
    });
}
