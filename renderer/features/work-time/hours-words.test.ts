import { describe, expect, it } from 'vitest';
import { officeHours, type Hours } from '../../../shared/domain/hours.ts';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { hoursWords } from './hours-words.ts';

const say = (language: 'en' | 'id', hours: Hours): string =>
  hoursWords(hours, sayerFor(language), formatFor(language === 'en' ? 'en-GB' : 'id-ID'));
const always: Hours = { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1_440 };

describe('hours in words', () => {
  it('joins days that follow one another', () => {
    expect(say('id', officeHours)).toBe('Sen–Jum, 08.00–17.00');
  });

  it('lists days that do not, and ends a day at midnight', () => {
    expect(say('en', { days: [6, 2, 4], from: 840, to: 1_440 })).toBe('Tue, Thu, Sat, 14:00–00:00');
  });

  it('says it in words where work never ends', () => {
    expect(say('en', always)).toBe('Every day, all day');
    expect(say('id', always)).toBe('Setiap hari, 24 jam');
    expect(say('en', { ...always, from: 480, to: 1_020 })).toBe('Every day, 08:00–17:00');
    expect(say('en', { ...always, days: [1, 2, 3] })).toBe('Mon–Wed, all day');
  });

  it('says nothing where nobody works', () => {
    expect(say('en', { days: [], from: 0, to: 0 })).toBe('');
  });
});
