import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './parse.ts';
import type { Inline } from './tree.ts';

/** The marks of one paragraph as a reference implementation of CommonMark sees them. */
const reference = (source: string): string => {
  const tree = fromMarkdown(source, {
    extensions: [{ disable: { null: ['htmlText', 'characterReference', 'labelStartImage'] } }],
  });
  const draw = (node: Nodes): string => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'inlineCode':
        return `{code ${node.value}}`;
      case 'emphasis':
        return `{em ${node.children.map(draw).join('')}}`;
      case 'strong':
        return `{strong ${node.children.map(draw).join('')}}`;
      case 'link':
        return `{link ${node.url} ${node.children.map(draw).join('')}}`;
      default:
        return 'children' in node ? node.children.map(draw).join('') : `{${node.type}}`;
    }
  };
  return draw(tree);
};

const ours = (source: string): string => {
  const draw = (node: Inline): string => {
    switch (node.type) {
      case 'text':
        return node.value;
      case 'code':
        return `{code ${node.value}}`;
      case 'link':
        return `{link ${node.url} ${node.children.map(draw).join('')}}`;
      case 'em':
      case 'strong':
      case 'strike':
        return `{${node.type} ${node.children.map(draw).join('')}}`;
      default:
        return `{${node.type}}`;
    }
  };
  return parseMarkdown(source)
    .map((block) => (block.type === 'paragraph' ? block.children.map(draw).join('') : block.type))
    .join('');
};

/** Begins and ends with a letter, so that no block construct is meant. */
const paragraphOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => `x${parts.join('')}x`);

describe('marks within a paragraph, against a reference implementation of CommonMark', () => {
  // Runs of one length each: of longer ones the reference forgets how long they were at first.
  it.each([
    ['single', ['*', '_'], /\*\*|__/],
    ['double', ['**', '__'], /\*\*\*|___/],
  ])('pairs %s * and _ in the same way', (_name, marks, longer) => {
    fc.assert(
      fc.property(paragraphOf([...marks, 'a', ' ', '.', '(']), (source) => {
        fc.pre(!longer.test(source));
        expect(ours(source)).toBe(reference(source));
      }),
      { numRuns: 1_500 },
    );
  });

  it('finds code and escapes in the same way', () => {
    fc.assert(
      fc.property(paragraphOf(['`', '``', '*', 'a', ' ', '\\', '\\`', '\\*']), (source) => {
        // Of two stars in a row the reference forgets how many they were at first.
        fc.pre(!source.includes('**'));
        expect(ours(source)).toBe(reference(source));
      }),
      { numRuns: 1_500 },
    );
  });

  it('finds links in the same way', () => {
    const pieces = ['[', ']', '](', ')', '](mailto:a)', '*', '`', 'a', ' ', '(', '<', '>', '\\'];
    fc.assert(
      fc.property(paragraphOf(pieces), (source) => {
        // Any other target than an address is text with us.
        const theirs = reference(source);
        fc.pre(!/\{link (?!mailto:a )/.test(theirs));
        expect(ours(source)).toBe(theirs);
      }),
      { numRuns: 1_500 },
    );
  });
});
