/**
 * Whether a composer that appears may take the focus: whoever comes to a conversation comes to
 * write, but not in the middle of something else, such as a search or a dialog.
 */
export function mayTakeFocus(): boolean {
  const active = document.activeElement;
  if (document.querySelector('[role="dialog"],[role="alertdialog"]') !== null) return false;
  return active === null || !active.matches('input, textarea, [contenteditable="true"]');
}
