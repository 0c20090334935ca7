import { MAX_PREVIEWS } from './kinds/preview.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { Block, Inline } from './markdown/tree.ts';
import { readMessageLink } from './message-link.ts';

const MAX_URL = 2_048;

/**
 * The first few pages that a message links to, each once: `https` alone, and not inside of code. A
 * link to a message of a Balai is no page: whoever may read it sees it where it was said.
 */
export function pagesOf(text: string): string[] {
  if (!text.includes('https://')) return [];
  const found = new Set<string>();
  for (const url of ofBlocks(parseMarkdown(text))) {
    const isPage = url.startsWith('https://') && url.length <= MAX_URL;
    if (isPage && readMessageLink(url) === null) found.add(url);
    if (found.size === MAX_PREVIEWS) break;
  }
  return [...found];
}

function* ofBlocks(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield* ofInlines(block.children);
    else if (block.type === 'quote') yield* ofBlocks(block.children);
    else if (block.type === 'list') for (const item of block.items) yield* ofBlocks(item);
  }
}

function* ofInlines(nodes: readonly Inline[]): Generator<string> {
  for (const node of nodes) {
    if (node.type === 'link') yield node.url;
    if ('children' in node) yield* ofInlines(node.children);
  }
}
