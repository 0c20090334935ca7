import type { SearchResult } from '../../shared/rpc/search-views.ts';
import type { FixtureOffice } from './fixture-office.ts';

/** What was said with all of these words in it, newest first. */
export function searchIn(office: FixtureOffice, query: string): SearchResult {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => !word.includes(':'));
  const first = words[0] ?? '';
  const hits = office.channels
    .flatMap((channel) => channel.messages)
    .filter((one) => words.every((word) => one.text.toLowerCase().includes(word)))
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, 40)
    .map((one) => {
      const at = one.text.toLowerCase().indexOf(first);
      return {
        message: one,
        ranges: [[at, at + first.length]] as [number, number][],
        here: true,
      };
    });
  const known = office.channels.map(({ view }) => [
    view.id,
    { name: view.name, type: view.type, title: titleOf(office, view.people, view.name) },
  ]);
  return {
    hits,
    next: null,
    problems: query.includes('from:nobody') ? [{ word: 'nobody', code: 'unknown_person' }] : [],
    people: Object.fromEntries(office.people.map((one) => [one.id, one])),
    channels: Object.fromEntries(known),
  };
}

/** A channel's name, or that of its people. */
export function titleOf(office: FixtureOffice, people: readonly string[], name: string): string {
  const nameOf = (id: string): string =>
    office.people.find((one) => one.id === id)?.displayName ?? '';
  return name === '' ? people.map((id) => nameOf(id)).join(', ') : name;
}
