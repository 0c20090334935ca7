import { describe, expect, it } from 'vitest';
import { chooseTheme } from './choose-theme.ts';

describe('chooseTheme', () => {
  it('takes what the person chose', () => {
    expect(chooseTheme('light', { dark: true, contrast: true })).toBe('light');
    expect(chooseTheme('contrast', { dark: false, contrast: false })).toBe('contrast');
  });

  it('else follows the system, whose wish for contrast comes first', () => {
    expect(chooseTheme('system', { dark: false, contrast: false })).toBe('light');
    expect(chooseTheme('system', { dark: true, contrast: false })).toBe('dark');
    expect(chooseTheme('system', { dark: true, contrast: true })).toBe('contrast');
  });
});
