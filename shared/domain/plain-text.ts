import { parseMarkdown } from './markdown/parse.ts';
import type { Block, Inline } from './markdown/tree.ts';

/** How what a message names is said. `undefined`: not known here. */
export interface Names {
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
  group(id: string): string | undefined;
  /** Instead of a person, a channel or a group that is not known: "someone", in the reader's language. */
  readonly someone: string;
}

const ofInline = (node: Inline, names: Names): string => {
  switch (node.type) {
    case 'text':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'person':
      return `@${names.person(node.id) ?? names.someone}`;
    case 'channel':
      return `#${names.channel(node.id) ?? names.someone}`;
    case 'group':
      return `@${names.group(node.id) ?? names.someone}`;
    case 'everybody':
      return `@${node.who}`;
    default:
      return node.children.map((child) => ofInline(child, names)).join('');
  }
};

const ofBlock = (block: Block, names: Names): string => {
  switch (block.type) {
    case 'paragraph':
      return block.children.map((child) => ofInline(child, names)).join('');
    case 'code':
      return block.value;
    case 'quote':
      return ofBlocks(block.children, names);
    default:
      return block.items.map((item) => ofBlocks(item, names)).join(' ');
  }
};

const ofBlocks = (blocks: readonly Block[], names: Names): string =>
  blocks.map((block) => ofBlock(block, names)).join(' ');

/**
 * A message on one line, without its marks: for notifications and summaries. At most `limit`
 * UTF-16 units and an ellipsis.
 */
export function plainText(source: string, names: Names, limit = 200): string {
  const line = ofBlocks(parseMarkdown(source), names).replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  // Not between the halves of a surrogate pair.
  const end = /[\uD800-\uDBFF]/.test(line[limit - 1] ?? '') ? limit - 1 : limit;
  return `${line.slice(0, end).trimEnd()}…`;
}
