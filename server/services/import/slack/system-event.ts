import type { SystemEvent } from '../../../../shared/domain/kinds/message.ts';
import type { SlackMessage } from './schema/message.ts';
import type { SlackPeople } from './people.ts';

/** What happened to a channel, and who did it where that is not the line's author. */
interface Happened {
  readonly event: SystemEvent;
  readonly by?: string;
}

/** Slack's subtypes without what sort of place they are about: `channel_topic`, `group_topic`. */
const SUBTYPE = /^(?:channel|group|mpim)_(join|leave|topic|purpose|name|archive|unarchive)$/;

export const happeningOf = (subtype: string | undefined): string | undefined =>
  SUBTYPE.exec(subtype ?? '')?.[1];

/** The event that a line tells of; undefined where it is none, or does not tell enough. */
export function systemEventOf(
  message: SlackMessage,
  people: SlackPeople,
  plain: (text: string) => string,
): Happened | undefined {
  const { user, inviter, topic, purpose, name } = message;
  switch (happeningOf(message.subtype)) {
    case 'join':
      return inviter !== undefined && user !== undefined && inviter !== user
        ? { event: { type: 'added', userIds: [people.idOf(user)] }, by: inviter }
        : { event: { type: 'joined' } };
    case 'leave':
      return { event: { type: 'left' } };
    case 'topic':
      return topic === undefined ? undefined : { event: { type: 'topic', topic: plain(topic) } };
    case 'purpose':
      return purpose === undefined
        ? undefined
        : { event: { type: 'purpose', purpose: plain(purpose) } };
    case 'name':
      return name === undefined
        ? undefined
        : { event: { type: 'renamed', name: name.slice(0, 80) } };
    case 'archive':
      return { event: { type: 'archived' } };
    case 'unarchive':
      return { event: { type: 'unarchived' } };
    default:
      return undefined;
  }
}
