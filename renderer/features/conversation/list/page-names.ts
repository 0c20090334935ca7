import type { MessagePage, PersonView } from '../../../../shared/rpc/views.ts';
import type { TextNames } from '../../../text/text-reader.ts';
import type { Author } from '../message/author.ts';

/** What rows need of a page's people and channels: without presence and status, which change all day. */
export interface PageNames {
  readonly names: TextNames;
  readonly authors: Readonly<Record<string, Author>>;
}

const author = ({ id, displayName, title, bot, off }: PersonView): Author => ({
  id,
  name: displayName,
  title,
  bot,
  off: off !== null,
});

export function pageNames(
  people: MessagePage['people'],
  channels: MessagePage['channels'],
  me: string,
): PageNames {
  const all = Object.values(people);
  return {
    names: {
      me,
      people: Object.fromEntries(all.map((person) => [person.id, person.displayName])),
      channels: Object.fromEntries(
        Object.entries(channels).map(([id, { name, type }]) => [
          id,
          { name, private: type === 'private' },
        ]),
      ),
    },
    authors: Object.fromEntries(all.map((person) => [person.id, author(person)])),
  };
}
