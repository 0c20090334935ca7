/** Puts the focus where one writes in the open place, or on the place itself. */
export function goIntoMain(): void {
  const main = document.querySelector('main');
  const field = main?.querySelector<HTMLElement>('textarea, [contenteditable="true"]');
  (field ?? main)?.focus();
}
