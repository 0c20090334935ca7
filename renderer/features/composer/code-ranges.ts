export const isInCode = (
  ranges: readonly (readonly [number, number])[],
  start: number,
  end: number,
): boolean => ranges.some(([from, to]) => start < to && end > from);

/** Whether what is typed at the end of this text is within a block of code. */
export const isInOpenFence = (before: string): boolean =>
  (before.match(/^ {0,3}```/gm)?.length ?? 0) % 2 === 1;
