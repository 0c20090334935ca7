import type { TextEdit } from './marks.ts';

/** Does an edit as if it were typed, so that undo takes it back. */
export function applyEdit(field: HTMLTextAreaElement, edit: TextEdit): void {
  const { start, end, words, from, to } = edit;
  field.focus();
  field.setSelectionRange(start, end);
  // The one way that goes through the field's own undo.
  const typed =
    typeof document.execCommand === 'function' &&
    (words === ''
      ? start === end || document.execCommand('delete')
      : document.execCommand('insertText', false, words));
  if (!typed) {
    field.setRangeText(words, start, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(from, to);
}
