import type { CommandName } from '../../../shared/commands/registry.ts';

export type OutboxIcon =
  | 'message'
  | 'forward'
  | 'edit'
  | 'delete'
  | 'reaction'
  | 'channel'
  | 'people'
  | 'leave'
  | 'pin'
  | 'poll'
  | 'task'
  | 'saved'
  | 'profile'
  | 'later'
  | 'setting';

const ICONS: Readonly<Record<CommandName, OutboxIcon>> = {
  'message.send': 'message',
  'message.forward': 'forward',
  'message.edit': 'edit',
  'message.delete': 'delete',
  'reaction.add': 'reaction',
  'reaction.remove': 'reaction',
  'scheduled.add': 'later',
  'scheduled.set': 'later',
  'scheduled.remove': 'delete',
  'scheduled.send': 'message',
  'channel.create': 'channel',
  'channel.update': 'channel',
  'channel.archive': 'channel',
  'channel.join': 'channel',
  'channel.leave': 'leave',
  'channel.invite': 'people',
  'channel.remove': 'people',
  'conversation.open': 'people',
  'pin.add': 'pin',
  'pin.remove': 'pin',
  'preview.remove': 'delete',
  'poll.vote': 'poll',
  'poll.close': 'poll',
  'checklist.tick': 'task',
  'checklist.set': 'task',
  'task.add': 'task',
  'task.set': 'task',
  'task.remove': 'delete',
  'saved.set': 'saved',
  'reminder.claim': 'saved',
  'reminder.told': 'saved',
  'profile.set': 'profile',
  'membership.set': 'setting',
  'marker.set': 'setting',
  'draft.set': 'setting',
  'seen.set': 'setting',
  'activity.see': 'setting',
  'emoji.add': 'reaction',
  'emoji.remove': 'delete',
  'section.set': 'setting',
  'section.remove': 'setting',
  'group.set': 'people',
  'group.remove': 'people',
  'follow.set': 'setting',
  'follow.read': 'setting',
  'workspace.set': 'setting',
};

/** The picture for a command; one of a newer core has that of a setting. */
export const outboxIcon = (name: string): OutboxIcon => ICONS[name as CommandName] ?? 'setting';
