import { describe, expect, it } from 'vitest';
import { userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { tombstone } from '../../../shared/testing/rows.ts';
import { Notified } from '../testing/notified.ts';

const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);
const EVENING = jakarta('2026-08-18', '16:59');
const toAyu = `<@${people.ayu}> lihat ini`;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the working day', () => {
  it('ends and starts by the clock, and the day starts with one summary', () => {
    const ayu = new Notified(EVENING);
    expect(ayu.day.off).toBe(false);
    ayu.clock.advance(MINUTE);
    expect(ayu.day.off).toBe(true);
    ayu.say(ayu.channel, toAyu);
    ayu.say(ayu.channel, 'kabar');
    ayu.say(ayu.talk, 'halo');
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(jakarta('2026-08-19', '07:59'));
    expect(ayu.told()).toEqual([]);
    ayu.clock.advance(MINUTE);
    expect(ayu.told()).toEqual(['summary: 1 mentions, 3 messages in 2']);
    ayu.clock.advance(2 * HOUR);
    expect(ayu.told()).toEqual([]);
  });

  it('sums up nothing that was read elsewhere, is muted, or is older than the evening', () => {
    const ayu = new Notified(EVENING);
    ayu.say(ayu.channel, 'sebelum pulang');
    ayu.clock.advance(HOUR);
    ayu.read(ayu.talk, ayu.say(ayu.talk, 'halo'));
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(jakarta('2026-08-19', '17:00'));
    ayu.told();
    ayu.say(ayu.channel, toAyu);
    ayu.place(ayu.channel, { muted: true });
    ayu.clock.set(jakarta('2026-08-20', '08:00'));
    expect(ayu.told()).toEqual([]);
  });

  it('owes the summary also after the program was closed in the evening and opened in the morning', () => {
    const ayu = new Notified(EVENING);
    ayu.end();
    ayu.whole = false;
    ayu.begin(jakarta('2026-08-19', '09:30'));
    ayu.say(ayu.channel, toAyu, { createdAt: jakarta('2026-08-18', '21:00') });
    ayu.whole = true;
    ayu.clock.advance(15_000);
    expect(ayu.told()).toEqual(['summary: 1 mentions, 1 messages in 1']);
    ayu.end();
    ayu.begin(jakarta('2026-08-19', '17:30'));
    ayu.say(ayu.talk, 'selamat malam');
    ayu.end();
    ayu.begin(jakarta('2026-08-20', '08:10'));
    expect(ayu.told()).toEqual(['summary: 0 mentions, 1 messages in 1']);
    ayu.end();
    ayu.begin(jakarta('2026-08-20', '08:20'));
    expect(ayu.told()).toEqual([]);
  });

  it('waits for the rest of the night’s messages while they come, and not for ever for a line', () => {
    const ayu = new Notified(EVENING);
    ayu.clock.advance(HOUR);
    ayu.say(ayu.talk, 'halo');
    ayu.whole = false;
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    ayu.clock.advance(10 * MINUTE);
    expect(ayu.told()).toEqual([]);
    ayu.say(ayu.talk, 'dan ini', { createdAt: jakarta('2026-08-19', '02:00') });
    ayu.whole = true;
    ayu.clock.advance(MINUTE);
    expect(ayu.told()).toEqual(['summary: 0 mentions, 2 messages in 1']);

    const bus = new Notified(EVENING);
    bus.clock.advance(HOUR);
    bus.say(bus.talk, 'halo');
    bus.whole = null;
    bus.clock.set(jakarta('2026-08-19', '08:00'));
    bus.clock.advance(MINUTE);
    expect(bus.told()).toEqual(['summary: 0 mentions, 1 messages in 1']);
  });

  it('sums up a pause when it ends, and counts from its beginning', () => {
    const ayu = new Notified(jakarta('2026-08-18', '10:00'));
    ayu.say(ayu.channel, 'sebelum jeda');
    ayu.told();
    ayu.person({ quietUntil: ayu.clock.now() + HOUR });
    ayu.clock.advance(MINUTE);
    expect(ayu.day.off).toBe(true);
    ayu.say(ayu.channel, toAyu);
    ayu.clock.advance(HOUR);
    expect(ayu.day.off).toBe(false);
    expect(ayu.told()).toEqual(['summary: 1 mentions, 1 messages in 1']);
  });

  it('keeps to the person’s own clock: another zone, a night shift, a holiday, summer time', () => {
    const night = { hours: { days: [1, 2, 3, 4, 5], from: 1_320, to: 360 } };
    const guard = new Notified(jakarta('2026-08-18', '23:59'), night);
    expect(guard.day.off).toBe(false);
    guard.clock.advance(6 * HOUR);
    expect(guard.day.off).toBe(false);
    guard.clock.advance(MINUTE);
    expect(guard.day.off).toBe(true);

    const holidays = [{ date: '2026-08-19', name: 'Libur' }];
    const rested = new Notified(EVENING, {}, { holidays });
    rested.clock.advance(HOUR);
    rested.say(rested.talk, 'halo');
    rested.clock.set(jakarta('2026-08-19', '12:00'));
    expect(rested.told()).toEqual([]);
    rested.clock.set(jakarta('2026-08-20', '08:00'));
    expect(rested.told()).toEqual(['summary: 0 mentions, 1 messages in 1']);

    const friday = Date.parse('2026-03-27T17:30:00+01:00');
    const tom = new Notified(friday, { timeZone: 'Europe/Amsterdam' });
    tom.say(tom.talk, 'hi');
    tom.clock.set(Date.parse('2026-03-30T07:59:00+02:00'));
    expect(tom.told()).toEqual([]);
    tom.clock.advance(MINUTE);
    expect(tom.told()).toEqual(['summary: 0 mentions, 1 messages in 1']);
  });
});

