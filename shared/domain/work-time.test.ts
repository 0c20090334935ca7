import { describe, expect, it } from 'vitest';
import { nextStart, offReason } from './work-time.ts';

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
