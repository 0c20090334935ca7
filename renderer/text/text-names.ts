import type { ChannelType } from '../../shared/domain/kinds/channel.ts';
import type { PersonView } from '../../shared/rpc/views.ts';
import type { TextNames } from './text-reader.ts';

/** The names that an answer of the core brings along, as texts are drawn with them. */
export function textNamesOf(answer: {
  people: Record<string, PersonView>;
  channels: Record<string, { name: string; type: ChannelType }>;
}): TextNames {
  return {
    me: '',
    people: Object.fromEntries(
      Object.values(answer.people).map((one) => [one.id, one.displayName]),
    ),
    channels: Object.fromEntries(
      Object.entries(answer.channels).map(([id, { name, type }]) => [
        id,
        { name, private: type === 'private' },
      ]),
    ),
  };
}
