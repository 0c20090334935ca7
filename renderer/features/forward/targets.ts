import type { SwitcherResult } from '../../../shared/rpc/search-views.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';

type Place = SwitcherResult['places'][number];

/** Where a message can be handed on to: a place, or somebody with whom there is no conversation yet. */
export type Target =
  | { readonly type: 'place'; readonly id: string; readonly place: Place }
  | { readonly type: 'person'; readonly id: string; readonly person: PersonView };

const MOST = 6;

/** Places that the reader may write in, then people; somebody who has a conversation comes once. */
export function targetsOf({ places, people }: SwitcherResult, me: string | undefined): Target[] {
  const writable = places.filter(({ member, archived }) => member && !archived);
  const talkedTo = new Set(
    writable.filter(({ type }) => type === 'dm').flatMap((place) => place.people),
  );
  const others = people.filter(({ id, disabled }) => !talkedTo.has(id) && !disabled && id !== me);
  return [
    ...writable.map((place): Target => ({ type: 'place', id: place.id, place })),
    ...others.map((person): Target => ({ type: 'person', id: person.id, person })),
  ].slice(0, MOST);
}
