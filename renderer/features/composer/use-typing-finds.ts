import { useEffect, useEffectEvent, type RefObject } from 'react';
import { isTyping } from './typing-key.ts';

/** Where letters mean something of their own. */
const OWN_LETTERS =
  'input, textarea, select, [contenteditable="true"], [role="menu"], [role="listbox"], [role="grid"], [role="tree"], [role="tablist"], [role="dialog"], [role="alertdialog"]';
const OPEN_DIALOG = '[role="dialog"],[role="alertdialog"],[role="menu"]';

/**
 * Whoever begins to type while the focus is in nothing that can be written in means the composer:
 * after a click on a message, on a picture, on the ground. A thread's composer takes what is typed
 * in its panel, the conversation's what is typed anywhere else.
 */
export function useTypingFinds(composer: RefObject<HTMLElement | null>, focus: () => void): void {
  const typed = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.defaultPrevented || !isTyping(event) || !(target instanceof Element)) return;
    if (target.closest(OWN_LETTERS) !== null || document.querySelector(OPEN_DIALOG) !== null)
      return;
    const own = composer.current?.closest('main, aside');
    const there = target.closest('main, aside');
    const thereIsOne = there?.querySelector('textarea') !== null && there !== null;
    // The press goes on to the field that has the focus by then.
    if (thereIsOne ? there === own : own?.tagName === 'MAIN') focus();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => typed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
