import { describe, expect, it } from 'vitest';
import { hueOf, initials } from './avatar-look.ts';

describe('an avatar', () => {
  it('has the letters of the first and the last name', () => {
    expect(initials('Ayu Kartika')).toBe('AK');
    expect(initials('Ni Luh Putu Sekarini')).toBe('NS');
    expect(initials('Lilis')).toBe('L');
    expect(initials('山田 太郎')).toBe('山太');
    expect(initials('👩‍💻 dev')).toBe('👩‍💻D');
    expect(initials('  ')).toBe('?');
  });

  it('has one colour for one person, and never a muddy one', () => {
    const hues = Array.from({ length: 500 }, (_, i) => hueOf(`person-${i}`));
    expect(hueOf('person-0')).toBe(hues[0]);
    expect(hues.filter((hue) => (hue >= 80 && hue < 130) || hue < 0 || hue >= 360)).toEqual([]);
    expect(new Set(hues).size).toBeGreaterThan(200);
  });
});
