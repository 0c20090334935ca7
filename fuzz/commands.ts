import type { ArgsOf, CommandName } from '../shared/commands/registry.ts';
import { tidyFileName } from '../shared/domain/file-name.ts';
import type { GroupId, OpId } from '../shared/domain/ids.ts';
import { userScope } from '../shared/domain/scope.ts';
import { uuidOf } from '../shared/domain/uuid.ts';
import { aGif, aPng } from '../shared/testing/pictures.ts';
import type { Hands } from './hands.ts';

/** How one kind of command is drawn: how often, and with what. Undefined: not now. */
export interface Generator<N extends CommandName> {
  readonly weight: number;
  readonly make: (hands: Hands) => ArgsOf<N> | undefined;
}

const EMOJI = ['👍', '🎉', '👀', 'balai-party'] as const;

const reaction = (hands: Hands) => {
  const channelId = hands.channel();
  const messageId = hands.message(channelId);
  return messageId && { channelId, messageId, emoji: hands.random.pick(EMOJI) };
};

/** The same for the same text: two messages with it contend for one file. */
const fileCalled = (text: string) => {
  const id = `01990000-0000-7000-8000-${uuidOf('file', text).slice(-12)}` as OpId;
  const believed = { mediaType: 'image/png', size: text.length };
  return { type: 'file' as const, id, name: tidyFileName(text), ...believed };
};

const pollCalled = (text: string) => ({
  ...{ options: ['ya', 'tidak', text], several: false, closesAt: null },
  anonymous: text.charCodeAt(1) % 2 === 0,
});

const pin = (hands: Hands) => {
  const channelId = hands.channel();
  const messageId = hands.message(channelId);
  return messageId && { channelId, messageId };
};

/**
 * Every command has a line here; the type fails the build where one has not. Arguments fit the
 * schema, but need not be allowed or make sense: refusals are part of the game.
 */
