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

  it('has one colour for one person, and spreads people over all of them', () => {
    const hues = Array.from({ length: 600 }, (_, i) => hueOf(`person-${i}`));
    expect(hueOf('person-0')).toBe(hues[0]);
    const counts = new Map<number, number>();
    for (const hue of hues) counts.set(hue, (counts.get(hue) ?? 0) + 1);
    expect(counts.size).toBe(12);
    expect(Math.max(...counts.values())).toBeLessThan(100);
  });
});
