import { describe, expect, it } from 'vitest';
import { officeHours } from '../../../shared/domain/hours.ts';
import {
  dateOf,
  dayNames,
  draftOf,
  hoursOf,
  sameHours,
  startOfDay,
  tomorrow,
} from './hours-fields.ts';

describe('the fields of working hours', () => {
  it('read as they were written', () => {
    const office = { days: [1, 5], from: 450, to: 1_020 };
    expect(hoursOf(draftOf(office))).toEqual(office);
    const night = { days: [5, 1], from: '22:00', to: '06:00' };
    expect(hoursOf(night)).toEqual({ days: [1, 5], from: 1_320, to: 360 });
    expect(hoursOf({ ...night, from: '' })).toBeUndefined();
  });

  it('take midnight for the end of a day', () => {
    const late = { days: [1], from: 960, to: 1_440 };
    expect(draftOf(late).to).toBe('00:00');
    expect(hoursOf(draftOf(late))).toEqual(late);
  });

  it('tell hours apart, whatever the order of their days', () => {
    expect(sameHours(officeHours, { ...officeHours, days: [5, 4, 3, 2, 1] })).toBe(true);
    expect(sameHours(officeHours, { ...officeHours, to: 960 })).toBe(false);
  });

  it('begin a week with Monday', () => {
    expect(dayNames('en', 'long')[0]).toBe('Monday');
    expect(dayNames('id', 'short')).toHaveLength(7);
  });

  it('give a day its beginning here', () => {
    const at = startOfDay('2026-02-28', 1);
    expect(at === undefined ? '' : dateOf(at)).toBe('2026-03-01');
    expect(startOfDay('')).toBeUndefined();
  });

  it('find the next day of work, over a weekend', () => {
    const friday = new Date(2026, 7, 21, 15).getTime();
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const at = tomorrow({ timeZone, hours: officeHours }, friday);
    expect(at).toBe(new Date(2026, 7, 24, 8).getTime());
  });
});
