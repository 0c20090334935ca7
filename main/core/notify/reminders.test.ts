import { describe, expect, it } from 'vitest';
import { people } from '../../../shared/testing/office.ts';
import { userScope } from '../../../shared/domain/scope.ts';
import { tombstone } from '../../../shared/testing/rows.ts';
import { Notified } from '../testing/notified.ts';

const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);
const MORNING = jakarta('2026-08-18', '09:00');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function kept(remindIn: number) {
  const ayu = new Notified(MORNING);
  const message = ayu.say(ayu.channel, 'Anggaran 2027');
  ayu.save(message, MORNING + remindIn);
  ayu.told();
  return { ayu, message };
}

describe('a reminder', () => {
  it('comes at its time, once, without a line', () => {
    const { ayu } = kept(20 * MINUTE);
    ayu.clock.set(MORNING + 19 * MINUTE);
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(MORNING + 20 * MINUTE);
    expect(ayu.told()).toEqual(['reminder: Anggaran 2027']);
    ayu.clock.advance(HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('comes once also over restarts, and when the time passed while the program was closed', () => {
    const { ayu } = kept(20 * MINUTE);
    ayu.end();
    ayu.begin(MORNING + HOUR);
    expect(ayu.told()).toEqual(['reminder: Anggaran 2027']);
    ayu.end();
    ayu.begin(MORNING + 2 * HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('comes again when another time is set', () => {
    const { ayu, message } = kept(20 * MINUTE);
    ayu.clock.set(MORNING + 20 * MINUTE);
    expect(ayu.told()).toHaveLength(1);
    ayu.save(message, MORNING + HOUR);
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toEqual(['reminder: Anggaran 2027']);
  });

  it('does not come when it was ticked off on another computer', () => {
    const { ayu, message } = kept(20 * MINUTE);
    ayu.save(message, null, true);
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('is taken away once it was ticked off or put off elsewhere, or its message cannot be read', () => {
    for (const change of ['done', 'later', 'left'] as const) {
      const { ayu, message } = kept(20 * MINUTE);
      ayu.clock.set(MORNING + 20 * MINUTE);
      expect(ayu.told()).toHaveLength(1);
      expect(ayu.withdrawn()).toEqual([]);
      if (change === 'done') ayu.save(message, null, true);
      else if (change === 'later') ayu.save(message, MORNING + HOUR);
      else ayu.delete(ayu.channel, message);
      if (change === 'left') for (const reminders of ayu.reminders) reminders.look();
      expect(ayu.withdrawn()).toEqual([`reminder/${message.id}`]);
    }
  });

  it('says who and where alone, where that was chosen', () => {
    const { ayu } = kept(20 * MINUTE);
    ayu.detail = 'names';
    ayu.clock.set(MORNING + 20 * MINUTE);
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([
      { author: 'Budi', place: 'gudang', text: null },
    ]);
  });

  it('waits for the end of a pause, and for the working day', () => {
    const { ayu } = kept(20 * MINUTE);
    ayu.person({ quietUntil: MORNING + HOUR });
    ayu.clock.set(MORNING + 59 * MINUTE);
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toEqual(['reminder: Anggaran 2027']);

    const { ayu: late } = kept(10 * HOUR);
    late.clock.set(jakarta('2026-08-18', '23:00'));
    expect(late.told()).toEqual([]);
    late.clock.set(jakarta('2026-08-19', '08:00'));
    expect(late.told()).toEqual(['reminder: Anggaran 2027']);
  });

  it('S11: says nothing of a channel that was left, nor of a deleted message', () => {
    const { ayu } = kept(20 * MINUTE);
    const { kind, id, deleted } = tombstone('membership', ayu.channel, 0);
    ayu.put(userScope(people.ayu), { kind, id, deleted });
    ayu.clock.set(MORNING + HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('keeps its words off the screen where the company wants that', () => {
    const quiet = new Notified(MORNING, {}, { policy: { notificationText: false } });
    quiet.save(quiet.say(quiet.channel, 'Gaji'), MORNING + MINUTE);
    quiet.told();
    quiet.clock.set(MORNING + 2 * MINUTE);
    expect(quiet.told()).toEqual(['reminder: hidden']);
  });
});
