import { describe, expect, it } from 'vitest';
import type { SwitcherResult } from '../../../shared/rpc/search-views.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { sayerFor } from '../../i18n/say.ts';
import { commands } from './commands.ts';
import { hitSections } from './hits.ts';
import { officeHours } from '../../../shared/domain/hours.ts';
import { snippetOf } from './snippet.ts';

const say = sayerFor('en');
const person = (id: string): PersonView => ({
  id,
  name: id,
  displayName: id,
  role: 'member',
  bot: false,
  title: '',
  department: '',
  location: '',
  timeZone: '',
  status: null,
  disabled: false,
  presence: 'offline',
  hours: officeHours,
  ownHours: false,
  manager: null,
  pronouns: '',
  skills: [],
  birthday: null,
  quietUntil: null,
  absence: null,
  off: null,
});
const result = (more: Partial<SwitcherResult>): SwitcherResult => ({
  places: [],
  people: [],
  messages: [],
  channels: {},
  directory: {},
  ...more,
});

describe('the switcher', () => {
  it('lists somebody once, as the conversation that there is with them', () => {
    const place = {
      id: 'c1',
      type: 'dm',
      title: 'Intan',
      people: ['intan'],
      member: true,
      archived: false,
      unread: 0,
    } as const;
    const [goTo] = hitSections(
      result({
        places: [{ ...place, people: [...place.people] }],
        people: [person('intan'), person('sari')],
      }),
      'in',
      say,
    );
    expect(goTo?.hits.map((hit) => hit.id)).toEqual(['c1', 'sari']);
  });

  it('lists what one can do before messages that say the same', () => {
    const hit = { message: { id: 'm1' } } as SwitcherResult['messages'][number];
    const sections = hitSections(result({ messages: [hit] }), 'new mess', say);
    expect(sections.map((section) => section.name)).toEqual(['do', 'messages']);
  });

  it('offers what one can do by any beginning of its words', () => {
    const done = (query: string) =>
      hitSections(result({}), query, say)
        .filter((section) => section.name === 'do')
        .flatMap((section) => section.hits.map((hit) => hit.id));
    expect(done('new ch')).toEqual(['new-channel']);
    expect(done('dark')).toEqual(['theme-dark']);
    expect(done('zzz')).toEqual([]);
  });

  it('offers to pause what rings to whoever has not, and to end it to whoever has', () => {
    const offered = (paused: boolean) =>
      hitSections(result({}), 'pause', say, paused).flatMap(({ hits }) => hits.map(({ id }) => id));
    expect(offered(false)).toEqual(['pause']);
    expect(offered(true)).toEqual(['end-pause']);
  });

  it('shows no heading without hits', () => {
    expect(hitSections(result({}), 'zzz', say)).toEqual([]);
  });

  it('has each command once', () => {
    const ids = commands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a snippet', () => {
  it('has the first match in sight', () => {
    const long = `${'kata '.repeat(40)}sinar laut`;
    const snippet = snippetOf(long, 'sinar');
    expect(snippet.startsWith('… ')).toBe(true);
    expect(snippet.indexOf('sinar')).toBeLessThan(40);
  });

  it('is the whole text where the match comes early', () => {
    expect(snippetOf('invoice PT Sinar Laut', 'sin')).toBe('invoice PT Sinar Laut');
  });
});
