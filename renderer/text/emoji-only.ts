import type { Block } from '../../shared/domain/markdown/tree.ts';

/** More than so many are a picture of their own and stay small. */
const MOST = 12;
const EMOJI = /\p{RGI_Emoji}/gv;
/** Most messages have some: without them the expression above, 20 ms to compile, is not needed. */
const LETTERS = /[A-Za-z]/;

/** Whether a message is a few emoji and nothing else. */
export function isEmojiOnly(blocks: readonly Block[]): boolean {
  const [block] = blocks;
  if (blocks.length !== 1 || block?.type !== 'paragraph') return false;
  let text = '';
  for (const node of block.children) {
    if (node.type === 'text') text += node.value;
    else if (node.type !== 'break') return false;
  }
  if (text.length > MOST * 16 || LETTERS.test(text)) return false;
  let count = 0;
  const rest = text.replace(EMOJI, () => {
    count += 1;
    return '';
  });
  return count > 0 && count <= MOST && rest.trim() === '';
}
