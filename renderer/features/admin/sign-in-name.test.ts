import { describe, expect, it } from 'vitest';
import { isSignInName, nameFrom } from './sign-in-name.ts';

describe('a name to sign in with', () => {
  it.each([
    ['Dewi Lestari', 'dewi.lestari'],
    ['  José  da Silva ', 'jose.da.silva'],
    ['R. A. Kartini', 'r.a.kartini'],
    ['陳大文', ''],
  ])('is made from %s', (displayName, name) => {
    expect(nameFrom(displayName)).toBe(name);
  });

  it('made from a name is one that the relay takes', () => {
    for (const displayName of ['Dewi Lestari', '3 Roda', 'x'.repeat(80), '-Ayu-']) {
      expect(isSignInName(nameFrom(displayName))).toBe(true);
    }
    expect(isSignInName('')).toBe(false);
    expect(isSignInName('Dewi Lestari')).toBe(false);
  });
});
