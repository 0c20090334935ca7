import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import type { MessageView } from '../../../shared/rpc/views.ts';

const CHANNEL_REFERENCE = /<#([0-9a-f-]{36})>/g;

/** Whoever and whatever must have a name so that these messages can be drawn. */
export function namedIn(messages: readonly MessageView[]): {
  people: Set<string>;
  channels: Set<string>;
} {
  const people = new Set<string>();
  const channels = new Set<string>();
  for (const message of messages) {
    people.add(message.authorId);
    const { forwarded } = message;
    if (forwarded !== null) {
      people.add(forwarded.authorId);
      // What a place is called is for those who are in it.
      if (forwarded.mine) channels.add(forwarded.channelId);
    }
    for (const text of [message.text, forwarded?.text ?? '']) {
      if (!text.includes('<')) continue;
      for (const id of mentionedUsers(text)) people.add(id);
      for (const match of text.matchAll(CHANNEL_REFERENCE)) channels.add(match[1]!);
    }
    for (const { userIds } of message.reactions) for (const id of userIds) people.add(id);
    for (const { userIds } of message.poll?.options ?? []) {
      for (const id of userIds) people.add(id);
    }
    for (const id of message.thread?.participants ?? []) people.add(id);
    for (const id of [message.task?.assigneeId, message.task?.doneBy]) {
      if (id != null) people.add(id);
    }
    for (const { doneBy } of message.checklist?.items ?? []) {
      if (doneBy !== null) people.add(doneBy);
    }
    if (message.pinned !== null) people.add(message.pinned.by);
    if (message.system !== null && 'userIds' in message.system) {
      for (const id of message.system.userIds) people.add(id);
    }
  }
  return { people, channels };
}
