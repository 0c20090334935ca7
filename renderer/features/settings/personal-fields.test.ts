import { describe, expect, it } from 'vitest';
import { birthdayOf, birthdayWords, daysOf, skillsOf } from './personal-fields.ts';

const fields = (month: string, day: string) => ({ pronouns: '', skills: '', month, day });

describe('skills', () => {
  it('are parted by commas of any script, each once, without empty ones', () => {
    expect(skillsOf(' Excel,pajak ، bahasa  isyarat;Excel, ,')).toEqual([
      'Excel',
      'pajak',
      'bahasa isyarat',
    ]);
  });

  it('are not taken where they are too many or one is too long', () => {
    expect(skillsOf(Array.from({ length: 31 }, (_, n) => `s${n}`).join(','))).toBeUndefined();
    expect(skillsOf('x'.repeat(61))).toBeUndefined();
  });
});

describe('a birthday', () => {
  it('is a month and a day of it, also the 29th of February', () => {
    expect(birthdayOf(fields('02', '29'))).toBe('02-29');
    expect(birthdayWords('02-29', 'id')).toBe('29 Februari');
    expect(daysOf('02')).toBe(29);
  });

  it('is neither half nor a day that no year has', () => {
    expect(birthdayOf(fields('02', 'none'))).toBeUndefined();
    expect(birthdayOf(fields('02', '30'))).toBeUndefined();
    expect(birthdayOf(fields('04', '31'))).toBeUndefined();
  });

  it('can be told to nobody', () => {
    expect(birthdayOf(fields('none', 'none'))).toBeNull();
  });
});
