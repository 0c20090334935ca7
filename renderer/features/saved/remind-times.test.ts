import { describe, expect, it } from 'vitest';
import { localTime, readLocalTime, remindTime } from './remind-times.ts';

/** A moment on this computer's clock. */
const at = (text: string): number => new Date(text).getTime();
const WEDNESDAY = at('2026-11-25T15:30');

describe('when a reminder comes', () => {
  it('in twenty minutes, in an hour', () => {
    expect(remindTime('minutes', WEDNESDAY)).toBe(at('2026-11-25T15:50'));
    expect(remindTime('hour', WEDNESDAY)).toBe(at('2026-11-25T16:30'));
  });

  it('at nine tomorrow, and at nine on the next Monday', () => {
    expect(remindTime('tomorrow', WEDNESDAY)).toBe(at('2026-11-26T09:00'));
    expect(remindTime('tomorrow', at('2026-12-31T23:59'))).toBe(at('2027-01-01T09:00'));
    expect(remindTime('monday', WEDNESDAY)).toBe(at('2026-11-30T09:00'));
    expect(remindTime('monday', at('2026-11-29T20:00'))).toBe(at('2026-11-30T09:00'));
    expect(remindTime('monday', at('2026-11-30T08:00'))).toBe(at('2026-12-07T09:00'));
  });

  it('at a time that one writes, which lies ahead', () => {
    expect(localTime(WEDNESDAY)).toBe('2026-11-25T15:30');
    expect(readLocalTime('2026-11-25T15:31', WEDNESDAY)).toBe(WEDNESDAY + 60_000);
    expect(readLocalTime('2026-11-25T15:30', WEDNESDAY)).toBeNull();
    expect(readLocalTime('', WEDNESDAY)).toBeNull();
  });
});
