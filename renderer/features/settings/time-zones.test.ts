import { describe, expect, it } from 'vitest';
import { cityOf, safeTimeZone, timeZoneLabel, timeZoneOptions } from './time-zones.ts';

describe('time zones', () => {
  it('are called by their city', () => {
    expect(cityOf('Asia/Jakarta')).toBe('Jakarta');
    expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(timeZoneOptions('Asia/Jakarta', 'en-GB')).toContainEqual({
      value: 'Asia/Jakarta',
      label: 'Jakarta (GMT+7)',
    });
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
