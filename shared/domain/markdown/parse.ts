import { parseBlocks } from './blocks.ts';
import type { Line } from './inlines.ts';
import type { Block } from './tree.ts';

/**
 * Reads a message's markdown. Any text is some message: it never fails, and takes time in
 * proportion to the text's length.
 */
export function parseMarkdown(source: string): Block[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, at });
    at += line.length + 1;
  }
  return parseBlocks(lines);
}
