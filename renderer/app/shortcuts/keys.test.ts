import { describe, expect, it } from 'vitest';
import { isPress, labelKeys, type KeyPress } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('isPress', () => {
  it('takes Ctrl for Mod, and Command on a Mac', () => {
    expect(isPress(press('k', { ctrlKey: true }), 'Mod+K', false)).toBe(true);
    expect(isPress(press('k', { metaKey: true }), 'Mod+K', false)).toBe(false);
    expect(isPress(press('k', { metaKey: true }), 'Mod+K', true)).toBe(true);
    expect(isPress(press('k', { ctrlKey: true }), 'Mod+K', true)).toBe(false);
  });

  it('wants exactly these modifiers', () => {
    const keys = { ctrlKey: true, shiftKey: true };
    expect(isPress(press('F', keys), 'Mod+Shift+F', false)).toBe(true);
    expect(isPress(press('F', keys), 'Mod+F', false)).toBe(false);
    expect(isPress(press('F', { ctrlKey: true }), 'Mod+Shift+F', false)).toBe(false);
    expect(isPress(press('ArrowDown', { altKey: true }), 'Alt+ArrowDown', false)).toBe(true);
  });

  it('does not take a plain letter for a shortcut', () => {
    expect(isPress(press('k'), 'Mod+K', false)).toBe(false);
  });

  it('goes by the place of a key on a layout without Latin letters', () => {
    expect(isPress(press('ن', { ctrlKey: true, code: 'KeyK' }), 'Mod+K', false)).toBe(true);
    expect(isPress(press('j', { ctrlKey: true, code: 'KeyK' }), 'Mod+K', false)).toBe(false);
  });

  it('finds the slash where it needs Shift', () => {
    expect(isPress(press('/', { ctrlKey: true, shiftKey: true }), 'Mod+/', false)).toBe(true);
  });
});

describe('labelKeys', () => {
  it('says a sign and the keys that are called the same everywhere', () => {
    const say = (keys: string) => labelKeys(keys, false, (key) => `<${key}>`);
    expect(say('+')).toEqual(['+']);
    expect(say('Shift+Tab')).toEqual(['<shift>', 'Tab']);
    expect(say('Delete')).toEqual(['Del']);
  });

  it('says keys in words, and in signs on a Mac', () => {
    expect(labelKeys('Mod+Shift+F', false, (key) => `<${key}>`)).toEqual([
      '<ctrl>',
      '<shift>',
      'F',
    ]);
    expect(labelKeys('Mod+Shift+F', true, (key) => `<${key}>`)).toEqual(['⌘', '⇧', 'F']);
  });
});
