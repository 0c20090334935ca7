import type { SearchHit, SwitcherResult } from '../../../shared/rpc/search-views.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import type { Say } from '../../i18n/words.ts';
import { matchRanges } from '../../ui/mark-ranges.ts';
import { commands, type Command } from './commands.ts';

export type Hit =
  | {
      readonly type: 'place';
      readonly id: string;
      readonly place: SwitcherResult['places'][number];
    }
  | { readonly type: 'person'; readonly id: string; readonly person: PersonView }
  | { readonly type: 'message'; readonly id: string; readonly hit: SearchHit }
  | { readonly type: 'command'; readonly id: string; readonly command: Command };

export interface HitSection {
  readonly name: 'recent' | 'goTo' | 'do' | 'messages';
  readonly hits: readonly Hit[];
}

/** So many places are offered before anything is typed; the list shall fit without scrolling. */
const RECENT = 6;

/** Commands whose every word that was typed begins one of theirs. */
function matchingCommands(query: string, paused: boolean, say: Say): Command[] {
  const words = query.trim().split(/\s+/u);
  return commands.filter((command) => {
    if (command.paused !== undefined && command.paused !== paused) return false;
    const label = say(command.words);
    return words.every((word) => matchRanges(label, word).length > 0);
  });
}

/** What the switcher lists, in its order; a person with whom there is a conversation comes once. */
export function hitSections(
  result: SwitcherResult,
  query: string,
  say: Say,
  paused = false,
): HitSection[] {
  const empty = query.trim() === '';
  const places = result.places
    .slice(0, empty ? RECENT : undefined)
    .map((place): Hit => ({ type: 'place', id: place.id, place }));
  const talkedTo = new Set(
    result.places.filter((place) => place.type === 'dm').flatMap((place) => place.people),
  );
  const people = result.people
    .filter((person) => !talkedTo.has(person.id))
    .map((person): Hit => ({ type: 'person', id: person.id, person }));
  const messages = result.messages.map((hit): Hit => ({
    type: 'message',
    id: hit.message.id,
    hit,
  }));
  const doable = empty ? commands.slice(0, 3) : matchingCommands(query, paused, say);
  const sections: HitSection[] = [
    { name: empty ? 'recent' : 'goTo', hits: [...places, ...people] },
    {
      name: 'do',
      hits: doable.map((command): Hit => ({ type: 'command', id: command.id, command })),
    },
    // Last: any word is in some message, and what has that name is what was meant.
    { name: 'messages', hits: messages },
  ];
  return sections.filter((section) => section.hits.length > 0);
}
