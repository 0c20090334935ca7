import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../testing/random.ts';
import { nextEnd, nextStart, offReason } from './work-time.ts';

const ayu = { bot: false, timeZone: 'Asia/Jakarta' };
/** Jakarta is seven hours ahead of UTC, Makassar eight. */
const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);
const company = { holidays: [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }] };

describe('offReason', () => {
  it('is null within the hours of the workspace and `hours` outside them', () => {
    expect(offReason(ayu, company, jakarta('2026-08-18', '08:00'))).toBeNull();
    expect(offReason(ayu, company, jakarta('2026-08-18', '16:59'))).toBeNull();
    expect(offReason(ayu, company, jakarta('2026-08-18', '17:00'))).toBe('hours');
    expect(offReason(ayu, company, jakarta('2026-08-18', '07:59'))).toBe('hours');
    expect(offReason(ayu, company, jakarta('2026-08-22', '10:00'))).toBe('hours');
  });

  it('goes by the clock of the person’s own time zone', () => {
    const sari = { ...ayu, timeZone: 'Asia/Makassar' };
    expect(offReason(sari, company, jakarta('2026-08-18', '07:30'))).toBeNull();
    expect(offReason(sari, company, jakarta('2026-08-18', '16:30'))).toBe('hours');
  });

  it('knows holidays, pauses and absences; of two reasons it gives the longer one', () => {
    expect(offReason(ayu, company, jakarta('2026-08-17', '10:00'))).toBe('holiday');
    const quiet = { ...ayu, quietUntil: jakarta('2026-08-18', '11:00') };
    expect(offReason(quiet, company, jakarta('2026-08-18', '10:59'))).toBe('quiet');
    expect(offReason(quiet, company, jakarta('2026-08-18', '11:00'))).toBeNull();
    const absence = {
      from: jakarta('2026-08-18', '00:00'),
      until: jakarta('2026-08-20', '00:00'),
      substituteId: null,
      note: '',
    };
    expect(offReason({ ...quiet, absence }, company, jakarta('2026-08-18', '10:00'))).toBe(
      'absent',
    );
    expect(offReason({ ...ayu, absence }, company, jakarta('2026-08-20', '10:00'))).toBeNull();
  });

  it('follows a night shift to the next morning', () => {
    const guard = { ...ayu, hours: { days: [5], from: 1_320, to: 360 } };
    expect(offReason(guard, company, jakarta('2026-08-21', '23:00'))).toBeNull();
    expect(offReason(guard, company, jakarta('2026-08-22', '05:59'))).toBeNull();
    expect(offReason(guard, company, jakarta('2026-08-22', '06:00'))).toBe('hours');
    expect(offReason(guard, company, jakarta('2026-08-22', '23:00'))).toBe('hours');
  });

  it('goes by the clock on the wall at each minute, also of a day on which the clock is moved', () => {
    const random = new SeededRandom(7);
    // Forward, back, by half an hour, and over the whole of a day.
    const moved = { 'Europe/Berlin': '2026-03-29', 'America/New_York': '2026-11-01' };
    const oddly = { 'Australia/Lord_Howe': '2026-04-04', 'Pacific/Apia': '2011-12-30' };
    for (const [timeZone, date] of Object.entries({ ...moved, ...oddly })) {
      const wall = new Intl.DateTimeFormat('en-GB', {
        ...{ timeZone, hour: '2-digit', minute: '2-digit' },
      });
      for (let i = 0; i < 300; i += 1) {
        const at = Date.parse(date) + Math.floor((random.next() * 3 - 1) * 86_400_000);
        const [hour, minute] = wall.format(at).split(':').map(Number);
        const now = hour! * 60 + minute!;
        const hours = { days: [1, 2, 3, 4, 5, 6, 7], from: now, to: now + 1 };
        expect(offReason({ bot: false, timeZone, hours }, undefined, at)).toBeNull();
      }
    }
  });

  it('never says so of a bot, nor of somebody whose clock is not known', () => {
    const late = jakarta('2026-08-18', '23:00');
    expect(offReason({ ...ayu, bot: true }, company, late)).toBeNull();
    expect(offReason({ ...ayu, timeZone: '' }, company, late)).toBeNull();
    expect(offReason({ ...ayu, timeZone: 'Mars/Olympus' }, company, late)).toBeNull();
  });
});

