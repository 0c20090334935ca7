import type { GroupView, PersonView, SidebarChannel } from '../../../shared/rpc/views.ts';
import type { SlashCommand } from '../slash/command.ts';
import type { Emoji } from '../emoji/emoji-index.ts';

/** What may be chosen for what was asked at the caret. */
export type Choice =
  | {
      readonly of: 'person';
      readonly key: string;
      readonly person: PersonView;
      readonly here: boolean;
    }
  | { readonly of: 'everybody'; readonly key: string; readonly who: 'channel' | 'here' }
  | { readonly of: 'group'; readonly key: string; readonly group: GroupView }
  | {
      readonly of: 'channel';
      readonly key: string;
      readonly id: string;
      readonly name: string;
      readonly private: boolean;
      readonly topic: string;
    }
  | { readonly of: 'emoji'; readonly key: string; readonly emoji: Emoji }
  | { readonly of: 'command'; readonly key: string; readonly command: SlashCommand };

export const MOST_CHOICES = 8;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase();

const isNamed = ({ displayName, name }: PersonView, query: string): boolean => {
  const names = plain(`${displayName} ${name}`);
  return plain(query)
    .split(' ')
    .every((word) => names.includes(word));
};

/**
 * People of the channel before others; groups, `@channel` and `@here` where their name is begun.
 * What somebody does is no name of theirs, though the directory finds them by it.
 */
export function peopleChoices(
  query: string,
  members: readonly PersonView[],
  others: readonly PersonView[],
  everybody: boolean,
  groups: readonly GroupView[] = [],
): Choice[] {
  const inside = new Set(members.map((one) => one.id));
  const people = [...members, ...others.filter((one) => !inside.has(one.id))]
    .filter((one) => !one.disabled && isNamed(one, query))
    .map((person): Choice => ({
      of: 'person',
      key: person.id,
      person,
      here: inside.has(person.id),
    }));
  const all = (['channel', 'here'] as const)
    .filter((who) => everybody && who.startsWith(plain(query)))
    .map((who): Choice => ({ of: 'everybody', key: who, who }));
  // Whoever types nothing yet looks for a person.
  if (query === '') return [...people.slice(0, MOST_CHOICES - all.length), ...all];
  const called = groups
    .filter(({ name }) => everybody && plain(name).startsWith(plain(query)))
    .map((group): Choice => ({ of: 'group', key: group.id, group }));
  return [...all, ...called, ...people].slice(0, MOST_CHOICES);
}

type Listed = Pick<SidebarChannel, 'id' | 'type' | 'title' | 'archived'>;
interface Browsed {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly topic: string;
  readonly archived: boolean;
}

/** Own channels before others, and a name that begins so before one that only has it inside. */
export function channelChoices(
  query: string,
  own: readonly Listed[],
  others: readonly Browsed[],
): Choice[] {
  const wanted = plain(query);
  const topics = new Map(others.map((one) => [one.id, one.topic]));
  const mine = own
    .filter((one) => one.type === 'public' || one.type === 'private')
    .map(({ id, type, title, archived }) => ({ id, type, name: title, archived }));
  const known = new Set(mine.map((one) => one.id));
  return [...mine, ...others.filter((one) => !known.has(one.id))]
    .filter((one) => !one.archived && plain(one.name).includes(wanted))
    .sort(
      (a, b) => Number(plain(b.name).startsWith(wanted)) - Number(plain(a.name).startsWith(wanted)),
    )
    .slice(0, MOST_CHOICES)
    .map(({ id, type, name }): Choice => ({
      of: 'channel',
      key: id,
      id,
      name,
      private: type === 'private',
      topic: topics.get(id) ?? '',
    }));
}
