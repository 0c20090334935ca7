import { describe, expect, it } from 'vitest';
import { orgScope } from '../../../shared/domain/scope.ts';
import { anId } from '../../../shared/testing/office.ts';
import { userRow } from '../../../shared/testing/rows.ts';
import { testCache } from '../testing/cache.ts';
import { TestViews } from '../testing/views.ts';
import { matchRank } from './people.ts';

describe('matchRank', () => {
  it.each([
    ['Ayu Kartika', 'ayu', 0],
    ['Ayu Kartika', 'kart', 1],
    ['Ayu Kartika', 'tika', 2],
    ['Ayu Kartika', 'budi', Infinity],
    ['Ayu Kartika', '', 0],
    ['Ayu Kartika', '  ', 0],
    ['Ayu Kartika', ' AYU ', 0],
    ['Ayu Kartika', 'kar ay', 1],
    ['Ayu Kartika', 'kar bu', Infinity],
    ['', 'a', Infinity],
    ['Élodie Çelik', 'elodie celik', 0],
    ['elodie', 'Élo', 0],
    ['gudang-surabaya', 'sura', 1],
    ['tim_ops', 'ops', 1],
    // A word of it begins so, though an earlier place only holds it.
    ['banana-ana', 'ana', 1],
    ['Citra Ayuningtyas', 'ayuning', 1],
    ['مكتب جاكرتا', 'جاك', 1],
  ])('%s for %s: %d', (text, query, rank) => {
    expect(matchRank(text, query)).toBe(rank);
  });
});

function directory(...names: string[]) {
  const { cache, clock, topics } = testCache();
  names.forEach((displayName, n) => {
    cache.rows.apply(
      orgScope,
      userRow(anId(n + 1), n + 1, {
        displayName,
        name: displayName.toLowerCase().replace(' ', '.'),
      }),
    );
  });
  const views = new TestViews(cache, clock);
  const found = (query: string, limit = 10): string[] =>
    views.people.find(query, limit).map(({ displayName }) => displayName);
  return { cache, clock, topics, views, found };
}

describe('find', () => {
  it('puts the best matches first, then goes by name', () => {
    const { found } = directory('Budi Ayuga', 'Rahayu', 'Ayu Zahra', 'Ayu Kartika', 'Citra');
    expect(found('ayu')).toEqual(['Ayu Kartika', 'Ayu Zahra', 'Budi Ayuga', 'Rahayu']);
    expect(found('ayu', 2)).toEqual(['Ayu Kartika', 'Ayu Zahra']);
    expect(found('')).toHaveLength(5);
  });

  it('finds by sign-in name, title and department too, after names', () => {
    const { cache, found } = directory('Budi', 'Ayu');
    cache.rows.apply(orgScope, userRow(anId(9), 9, { displayName: 'Citra', title: 'Budidaya' }));
    expect(found('budi')).toEqual(['Budi', 'Citra']);
    expect(found('user-9')).toEqual(['Citra']);
  });

  it('finds by what somebody can do, after all else', () => {
    const { cache, found } = directory('Excelsior Budi', 'Ayu');
    const row = userRow(anId(9), 9, { displayName: 'Citra' });
    cache.rows.apply(orgScope, { ...row, skills: ['pajak', 'Excel lanjutan'] });
    expect(found('excel')).toEqual(['Excelsior Budi', 'Citra']);
  });

  it('leaves out who has left, but for administrators', () => {
    const { cache, clock, found, views } = directory('Ayu');
    cache.rows.apply(orgScope, userRow(anId(1), 5, { displayName: 'Ayu', disabledAt: 1 }));
    clock.advance(100);
    expect(found('ayu')).toEqual([]);
    expect(views.people.find('ayu', 5, true)).toMatchObject([{ disabled: true }]);
  });

  it('knows of a change as soon as it has been told', () => {
    const { cache, clock, topics, found } = directory('Ayu');
    expect(found('ayu')).toEqual(['Ayu']);
    cache.rows.apply(orgScope, userRow(anId(1), 5, { displayName: 'Ayu Lestari' }));
    topics.changed('people');
    clock.advance(100);
    expect(found('ayu')).toEqual(['Ayu Lestari']);
  });
});

describe('close', () => {
  it('listens no more', () => {
    const { cache, clock, topics, views, found } = directory('Ayu');
    expect(found('ayu')).toEqual(['Ayu']);
    views.people.close();
    cache.rows.apply(orgScope, userRow(anId(1), 5, { displayName: 'Ayu Lestari' }));
    topics.changed('people');
    clock.advance(100);
    expect(found('ayu')).toEqual(['Ayu']);
  });
});

describe('a person', () => {
  it('who is not here is wished for', () => {
    const { views } = directory('Ayu');
    expect(views.people.view(anId(1))?.displayName).toBe('Ayu');
    expect(views.wanted).toEqual([]);
    expect(views.people.view(anId(7))).toBeNull();
    expect(views.wanted).toEqual([anId(7)]);
    expect(Object.keys(views.people.views([anId(1), anId(1), anId(8)]))).toEqual([anId(1)]);
    expect(views.wanted).toEqual([anId(7), anId(8)]);
  });

  it('shows a status until it is over', () => {
    const { cache, clock, views } = directory();
    const until = clock.now() + 60_000;
    const status = { emoji: '🏖️', text: 'Cuti', until };
    cache.rows.apply(orgScope, userRow(anId(1), 1, { status }));
    expect(views.people.view(anId(1))?.status).toEqual(status);
    clock.advance(60_000);
    expect(views.people.view(anId(1))?.status).toBeNull();
  });

  it('is present as the relay last said', () => {
    const { views } = directory('Ayu');
    expect(views.people.view(anId(1))?.presence).toBe('offline');
    views.presences.set(anId(1), 'away');
    expect(views.people.view(anId(1))?.presence).toBe('away');
  });
});
