import { parseBlocks } from './blocks.ts';
import type { Line } from './inlines.ts';
import type { Block, Ranges } from './tree.ts';

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, at });
    at += line.length + 1;
  }
  return lines;
}

/**
 * Reads a message's markdown. Any text is some message: it never fails, and takes time in
 * proportion to the text's length.
 */
export const parseMarkdown = (source: string): Block[] => parseBlocks(linesOf(source), []);

/** What of a source is code, with its marks: a mention in it names nobody. */
export function codeRanges(source: string): Ranges {
  const ranges: Ranges = [];
  if (/`|~~~/.test(source)) parseBlocks(linesOf(source), ranges);
  return ranges;
}
