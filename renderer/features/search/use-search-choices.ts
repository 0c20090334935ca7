import { useEffect, useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useCore } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { channelChoices } from '../composer/choices.ts';
import { queryWords } from './query-words.ts';
import { filtersFor, type SearchAsked } from './search-asked.ts';

/** A completion of the word at the caret. */
export interface SearchChoice {
  readonly key: string;
  /** What it puts into the query. */
  readonly words: string;
  readonly name: string;
  readonly note: string;
  readonly person: PersonView | null;
}

const MOST = 6;

/** What could stand at the caret: filters, people, channels, days. */
export function useSearchChoices(asked: SearchAsked | null): SearchChoice[] {
  const t = useWords();
  const core = useCore();
  const { filters: names, marks, states, days } = queryWords(useLanguage());
  const own = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.channels) ?? [];
  const [people, setPeople] = useState<readonly PersonView[]>([]);
  const wantsPeople =
    asked?.filter === 'from' ||
    asked?.filter === 'to' ||
    (asked?.filter === 'in' && asked.value[0] === '@');
  const query = asked?.value.replace(/^@/, '') ?? '';
  useEffect(() => {
    if (!wantsPeople) return undefined;
    let here = true;
    core.people({ query, limit: MOST }).then((found) => {
      if (here) setPeople(found);
    }, reportError);
    return () => {
      here = false;
    };
  }, [core, wantsPeople, query]);
  if (asked === null) return [];
  if (asked.filter === null) {
    return filtersFor(asked.value, names).map((filter) => ({
      key: filter,
      words: `${names[filter]}:`,
      name: `${names[filter]}:`,
      note: t(`search.hint.${filter}`),
      person: null,
    }));
  }
  const key = names[asked.filter];
  if (wantsPeople) {
    const sign = asked.filter === 'in' ? '@' : '';
    return people.map((person) => ({
      key: person.id,
      words: `${key}:${sign}${person.name} `,
      name: person.displayName,
      note: person.title,
      person,
    }));
  }
  switch (asked.filter) {
    case 'in':
      return channelChoices(asked.value.replace(/^#/, ''), own, [])
        .slice(0, MOST)
        .flatMap((choice): SearchChoice[] =>
          choice.of === 'channel'
            ? [
                {
                  key: choice.id,
                  words: `${key}:${choice.name} `,
                  name: `#${choice.name}`,
                  note: '',
                  person: null,
                },
              ]
            : [],
        );
    case 'has':
    case 'is':
      return (asked.filter === 'has' ? marks : states)
        .filter(({ word }) => word.startsWith(asked.value.toLowerCase()))
        .map(({ of, word }) => ({
          key: of,
          words: `${key}:${word} `,
          name: word,
          note: t(`search.mark.${of}`),
          person: null,
        }));
    default:
      return days
        .filter((day) => day.startsWith(asked.value.toLowerCase()))
        .map((day) => {
          const words = day.includes(' ') ? `"${day}"` : day;
          return { key: day, words: `${key}:${words} `, name: day, note: '', person: null };
        });
  }
}
