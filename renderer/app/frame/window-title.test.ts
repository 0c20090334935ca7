import { describe, expect, it } from 'vitest';
import { windowTitle } from './window-title.ts';

describe('windowTitle', () => {
  it('names what is open and where', () => {
    expect(windowTitle({ type: 'public', title: 'gudang' }, 'Nusa', 0)).toBe('#gudang - Nusa');
    expect(windowTitle({ type: 'dm', title: 'Bagas' }, 'Nusa', 0)).toBe('Bagas - Nusa');
    expect(windowTitle(undefined, undefined, 0)).toBe('Balai');
  });

  it('counts what waits, up to a hundred', () => {
    expect(windowTitle(undefined, 'Nusa', 3)).toBe('(3) Nusa');
    expect(windowTitle(undefined, 'Nusa', 250)).toBe('(99+) Nusa');
  });
});
