import { describe, expect, it } from 'vitest';
import { officeHours } from '../../../shared/domain/hours.ts';
import { hoursWords } from './hours-words.ts';

describe('hours in words', () => {
  it('joins days that follow one another', () => {
    expect(hoursWords(officeHours, 'id')).toBe('Sen–Jum, 08.00–17.00');
  });

  it('lists days that do not, and ends a day at midnight', () => {
    expect(hoursWords({ days: [6, 2, 4], from: 840, to: 1_440 }, 'en-GB')).toBe(
      'Tue, Thu, Sat, 14:00–00:00',
    );
  });

  it('says nothing where nobody works', () => {
    expect(hoursWords({ days: [], from: 0, to: 0 }, 'en')).toBe('');
  });
});
