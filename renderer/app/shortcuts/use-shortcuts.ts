import { useCallback, useEffect, useEffectEvent } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { isPress, labelKeys, type Keys } from './keys.ts';
import { shortcutNames, shortcutOf, type ShortcutName } from './registry.ts';

/** Whether this keyboard has a Command key. */
export const isMac = /mac/i.test(navigator.platform);

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[role="dialog"],[role="alertdialog"],[role="menu"]') !== null;

/**
 * Listens for shortcuts on the whole page. A handler that gives back false did nothing, and the
 * press goes on to the browser. What a component has handled itself (`preventDefault`) is left alone.
 */
export function useShortcuts(handlers: Partial<Record<ShortcutName, () => boolean | void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = shortcutNames.find(
      (each) => handlers[each] !== undefined && isPress(event, shortcutOf(each).keys, isMac),
    );
    if (name === undefined) return;
    if (shortcutOf(name).everywhere !== true && inDialog(event.target)) return;
    if (handlers[name]?.() !== false) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Gives keys as they are shown: `['Ctrl', 'K']`. */
export function useLabelsOf(): (keys: Keys) => string[] {
  const t = useWords();
  return useCallback((keys) => labelKeys(keys, isMac, (key) => t(`shortcuts.key.${key}`)), [t]);
}

/** The same for a shortcut. */
export function useKeyLabels(): (name: ShortcutName) => string[] {
  const labelsOf = useLabelsOf();
  return useCallback((name) => labelsOf(shortcutOf(name).keys), [labelsOf]);
}
