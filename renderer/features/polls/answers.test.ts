import { describe, expect, it } from 'vitest';
import { answersOf } from './answers.ts';

describe('the answers of a form', () => {
  it('are what was written, without empty fields', () => {
    const all = { texts: ['Senin', 'Selasa'], enough: true, twice: null };
    expect(answersOf(['Senin ', '', ' Selasa', ' '])).toEqual(all);
  });

  it('are two at least, and different', () => {
    expect(answersOf(['Senin', ' ']).enough).toBe(false);
    expect(answersOf(['Senin', '', 'Senin ']).twice).toBe(2);
  });
});
