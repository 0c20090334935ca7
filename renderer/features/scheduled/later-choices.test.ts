import { describe, expect, it } from 'vitest';
import { clockOf, laterChoices, momentOf } from './later-choices.ts';

/** 25 November 2026 was a Wednesday. */
const at = (date: number, hour: number): number => new Date(2026, 10, date, hour).getTime();
const names = (now: number) => laterChoices(now).map((one) => [one.name, one.at]);

describe('the times that are offered for later', () => {
  it('are mornings to come', () => {
    expect(names(at(25, 14))).toEqual([
      ['tomorrow', at(26, 9)],
      ['monday', at(30, 9)],
    ]);
    expect(names(at(25, 7))[0]).toEqual(['today', at(25, 9)]);
    expect(names(at(25, 9)).map(([name]) => name)).toEqual(['tomorrow', 'monday']);
  });

  it('are each there once: on a Sunday tomorrow is Monday, on a Monday the next is meant', () => {
    expect(names(at(29, 14))).toEqual([['tomorrow', at(30, 9)]]);
    expect(names(at(30, 14)).at(-1)).toEqual(['monday', at(37, 9)]);
  });

  it('read back from the fields of a day and a time', () => {
    expect(momentOf('2026-11-30', '09:00')).toBe(at(30, 9));
    expect(momentOf('2026-11-30', '')).toBeUndefined();
    expect(momentOf('', '09:00')).toBeUndefined();
    expect(clockOf(at(30, 9))).toBe('09:00');
  });
});
