import type { UserId } from './ids.ts';

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const USER = new RegExp(`<@(${ID})>`, 'g');
const EVERYBODY = /<!(channel|here)>/;
/** Code is quoted text: a mention inside it names nobody. */
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;

/** At most so many people are told of one message; beyond it a group or `<!channel>` is meant. */
export const MAX_MENTIONS = 50;

/** The people named in a message's text, each once, in the order of their first mention. */
export function mentionedUsers(text: string): UserId[] {
  const found = new Set<UserId>();
  for (const match of text.replace(CODE, ' ').matchAll(USER)) {
    found.add(match[1] as UserId);
    if (found.size === MAX_MENTIONS) break;
  }
  return [...found];
}

/** Whether a message calls everybody in its channel. */
export const mentionsEverybody = (text: string): boolean => EVERYBODY.test(text.replace(CODE, ' '));
