/** As in shared/domain/mentions.ts: what is code there names nobody here. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;

/** Parts of a text that are code, [start, end) in UTF-16 units, ascending. */
export const codeRanges = (text: string): [number, number][] =>
  text.includes('`')
    ? [...text.matchAll(CODE)].map((match) => [match.index, match.index + match[0].length])
    : [];

export const isInCode = (
  ranges: readonly (readonly [number, number])[],
  start: number,
  end: number,
): boolean => ranges.some(([from, to]) => start < to && end > from);

/** Whether what is typed at the end of this text is within a block of code. */
export const isInOpenFence = (before: string): boolean =>
  (before.match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
