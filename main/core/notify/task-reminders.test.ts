import { describe, expect, it } from 'vitest';
import { userScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { tombstone } from '../../../shared/testing/rows.ts';
import { Notified } from '../testing/notified.ts';

const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);
const MORNING = jakarta('2026-08-18', '09:00');
const HOUR = 60 * 60_000;

function given(dueIn: number) {
  const ayu = new Notified(MORNING);
  ayu.task('Cek stok', MORNING + dueIn);
  ayu.told();
  return ayu;
}

describe('a task that becomes overdue', () => {
  it('is told at its time, once, without a line, also over a restart', () => {
    const ayu = given(HOUR);
    ayu.clock.set(MORNING + HOUR - 2_000);
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toEqual(['task: Cek stok']);
    ayu.end();
    ayu.begin(MORNING + 2 * HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('waits for working time', () => {
    const ayu = given(12 * HOUR);
    ayu.clock.set(jakarta('2026-08-18', '22:00'));
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    expect(ayu.told()).toEqual(['task: Cek stok']);
  });

  it('is told again for another time, and not once it is done', () => {
    const ayu = given(HOUR);
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toHaveLength(1);
    ayu.task('Cek stok', MORNING + 3 * HOUR);
    ayu.clock.set(MORNING + 3 * HOUR);
    expect(ayu.told()).toEqual(['task: Cek stok']);
    ayu.task('Cek stok', MORNING + 4 * HOUR, true);
    ayu.clock.set(MORNING + 5 * HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('S11: is not told in a channel that was left', () => {
    const ayu = given(HOUR);
    const { kind, id, deleted } = tombstone('membership', ayu.channel, 0);
    ayu.put(userScope(people.ayu), { kind, id, deleted });
    ayu.clock.set(MORNING + 2 * HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('keeps its words off the screen where the company wants that', () => {
    const quiet = new Notified(MORNING, {}, { policy: { notificationText: false } });
    quiet.task('Gaji', MORNING + HOUR);
    quiet.told();
    quiet.clock.set(MORNING + HOUR);
    expect(quiet.told()).toEqual(['task: hidden']);
  });
});
