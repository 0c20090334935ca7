import type { SystemEvent } from '../../../../shared/domain/kinds/message.ts';
import type { Format } from '../../../i18n/format.ts';
import type { Say } from '../../../i18n/words.ts';

/** What was done to a channel, in the reader's language. */
export function systemWords(
  event: SystemEvent,
  who: string,
  nameOf: (id: string) => string,
  say: Say,
  format: Format,
): string {
  switch (event.type) {
    case 'added':
    case 'removed':
      return say(`conversation.system.${event.type}`, {
        who,
        people: format.list(event.userIds.map(nameOf)),
      });
    case 'topic':
      return event.topic === ''
        ? say('conversation.system.topicCleared', { who })
        : say('conversation.system.topic', { who, topic: event.topic });
    case 'purpose':
      return event.purpose === ''
        ? say('conversation.system.purposeCleared', { who })
        : say('conversation.system.purpose', { who, purpose: event.purpose });
    case 'renamed':
      return say('conversation.system.renamed', { who, name: `#${event.name}` });
    default:
      return say(`conversation.system.${event.type}`, { who });
  }
}