describe('nextStart', () => {
  it('is now for somebody who works', () => {
    const now = jakarta('2026-08-18', '10:00');
    expect(nextStart(ayu, company, now)).toBe(now);
  });

  it('is the next working morning, over a weekend and a holiday', () => {
    expect(nextStart(ayu, company, jakarta('2026-08-14', '17:30'))).toBe(
      jakarta('2026-08-18', '08:00'),
    );
    expect(nextStart(ayu, company, jakarta('2026-08-18', '06:00'))).toBe(
      jakarta('2026-08-18', '08:00'),
    );
  });

  it('waits for the end of a pause and of an absence, and then for the morning', () => {
    const now = jakarta('2026-08-18', '10:00');
    const pause = jakarta('2026-08-18', '11:00');
    expect(nextStart({ ...ayu, quietUntil: pause }, company, now)).toBe(pause);
    const absence = {
      from: now,
      until: jakarta('2026-08-21', '18:00'),
      substituteId: null,
      note: '',
    };
    expect(nextStart({ ...ayu, absence }, company, now)).toBe(jakarta('2026-08-24', '08:00'));
  });

  it('keeps to the clock where summer time begins', () => {
    const person = { bot: false, timeZone: 'Europe/Amsterdam' };
    const evening = Date.parse('2026-03-27T19:00:00+01:00');
    expect(nextStart(person, undefined, evening)).toBe(Date.parse('2026-03-30T08:00:00+02:00'));
  });

  it('is unknown for somebody who never works', () => {
    const never = { ...ayu, hours: { days: [], from: 480, to: 1_020 } };
    expect(nextStart(never, company, jakarta('2026-08-18', '10:00'))).toBeUndefined();
  });
});

describe('nextEnd', () => {
  it('is the end of the shift, also over midnight and where summer time ends', () => {
    expect(nextEnd(ayu, company, jakarta('2026-08-18', '10:00'))).toBe(
      jakarta('2026-08-18', '17:00'),
    );
    const guard = { ...ayu, hours: { days: [5], from: 1_320, to: 360 } };
    const morning = jakarta('2026-08-22', '06:00');
    expect(nextEnd(guard, company, jakarta('2026-08-21', '23:00'))).toBe(morning);
    expect(nextEnd(guard, company, jakarta('2026-08-22', '02:00'))).toBe(morning);
    const nurse = {
      ...{ bot: false, timeZone: 'Europe/Amsterdam' },
      hours: { days: [6], from: 1_320, to: 360 },
    };
    // The clocks go back at three, so that this night is an hour longer.
    expect(nextEnd(nurse, undefined, Date.parse('2026-10-24T23:00:00+02:00'))).toBe(
      Date.parse('2026-10-25T06:00:00+01:00'),
    );
  });

  it('is now for somebody who is off, and the beginning of an absence that comes before', () => {
    const evening = jakarta('2026-08-18', '20:00');
    expect(nextEnd(ayu, company, evening)).toBe(evening);
    const from = jakarta('2026-08-18', '12:00');
    const absence = { from, until: from + 1_000, substituteId: null, note: '' };
    expect(nextEnd({ ...ayu, absence }, company, jakarta('2026-08-18', '10:00'))).toBe(from);
  });

  it('goes on where one shift follows the other, up to a day that is free', () => {
    const always = { ...ayu, hours: { days: [1, 2, 3, 4, 5], from: 0, to: 1_440 } };
    expect(nextEnd(always, company, jakarta('2026-08-18', '10:00'))).toBe(
      jakarta('2026-08-22', '00:00'),
    );
    expect(nextEnd(always, company, jakarta('2026-08-14', '10:00'))).toBe(
      jakarta('2026-08-15', '00:00'),
    );
  });

  it('is unknown where nobody can say', () => {
    const now = jakarta('2026-08-18', '10:00');
    expect(nextEnd({ ...ayu, bot: true }, company, now)).toBeUndefined();
    expect(nextEnd({ ...ayu, timeZone: '' }, company, now)).toBeUndefined();
    const ever = { ...ayu, hours: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 } };
    expect(nextEnd(ever, undefined, now)).toBeUndefined();
  });
});
