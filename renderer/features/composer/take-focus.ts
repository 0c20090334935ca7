const DIALOG = '[role="dialog"],[role="alertdialog"]';

const inDialog = (): boolean => document.querySelector(DIALOG) !== null;
const isFree = (): boolean =>
  document.activeElement === null ||
  !document.activeElement.matches('input, textarea, [contenteditable="true"]');

/**
 * Gives the focus to a field that appears: whoever comes to a conversation comes to write, but not
 * in the middle of something else. While a dialog is open, as the switcher that led here, it waits
 * until that has closed. Gives back what ends the waiting.
 */
export function takeFocusWhenFree(field: HTMLElement): () => void {
  if (!inDialog()) {
    if (isFree()) field.focus();
    return () => undefined;
  }
  let frame = 0;
  const observer = new MutationObserver(() => {
    if (inDialog()) return;
    observer.disconnect();
    // What closes gives the focus back first, where that is still possible.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (isFree() && field.isConnected) field.focus();
      });
    });
  });
  observer.observe(document.body, { childList: true });
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