export const generators: { readonly [N in CommandName]: Generator<N> } = {
  'message.send': {
    weight: 40,
    make(hands) {
      const channelId = hands.channel();
      const rootId = hands.random.chance(0.25) ? (hands.message(channelId) ?? null) : null;
      const broadcast = rootId !== null && hands.random.chance(0.3);
      const text = hands.text();
      const urgent = text.length % 10 === 0 ? { urgent: 'Atap bocor' } : {};
      const attachments = text.length % 7 === 0 ? [fileCalled(text)] : [];
      const poll = text.length % 9 === 0 ? { poll: pollCalled(text) } : {};
      const checklist = text.length % 8 === 0 ? { checklist: ['satu', text] } : {};
      const more = { ...urgent, ...poll, ...checklist };
      return { channelId, rootId, broadcast, text, attachments, ...more };
    },
  },
  'message.edit': {
    weight: 10,
    make(hands) {
      const channelId = hands.channel();
      const messageId = hands.ownMessage(channelId);
      if (messageId === undefined) return undefined;
      const base = hands.baseOf(channelId, messageId);
      return { channelId, messageId, base, text: hands.text() };
    },
  },
  'message.forward': {
    weight: 4,
    make(hands) {
      const source = hands.channel();
      const messageId = hands.message(source);
      if (messageId === undefined) return undefined;
      const text = hands.random.chance(0.5) ? '' : hands.text();
      const from = { channelId: source, messageId };
      return { channelId: hands.channel(), from, text, files: [] };
    },
  },
  'message.delete': {
    weight: 4,
    make(hands) {
      const channelId = hands.channel();
      const messageId = hands.ownMessage(channelId);
      return messageId && { channelId, messageId };
    },
  },
  'pin.add': { weight: 3, make: pin },
  'pin.remove': { weight: 2, make: pin },
  'preview.remove': {
    weight: 2,
    make(hands) {
      const channelId = hands.channel();
      const messageId = hands.linkedMessage(channelId);
      return messageId && { channelId, messageId, place: 0 };
    },
  },
  'poll.vote': {
    weight: 6,
    make(hands) {
      const poll = hands.poll(false);
      return poll && { ...poll, choices: hands.random.chance(0.2) ? [] : [hands.random.int(3)] };
    },
  },
  'poll.close': { weight: 2, make: (hands) => hands.poll(true) },
  'task.add': {
    weight: 5,
    make(hands) {
      const channelId = hands.channel();
      const messageId = hands.random.chance(0.5) ? (hands.message(channelId) ?? null) : null;
      const assigneeId = hands.random.chance(0.7) ? hands.person() : null;
      return { channelId, messageId, title: hands.text(), assigneeId, dueAt: hands.soon() };
    },
  },
  'task.set': {
    weight: 5,
    make(hands) {
      const task = hands.task();
      if (task === undefined) return undefined;
      const assigneeId = hands.random.chance(0.2) ? null : hands.person();
      return hands.random.chance(0.5)
        ? { ...task, done: hands.random.chance(0.7) }
        : { ...task, assigneeId };
    },
  },
  'task.remove': { weight: 2, make: (hands) => hands.task() },
  'checklist.tick': {
    weight: 5,
    make(hands) {
      const item = hands.item();
      return item && { ...item, done: hands.random.chance(0.7) };
    },
  },
  'checklist.set': {
    weight: 3,
    make(hands) {
      const item = hands.item();
      if (item === undefined) return undefined;
      return hands.random.chance(0.6)
        ? { ...item, itemId: null, text: hands.text() }
        : { ...item, text: hands.random.chance(0.3) ? null : hands.text() };
    },
  },
  'saved.set': {
    weight: 4,
    make(hands) {
      const channelId = hands.channel();
      const messageId = hands.message(channelId);
      const state = hands.random.pick(['open', 'open', 'done', 'removed'] as const);
      const remindAt = state === 'open' && hands.random.chance(0.7) ? hands.soon() : null;
      return messageId && { channelId, messageId, state, remindAt };
    },
  },
  'reminder.claim': {
    weight: 2,
    make(hands) {
      const reminder = hands.reminder();
      if (reminder === undefined) return undefined;
      const { claimed, ...named } = reminder;
      return { ...named, after: hands.random.chance(0.8) ? claimed : null };
    },
  },
  'reminder.told': {
    weight: 1,
    make(hands) {
      const reminder = hands.reminder();
      if (reminder === undefined) return undefined;
      const { claimed: _claimed, ...named } = reminder;
      return named;
    },
  },
  'reaction.add': { weight: 9, make: reaction },
  'reaction.remove': { weight: 4, make: reaction },
  'marker.set': {
    weight: 9,
    make(hands) {
      const channelId = hands.channel();
      const { workspace } = hands;
      const scope = userScope(workspace.cache.userId);
      const before = workspace.cache.overlay.get(scope, 'marker', channelId);
      const at = workspace.messages.placeUpTo(channelId, hands.position(channelId));
      if (at === undefined) return undefined;
      // "Mark as unread" begins a new epoch (S9).
      const epoch = (before?.epoch ?? 0) + (hands.random.chance(0.2) ? 1 : 0);
      return { channelId, epoch, ...at };
    },
  },
  'scheduled.add': {
    weight: 8,
    make(hands) {
      const channelId = hands.channel();
      const what = { rootId: null, broadcast: false, text: hands.text(), attachments: [] };
      return { channelId, ...what, at: hands.soon(), why: 'chosen' };
    },
  },
  'scheduled.set': {
    weight: 4,
    make(hands) {
      const named = hands.scheduled();
      if (named === undefined) return undefined;
      return hands.random.chance(0.5)
        ? { ...named, at: hands.soon() }
        : { ...named, text: hands.text() };
    },
  },
  'scheduled.remove': { weight: 3, make: (hands) => hands.scheduled() },
  'scheduled.send': { weight: 3, make: (hands) => hands.scheduled() },
  'draft.set': {
    weight: 6,
    make(hands) {
      const channelId = hands.channel();
      const rootId = hands.random.chance(0.3) ? (hands.message(channelId) ?? null) : null;
      return { channelId, rootId, text: hands.random.chance(0.2) ? '' : hands.text() };
    },
  },
  'seen.set': {
    weight: 1,
    make(hands) {
      const channelId = hands.channel();
      return { channelId, position: hands.position(channelId), members: 2 };
    },
  },
  'activity.see': { weight: 1, make: (hands) => ({ at: hands.random.int(1_000_000) }) },
  'follow.set': {
    weight: 3,
    make(hands) {
      const channelId = hands.channel();
      const rootId = hands.message(channelId);
      return rootId && { channelId, rootId, on: hands.random.chance(0.6), read: 0 };
    },
  },
  'follow.read': {
    weight: 3,
    make(hands) {
      const channelId = hands.channel();
      const rootId = hands.message(channelId);
      return rootId && { rootId, position: hands.position(channelId) };
    },
  },
  'membership.set': {
    weight: 4,
    make: (hands) => ({
      channelId: hands.channel(),
      starred: hands.random.chance(0.5),
      muted: hands.random.chance(0.3),
      notify: hands.random.pick(['all', 'mentions', 'nothing'] as const),
      sectionId: hands.section(),
    }),
  },
  'profile.set': {
    weight: 3,
    make: (hands) => ({ title: hands.text().slice(0, 120), status: null }),
  },
  'workspace.set': {
    weight: 1,
    // Channels of few and of many: the relay counts.
    make: (hands) => ({ policy: { seenBy: hands.random.chance(0.5), seenMembers: 3 } }),
  },
  'emoji.add': {
    weight: 2,
    make: (hands) => ({ name: hands.channelName(), picture: hands.random.pick([aPng, aGif]) }),
  },
  'emoji.remove': {
    weight: 2,
    make(hands) {
      const emojiId = hands.emoji();
      return emojiId && { emojiId };
    },
  },
  'section.set': {
    weight: 2,
    make: (hands) => ({
      ...{ sectionId: hands.section(), name: hands.channelName() },
      ...{ place: hands.random.int(9), collapsed: hands.random.chance(0.5) },
    }),
  },
  'section.remove': { weight: 2, make: (hands) => ({ sectionId: hands.section() }) },
  'group.set': {
    weight: 6,
    make: (hands) =>
      hands.tries()
        ? {
            ...{ groupId: hands.group(), name: hands.channelName(), about: '' },
            userIds: [hands.person(), hands.person()],
          }
        : undefined,
  },
  'group.remove': {
    weight: 8,
    make: (hands) =>
      hands.tries() ? { groupId: hands.knownGroup() as string as GroupId } : undefined,
  },
  'channel.create': {
    weight: 2,
    make: (hands) => ({
      name: hands.channelName(),
      type: hands.random.pick(['public', 'private'] as const),
      topic: '',
      userIds: [hands.person(), hands.person()],
    }),
  },
  'channel.update': {
    weight: 3,
    make: (hands) => ({
      channelId: hands.channel(),
      ...(hands.random.chance(0.4) ? { name: hands.channelName() } : {}),
      topic: hands.text().slice(0, 250),
    }),
  },
  'channel.archive': {
    weight: 2,
    make: (hands) => ({ channelId: hands.channel(), archived: hands.random.chance(0.3) }),
  },
  'channel.join': { weight: 3, make: (hands) => ({ channelId: hands.anyChannel() }) },
  'channel.leave': { weight: 2, make: (hands) => ({ channelId: hands.channel() }) },
  'channel.invite': {
    weight: 4,
    make: (hands) => ({ channelId: hands.channel(), userIds: [hands.person()] }),
  },
  'channel.remove': {
    weight: 3,
    make: (hands) => ({ channelId: hands.channel(), userId: hands.person() }),
  },
  'conversation.open': {
    weight: 3,
    make: (hands) => ({
      userIds: hands.random.chance(0.7) ? [hands.person()] : [hands.person(), hands.person()],
    }),
  },
};
