const OVER = '[role="dialog"],[role="alertdialog"],[role="menu"]';

/** Whether something is open that is not around the field itself. */
const isCovered = (field: HTMLElement): boolean =>
  [...document.querySelectorAll(OVER)].some((one) => !one.contains(field));
const isFree = (): boolean =>
  document.activeElement === null ||
  !document.activeElement.matches('input, textarea, [contenteditable="true"]');
/** What had the focus has gone, and nothing else took it. */
export const isFocusLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Gives the focus to a field that appears: whoever comes to a conversation comes to write, but not
 * in the middle of something else. While a dialog or a menu is open, as the one that led here, it
 * waits until that has closed. Gives back what ends the waiting.
 */
export function takeFocusWhenFree(field: HTMLElement, mayTake = isFree): () => void {
  if (!isCovered(field)) {
    if (mayTake()) field.focus();
    return () => undefined;
  }
  let frame = 0;
  const observer = new MutationObserver(() => {
    if (isCovered(field)) return;
    observer.disconnect();
    // What closes gives the focus back first, where that is still possible.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (mayTake() && field.isConnected) field.focus();
      });
    });
  });
  observer.observe(document.body, { childList: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
