import { describe, expect, it } from 'vitest';
import { orgScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { userRow } from '../../../shared/testing/rows.ts';
import { applyRows } from '../sync/apply.ts';
import { testCache } from '../testing/cache.ts';
import { TestViews } from '../testing/views.ts';

const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);

function office(now: number) {
  const opened = testCache();
  const { cache, clock, topics } = opened;
  clock.set(now);
  const told: string[] = [];
  topics.subscribe((changed) => told.push(...changed));
  const views = new TestViews(cache, clock);
  const know = (...rows: ReturnType<typeof userRow>[]) => {
    cache.transaction(() => applyRows(cache, orgScope, rows));
    clock.advance(100);
    told.splice(0);
  };
  return { cache, clock, told, know, view: (id: string) => views.people.view(id) };
}

describe('whether somebody is off', () => {
  it('is told with their view, and the topics say when it changes', () => {
    const { clock, told, know, view } = office(jakarta('2026-08-18', '16:00'));
    know(userRow(people.budi, 1));
    expect(view(people.budi)).toMatchObject({ off: null, ownHours: false });
    clock.advance(59 * 60_000);
    expect(told).toEqual([]);
    clock.advance(60_000);
    expect(told).toEqual(['people', 'sidebar']);
    const until = jakarta('2026-08-19', '08:00');
    expect(view(people.budi)?.off).toEqual({ reason: 'hours', until });
    clock.set(until);
    expect(view(people.budi)?.off).toBeNull();
  });

  it('follows their row and the company’s', () => {
    const { cache, clock, know, view } = office(jakarta('2026-08-18', '10:00'));
    know(userRow(people.budi, 1));
    expect(view(people.budi)?.off).toBeNull();
    const quietUntil = clock.now() + 3_600_000;
    know(userRow(people.budi, 2, { quietUntil }));
    expect(view(people.budi)).toMatchObject({
      ...{ quietUntil, off: { reason: 'quiet', until: quietUntil } },
    });
    know(userRow(people.budi, 3));
    const holidays = [{ date: '2026-08-18', name: 'Libur' }];
    cache.transaction(() =>
      applyRows(cache, orgScope, [
        { kind: 'workspace', id: 'workspace', version: 4, name: 'N', createdAt: 0, holidays },
      ]),
    );
    clock.advance(100);
    expect(view(people.budi)?.off?.reason).toBe('holiday');
  });

  it('names who stands in, and forgets an absence that is over', () => {
    const { clock, know, view } = office(jakarta('2026-08-18', '10:00'));
    const absence = {
      ...{ from: clock.now(), until: clock.now() + 1_000, note: '' },
      substituteId: people.citra,
    };
    know(userRow(people.budi, 1, { absence }), userRow(people.citra, 2, { displayName: 'Citra' }));
    expect(view(people.budi)).toMatchObject({
      ...{ off: { reason: 'absent' }, absence: { ...absence, substituteName: 'Citra' } },
    });
    clock.advance(1_000);
    expect(view(people.budi)).toMatchObject({ off: null, absence: null });
  });

  it('is said of nobody who has left', () => {
    const { know, view } = office(jakarta('2026-08-18', '22:00'));
    know(userRow(people.budi, 1, { disabledAt: 1 }));
    expect(view(people.budi)?.off).toBeNull();
  });
});