describe('the summary on the screen', () => {
  /** What came in the night, of which a summary stands in the morning. */
  function morning() {
    const ayu = new Notified(EVENING);
    ayu.clock.advance(MINUTE);
    const mention = ayu.say(ayu.channel, toAyu);
    const said = ayu.say(ayu.talk, 'halo');
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    expect(ayu.told()).toEqual(['summary: 1 mentions, 2 messages in 2']);
    return { ayu, mention, said };
  }

  it('goes once all that it counts is read, also on another computer', () => {
    const { ayu, mention, said } = morning();
    ayu.read(ayu.channel, mention);
    expect(ayu.withdrawn()).toEqual([]);
    ayu.read(ayu.talk, said);
    expect(ayu.withdrawn()).toEqual(['summary']);
    expect(ayu.told()).toEqual([]);
  });

  it('does not stay for what came later', () => {
    const { ayu, mention, said } = morning();
    ayu.say(ayu.channel, 'kabar pagi');
    ayu.read(ayu.channel, mention);
    ayu.read(ayu.talk, said);
    expect(ayu.withdrawn()).toContain('summary');
  });

  it('goes also where the rest was deleted, or its place left', () => {
    const { ayu, said } = morning();
    ayu.delete(ayu.talk, said);
    expect(ayu.withdrawn()).toEqual([]);
    ayu.put(userScope(people.ayu), { ...tombstone('membership', ayu.channel, 0) });
    expect(ayu.withdrawn()).toEqual(['summary']);
  });

  it('is not shown where it was read before a window could show it, and comes again tomorrow', () => {
    const ayu = new Notified(EVENING);
    ayu.clock.advance(MINUTE);
    const said = ayu.say(ayu.talk, 'halo');
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    ayu.read(ayu.talk, said);
    expect(ayu.told()).toEqual([]);
    ayu.clock.set(jakarta('2026-08-19', '17:00'));
    expect(ayu.told()).toEqual([]);
    ayu.say(ayu.talk, 'selamat malam');
    ayu.clock.set(jakarta('2026-08-20', '08:00'));
    expect(ayu.told()).toEqual(['summary: 0 mentions, 1 messages in 1']);
  });

  it('stays for a mention whose message has not come yet', () => {
    const ayu = new Notified(EVENING);
    ayu.clock.advance(MINUTE);
    ayu.put(userScope(people.ayu), {
      ...{ kind: 'mention', id: anId(0x900), channelId: ayu.channel, position: 90, rootId: null },
      ...{ authorId: people.budi, at: ayu.clock.now() },
    });
    ayu.clock.set(jakarta('2026-08-19', '08:00'));
    expect(ayu.told()).toEqual(['summary: 1 mentions, 0 messages in 1']);
    const other = ayu.say(ayu.talk, 'halo');
    ayu.read(ayu.talk, other);
    expect(ayu.withdrawn()).not.toContain('summary');
    ayu.read(ayu.channel, { ...other, position: 90 });
    expect(ayu.withdrawn()).toContain('summary');
  });
});
