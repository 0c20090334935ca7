import type { GroupId, UserId } from './ids.ts';
import { parseMarkdown } from './markdown/parse.ts';
import type { Block, Inline } from './markdown/tree.ts';

/** At most so many people are told of one message; beyond it a group or `<!channel>` is meant. */
export const MAX_MENTIONS = 50;
/** A message calls at most so many groups. */
export const MAX_GROUPS_CALLED = 20;

/**
 * What a text names is what is drawn as a name: code is quoted text, and a sign with a backslash
 * before it stands for itself.
 */
function* named(nodes: readonly (Block | Inline)[]): Generator<Inline> {
  for (const node of nodes) {
    if (node.type === 'person' || node.type === 'group') yield node;
    else if (node.type === 'everybody') yield node;
    else if (node.type === 'list') for (const item of node.items) yield* named(item);
    else if ('children' in node) yield* named(node.children);
  }
}

/** The people named in a message's text, each once, in the order of their first mention. */
export function mentionedUsers(text: string): UserId[] {
  // Most messages name nobody, and need not be read.
  if (!text.includes('<@')) return [];
  const found = new Set<UserId>();
  for (const node of named(parseMarkdown(text))) {
    if (node.type === 'person') found.add(node.id as UserId);
    if (found.size === MAX_MENTIONS) break;
  }
  return [...found];
}

/** Whether a message calls everybody in its channel. */
export function mentionsEverybody(text: string): boolean {
  if (!text.includes('<!')) return false;
  for (const node of named(parseMarkdown(text))) if (node.type === 'everybody') return true;
  return false;
}

/** The groups named in a message's text, each once: they concern their people who are in its channel. */
export function mentionedGroups(text: string): GroupId[] {
  if (!text.includes('<!group:')) return [];
  const found = new Set<GroupId>();
  for (const node of named(parseMarkdown(text))) {
    if (node.type === 'group') found.add(node.id as GroupId);
    if (found.size === MAX_GROUPS_CALLED) break;
  }
  return [...found];
}
