import { isInCode } from './code-ranges.ts';

export type TextStyle = 'mention' | 'code' | 'bold' | 'italic' | 'strike';

/** A part of the text, [start, end) in UTF-16 units, and what is shown of it while it is typed. */
export interface StyledPart {
  readonly start: number;
  readonly end: number;
  readonly styles: readonly TextStyle[];
}

/** As shared/markdown reads them, within one line: the marks touch what they are around. */
const BOLD = /\*\*(?=[^\s*])[^\n]*?[^\s*]\*\*|\*\*[^\s*]\*\*/g;
/** Neither half of a bold mark, nor the joint of a word. */
const ITALIC =
  /(?<![\\*])\*(?=[^\s*])(?:[^\n*]*[^\s*])\*(?!\*)|(?<![\\_\p{L}\p{N}])_(?=[^\s_])(?:[^\n_]*[^\s_])_(?![_\p{L}\p{N}])/gu;
const STRIKE = /~~(?=[^\s~])[^\n]*?[^\s~]~~|~~[^\s~]~~/g;

interface Range {
  readonly start: number;
  readonly end: number;
  readonly style: TextStyle;
}

/** The whole text in parts, in order: where a style begins or ends, a part does. */
export function styledParts(
  text: string,
  mentions: readonly { readonly start: number; readonly end: number }[],
  code: readonly (readonly [number, number])[],
): StyledPart[] {
  const marked = (pattern: RegExp, style: TextStyle): Range[] =>
    [...text.matchAll(pattern)]
      .map((match) => ({ start: match.index, end: match.index + match[0].length, style }))
      // A mark that stands in code is not one.
      .filter(
        ({ start, end }) => !isInCode(code, start, start + 1) && !isInCode(code, end - 1, end),
      );
  const ranges: Range[] = [
    ...mentions.map(({ start, end }) => ({ start, end, style: 'mention' as const })),
    ...code.map(([start, end]) => ({ start, end, style: 'code' as const })),
    ...marked(BOLD, 'bold'),
    ...marked(ITALIC, 'italic'),
    ...marked(STRIKE, 'strike'),
  ];
  const ends = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...ends].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const over = ranges.filter((range) => range.start <= start && range.end >= end);
    return { start, end, styles: over.map(({ style }) => style) };
  });
}
