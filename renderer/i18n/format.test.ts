import { describe, expect, it } from 'vitest';
import { daysBetween, formatFor } from './format.ts';
import { zoneDifference } from './zone-difference.ts';

const at = (text: string) => Date.parse(`${text}+07:00`);
const now = at('2026-11-19T10:00');
const british = formatFor('en-GB', 'Asia/Jakarta');
const indonesian = formatFor('id-ID', 'Asia/Jakarta');

describe('dates and times', () => {
  it('are those of the person’s time zone, not of UTC', () => {
    expect(british.time(at('2026-11-19T06:12'))).toBe('06:12');
    expect(daysBetween(at('2026-11-19T06:00'), at('2026-11-19T08:00'), 'Asia/Jakarta')).toBe(0);
    expect(daysBetween(at('2026-11-18T23:59'), at('2026-11-19T00:01'), 'Asia/Jakarta')).toBe(1);
  });

  it('are as short as they can be', () => {
    expect(british.brief(at('2026-11-19T09:20'), now)).toBe('09:20');
    expect(british.brief(at('2026-11-17T09:20'), now)).toBe('Tue');
    expect(british.brief(at('2026-11-03T09:20'), now)).toBe('3 Nov');
    expect(british.brief(at('2025-11-03T09:20'), now)).toBe('3 Nov 2025');
  });

  it('has the time with the day in a list of moments', () => {
    expect(british.moment(at('2026-11-19T09:20'), now)).toBe('09:20');
    expect(british.moment(at('2026-11-17T09:20'), now)).toBe('Tue, 09:20');
    expect(british.moment(at('2026-11-03T09:20'), now)).toBe('3 Nov, 09:20');
    expect(british.moment(at('2025-11-03T09:20'), now)).toBe('3 Nov 2025, 09:20');
  });

  it('stand inside a sentence', () => {
    expect(british.when(at('2026-11-19T09:02'), now)).toBe('today, 09:02');
    expect(british.when(at('2026-11-18T09:02'), now)).toBe('yesterday, 09:02');
    expect(british.until(at('2026-11-19T17:00'), now)).toBe('17:00');
    expect(british.until(at('2026-11-22T23:59'), now)).toBe('Sunday, 23:59');
    expect(british.dated(at('2026-11-23T09:00'), now)).toBe('23 Nov, 09:00');
  });

  it('are days alone where a day begins', () => {
    expect(british.dayBegun(at('2026-11-24T00:00'), now)).toBe('Tuesday');
    expect(british.dayBegun(at('2026-12-01T00:00'), now)).toBe('1 Dec');
    expect(british.dayBegun(at('2026-11-24T00:01'), now)).toBeNull();
  });

  it('are written as the language writes them', () => {
    expect(indonesian.time(at('2026-11-19T09:02'))).toBe('09.02');
    expect(formatFor('en-US', 'UTC').time(Date.parse('2026-11-19T09:02Z'))).toMatch(/^9:02\sAM$/);
    expect(indonesian.when(at('2026-11-19T09:02'), now)).toBe('hari ini, 09.02');
    const egyptian = formatFor('ar-EG', 'Asia/Jakarta');
    expect(egyptian.when(at('2026-11-18T09:02'), now)).toMatch(/^أمس، /);
    expect(indonesian.number(1_204)).toBe('1.204');
  });

  it('are told for somebody elsewhere', () => {
    expect(british.timeIn(now, 'Asia/Makassar')).toBe('11:00');
    expect(zoneDifference(now, 'Asia/Makassar', 'Asia/Jakarta')).toBe(3_600_000);
    expect(zoneDifference(now, 'America/New_York', 'Asia/Jakarta')).toBe(-12 * 3_600_000);
    expect(zoneDifference(now, 'Asia/Kolkata', 'Asia/Kolkata')).toBe(0);
  });
});

describe('sizes and spans', () => {
  it('have one unit', () => {
    expect(british.span(3 * 60_000)).toBe('3 min');
    expect(british.span(10_000)).toBe('1 min');
    expect(british.span(5 * 3_600_000)).toBe('5 hr');
    expect(british.span(-50 * 3_600_000)).toBe('2 days');
    expect(british.bytes(1)).toBe('1 byte');
    expect(british.bytes(23)).toBe('23 bytes');
    expect(indonesian.bytes(23)).toBe('23 byte');
    expect(british.bytes(84_000)).toBe('84 kB');
    expect(british.bytes(1_540_000)).toBe('1.5 MB');
  });

  it('tell the length of what plays', () => {
    expect(british.playtime(0)).toBe('0:00');
    expect(british.playtime(63_900)).toBe('1:03');
    expect(british.playtime(3_723_000)).toBe('1:02:03');
  });

  it('list people in the person’s language', () => {
    expect(british.list(['Ayu', 'Bagas', 'Sari'])).toBe('Ayu, Bagas and Sari');
    expect(indonesian.list(['Ayu', 'Bagas', 'Sari'])).toBe('Ayu, Bagas, dan Sari');
    // Each name with its own direction, else two Latin ones would stand in the wrong order.
    expect(formatFor('ar').list(['Ayu', 'Bagas'])).toBe('\u2068Ayu\u2069 و\u2068Bagas\u2069');
  });
});
