/** Keys as they are written in the registry: `Mod+Shift+F`. `Mod` is Ctrl, and Cmd on a Mac. */
export type Keys = string;

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Whether a press is of these keys. Letters go by their place on a layout that has no Latin ones. */
export function isPress(press: KeyPress, keys: Keys, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const control = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (control !== mod || other) return false;
  if (press.altKey !== parts.includes('Alt')) return false;
  // `/` needs Shift on some layouts.
  if (key !== '/' && press.shiftKey !== parts.includes('Shift')) return false;
  return matchesKey(press, key);
}

function matchesKey(press: KeyPress, key: string): boolean {
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  const latin = /^[\x20-\x7e]$/.test(press.key);
  return !latin && key.length === 1 && press.code === `Key${key.toUpperCase()}`;
}

/** What is printed on the key itself, in every language. */
const named: Readonly<Record<string, string>> = { Tab: 'Tab', Delete: 'Del' };

/** What a key is called on the screen; `name` gives the words of the person's language. */
export function labelKeys(
  keys: Keys,
  mac: boolean,
  name: (key: 'ctrl' | 'alt' | 'shift' | 'enter' | 'esc' | 'up' | 'down') => string,
): string[] {
  const symbols: Readonly<Record<string, string>> = mac
    ? {
        Mod: '⌘',
        Alt: '⌥',
        Shift: '⇧',
        Enter: '↵',
        Escape: name('esc'),
        ArrowUp: '↑',
        ArrowDown: '↓',
      }
    : {
        Mod: name('ctrl'),
        Alt: name('alt'),
        Shift: name('shift'),
        Enter: name('enter'),
        Escape: name('esc'),
        ArrowUp: name('up'),
        ArrowDown: name('down'),
      };
  if (keys === '+') return ['+'];
  return keys.split('+').map((key) => symbols[key] ?? named[key] ?? key.toUpperCase());
}
