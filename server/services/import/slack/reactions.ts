import type { SlackMessage } from './schema/message.ts';
import type { SlackPeople } from './people.ts';
import type { Tally } from './tally.ts';
import { emojiName } from '../../../../shared/domain/kinds/reaction.ts';
import { emojiOf } from './text/emoji.ts';

export interface ImportedReaction {
  userId: string;
  emoji: string;
}

/** Who reacted with what, each once. Counts those that the export only has a number of. */
export function reactionsOf(
  message: SlackMessage,
  people: SlackPeople,
  tally: Tally,
  where: string,
): ImportedReaction[] {
  const found = new Map<string, ImportedReaction>();
  for (const { name, users = [], count = 0 } of message.reactions ?? []) {
    tally.read('reactions', Math.max(users.length, count));
    tally.skip('reactions', 'the export does not tell who', where, count - users.length);
    const emoji = emojiOf(name) ?? name;
    if (!emojiName.safeParse(emoji).success) {
      tally.skip('reactions', 'an emoji without a proper name', where, users.length);
      continue;
    }
    for (const user of users) {
      const userId = people.idOf(user);
      const key = `${userId} ${emoji}`;
      if (found.has(key)) tally.skip('reactions', 'the same person twice', where);
      else found.set(key, { userId, emoji });
    }
  }
  return [...found.values()];
}

/** Reactions to something that is not imported, or that was deleted. */
export function skipReactions(
  message: SlackMessage,
  tally: Tally,
  reason: string,
  where: string,
): ImportedReaction[] {
  for (const { users = [], count = 0 } of message.reactions ?? []) {
    const number = Math.max(users.length, count);
    tally.read('reactions', number);
    tally.skip('reactions', reason, where, number);
  }
  return [];
}
