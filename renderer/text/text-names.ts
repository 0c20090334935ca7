import type { ChannelType } from '../../shared/domain/kinds/channel.ts';
import type { PersonView } from '../../shared/rpc/views.ts';
import type { TextNames } from './text-reader.ts';

export interface NamedAnswer {
  readonly people: Readonly<Record<string, PersonView>>;
  readonly channels: Readonly<Record<string, { name: string; type: ChannelType }>>;
}

/** The names that an answer of the core brings along, as texts are drawn with them. */
export function textNamesOf(answer: NamedAnswer, me: string): TextNames {
  return {
    me,
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
