import type { Inline } from './tree.ts';

/** Marks within marks beyond this depth are dropped; their words stay. */
const MAX_DEPTH = 12;

/** All that is not a container, in order. Without recursion: the input may be very deep. */
function leaves(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  const stack = nodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) result.push(node);
    else for (const child of node.children.toReversed()) stack.push(child);
  }
  return result;
}

/** Joins texts that are also neighbours in the source, and bounds the depth. */
export function tidy(nodes: readonly Inline[], depth = 0): Inline[] {
  const result: Inline[] = [];
  for (const node of depth === MAX_DEPTH ? leaves(nodes) : nodes) {
    const last = result.at(-1);
    if ('children' in node) result.push({ ...node, children: tidy(node.children, depth + 1) });
    else if (node.type === 'text' && last?.type === 'text' && endOf(last) === node.at) {
      result[result.length - 1] = { ...last, value: last.value + node.value };
    } else result.push(node);
  }
  return result;
}

const endOf = (text: { value: string; at: number }): number => text.at + text.value.length;
