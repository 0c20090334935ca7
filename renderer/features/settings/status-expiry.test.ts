import { describe, expect, it } from 'vitest';
import { expiryTime } from './status-expiry.ts';

const thursday = new Date(2026, 10, 19, 10, 0).getTime();
const sunday = new Date(2026, 10, 22, 10, 0).getTime();

describe('a status', () => {
  it('stays, or ends after a while', () => {
    expect(expiryTime('never', thursday)).toBeNull();
    expect(expiryTime('halfHour', thursday)).toBe(thursday + 30 * 60_000);
    expect(expiryTime('fourHours', thursday)).toBe(thursday + 4 * 3_600_000);
  });

  it('ends with the day, or with the week on Sunday', () => {
    expect(expiryTime('today', thursday)).toBe(new Date(2026, 10, 19, 23, 59).getTime());
    expect(expiryTime('week', thursday)).toBe(new Date(2026, 10, 22, 23, 59).getTime());
    expect(expiryTime('week', sunday)).toBe(new Date(2026, 10, 22, 23, 59).getTime());
  });
});
