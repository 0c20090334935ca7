import { describe, expect, it, vi } from 'vitest';
import { cityOf, ownTimeZone, safeTimeZone, timeZoneLabel, timeZoneOptions } from './time-zones.ts';

describe('time zones', () => {
  it('are called by their city', () => {
    expect(cityOf('Asia/Jakarta')).toBe('Jakarta');
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(timeZoneOptions('Asia/Jakarta', 'en-GB')).toContainEqual({
      value: 'Asia/Jakarta',
      label: 'Jakarta (GMT+7)',
    });
  });

  it('tell that of this computer, also after it was moved', () => {
    const usual = Intl.DateTimeFormat;
    expect(ownTimeZone(0)).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
    // With `new`, as it is asked: no arrow.
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function moved() {
      return new usual('en', { timeZone: 'Asia/Makassar' });
    } as never);
    expect(ownTimeZone(20_000)).toBe('Asia/Makassar');
    vi.restoreAllMocks();
  });

  it('list the present one also where the system has another name for it', () => {
    const values = timeZoneOptions('Asia/Calcutta', 'en-GB').map((option) => option.value);
    expect(values).toContain('Asia/Calcutta');
  });

  it('pass over one that this computer does not know', () => {
    expect(safeTimeZone('Mars/Olympus')).toBeUndefined();
    expect(safeTimeZone('')).toBeUndefined();
    expect(timeZoneLabel('Mars/Olympus', 'en-GB')).toBe('Mars/Olympus');
    expect(timeZoneLabel('', 'en-GB')).toBe('');
    expect(timeZoneOptions('Mars/Olympus', 'en-GB').map((o) => o.value)).not.toContain(
      'Mars/Olympus',
    );
  });
});
