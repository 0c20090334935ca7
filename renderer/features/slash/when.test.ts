import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhen } from './when.ts';

/** A Wednesday, in the computer's time zone. */
const NOW = new Date(2026, 10, 25, 14, 30).getTime();
const said = (text: string): string | null => {
  const when = readWhen(text, NOW);
  if (when === null) return null;
  const date = new Date(when.at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${date.getMonth() + 1}-${date.getDate()}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())} ${when.rest}`.trim();
};

describe('times in words', () => {
  it.each([
    ['in 2 hours', '11-25 16:30'],
    ['in 2 hours call the vendor', '11-25 16:30 call the vendor'],
    ['call the vendor in 20 minutes', '11-25 14:50 call the vendor'],
    ['in half an hour', '11-25 15:00'],
    ['in an hour', '11-25 15:30'],
    ['1h 30m', '11-25 16:00'],
    ['in 1 week', '12-2 14:30'],
    ['tomorrow', '11-26 09:00'],
    ['tomorrow at 3pm', '11-26 15:00'],
    ['at 17:00', '11-25 17:00'],
    ['at 9', '11-26 09:00'],
    ['9 am', '11-26 09:00'],
    ['tonight', '11-25 19:00'],
    ['tonight at 8', '11-25 20:00'],
    ['monday', '11-30 09:00'],
    ['on wednesday at 10:15', '12-2 10:15'],
    ['10:15 next friday', '11-27 10:15'],
    ['2026-12-01 08:30 stock count', '12-1 08:30 stock count'],
    ['25 dec', '12-25 09:00'],
    ['December 24 at 8', '12-24 08:00'],
    ['12 am tomorrow', '11-26 00:00'],
  ])('English: %s', (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    ['besok 9:00', '11-26 09:00'],
    ['besok jam 9 rapat stok', '11-26 09:00 rapat stok'],
    ['rapat stok besok jam 9.30', '11-26 09:30 rapat stok'],
    ['2 jam lagi', '11-25 16:30'],
    ['dalam 15 menit', '11-25 14:45'],
    ['setengah jam', '11-25 15:00'],
    ['sejam lagi', '11-25 15:30'],
    ['seminggu lagi', '12-2 14:30'],
    ['jam 3 sore', '11-25 15:00'],
    ['jam 7 malam', '11-25 19:00'],
    ['pukul 12 siang', '11-26 12:00'],
    ['jam 1 siang', '11-26 13:00'],
    ['lusa', '11-27 09:00'],
    ['hari ini 16.00', '11-25 16:00'],
    ['nanti malam', '11-25 19:00'],
    ['senin depan', '11-30 09:00'],
    ['hari jumat jam 10', '11-27 10:00'],
    ['25 Desember', '12-25 09:00'],
    ['1/12 8:00', '12-1 08:00'],
    ['telepon vendor, besok', '11-26 09:00 telepon vendor'],
  ])('Indonesian: %s', (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    ['no time at all', 'telepon vendor'],
    ['a number', 'beli 3 palet'],
    ['within the words', 'rapat besok tentang stok'],
    ['an hour that there is not', 'besok jam 27'],
    ['a minute that there is not', 'at 10:75'],
    ['a day that there is not', '31/2'],
    ['what has passed', 'today at 8:00'],
    ['a year that has passed', '2020-01-01'],
    ['nothing', ''],
  ])('none in %s', (_what, text) => expect(said(text)).toBeNull());

  it('a date that has passed this year is that of the next', () => {
    expect(new Date(readWhen('1 feb', NOW)?.at ?? 0).getFullYear()).toBe(2027);
  });

  it('tells that only a day was named', () => {
    expect(readWhen('besok', NOW)?.wholeDay).toBe(true);
    expect(readWhen('besok 9:00', NOW)?.wholeDay).toBe(false);
    expect(readWhen('in 2 hours', NOW)?.wholeDay).toBe(false);
  });

  it('reads any text, and what it finds lies ahead', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readWhen(text, NOW)?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(NOW);
      }),
      { numRuns: 300 },
    );
  });
});
