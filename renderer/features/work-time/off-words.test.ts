import { describe, expect, it } from 'vitest';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { offWords } from './off-words.ts';

const FRIDAY = Date.parse('2026-11-20T19:42:00+08:00');
const until = Date.parse('2026-11-23T08:00:00+08:00');
const say = (language: 'en' | 'id', off: Parameters<typeof offWords>[0]) =>
  offWords(off, sayerFor(language), formatFor(`${language}-GB`, 'Asia/Makassar'), FRIDAY);

describe('offWords', () => {
  it('says until when, and why where that matters', () => {
    expect(say('en', { reason: 'hours', until })).toBe('Off until Monday, 08:00');
    expect(say('en', { reason: 'quiet', until: FRIDAY + 1_080_000 })).toBe('Paused until 20:00');
    expect(say('en', { reason: 'absent', until })).toBe('Away until Monday, 08:00');
    expect(say('en', { reason: 'holiday', until })).toBe('Holiday, off until Monday, 08:00');
    expect(say('id', { reason: 'hours', until })).toContain('Senin');
  });

  it('names the day on which somebody is back, where an absence ends with the day before', () => {
    const midnight = Date.parse('2026-11-24T00:00:00+08:00');
    expect(say('en', { reason: 'absent', until: midnight })).toBe('Away, back on Tuesday');
    expect(say('id', { reason: 'absent', until: midnight })).toBe('Tidak masuk, kembali Selasa');
    expect(say('en', { reason: 'hours', until: midnight })).toBe('Off until Tuesday, 00:00');
  });

  it('says no more than is known', () => {
    expect(say('en', { reason: 'hours', until: null })).toBe('Off');
  });
});
