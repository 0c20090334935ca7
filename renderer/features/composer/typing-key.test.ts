import { describe, expect, it } from 'vitest';
import { isTyping } from './typing-key.ts';

const press = (key: string, held: readonly string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  getModifierState: () => held.includes('altgr'),
});

describe('isTyping', () => {
  it('is a letter of any script, a digit, a sign', () => {
    for (const key of ['a', 'A', 'é', 'م', '7', '@', '😀']) expect(isTyping(press(key))).toBe(true);
  });

  it('is the press that begins a composed character', () => {
    for (const key of ['Dead', 'Process']) expect(isTyping(press(key))).toBe(true);
  });

  it('is no shortcut, but a sign made with AltGr', () => {
    for (const held of ['ctrl', 'meta', 'alt']) expect(isTyping(press('k', [held]))).toBe(false);
    expect(isTyping(press('@', ['ctrl', 'alt', 'altgr']))).toBe(true);
  });

  it('is neither space nor a named key', () => {
    for (const key of [' ', 'Enter', 'Tab', 'Escape', 'Backspace', 'ArrowUp', 'F5', 'Shift']) {
      expect(isTyping(press(key))).toBe(false);
    }
  });
});
