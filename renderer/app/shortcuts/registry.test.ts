import { describe, expect, it } from 'vitest';
import { sayerFor } from '../../i18n/say.ts';
import { shortcutGroups, shortcutNames, shortcutOf } from './registry.ts';

describe('the shortcuts', () => {
  it('have different keys', () => {
    const keys = shortcutNames.map((name) => shortcutOf(name).keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('each stand in a group of the list, and no group is empty', () => {
    const used = new Set(shortcutNames.map((name) => shortcutOf(name).group));
    expect([...used].sort()).toEqual([...shortcutGroups].sort());
  });

  it('never take a letter without Ctrl or Alt: that is for typing', () => {
    for (const name of shortcutNames) {
      const { keys } = shortcutOf(name);
      expect(keys === 'Escape' || /^(Mod|Alt)\+/.test(keys), keys).toBe(true);
    }
  });

  it('leave the keys alone that a text field uses', () => {
    const taken = ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Z', 'Mod+Shift+Z', 'Mod+B', 'Mod+I'];
    const keys = shortcutNames.map((name) => shortcutOf(name).keys);
    expect(keys.filter((each) => taken.includes(each))).toEqual([]);
  });

  it('are each said differently', () => {
    const say = sayerFor('en');
    const words = shortcutNames.map((name) => say(shortcutOf(name).words));
    expect(new Set(words).size).toBe(words.length);
  });
});
