import type { KeyboardEvent } from 'react';
import { isMac } from '../../app/shortcuts/use-shortcuts.ts';
import { isPress } from '../../app/shortcuts/keys.ts';
import { applyEdit } from './apply-edit.ts';
import { fenceLines, toggleMark, togglePrefix, type TextEdit } from './marks.ts';

type Change = (text: string, start: number, end: number) => TextEdit;

/** What can be done to words, with its keys. The keys belong to the field, not to the page. */
export const formats = {
  bold: { keys: 'Mod+B', change: (text, start, end) => toggleMark(text, start, end, '**') },
  italic: { keys: 'Mod+I', change: (text, start, end) => toggleMark(text, start, end, '_') },
  strike: { keys: 'Mod+Shift+X', change: (text, start, end) => toggleMark(text, start, end, '~~') },
  code: { keys: 'Mod+E', change: (text, start, end) => toggleMark(text, start, end, '`') },
  block: { keys: 'Mod+Shift+C', change: fenceLines },
  list: { keys: 'Mod+Shift+8', change: (text, start, end) => togglePrefix(text, start, end, '- ') },
  numbers: {
    keys: 'Mod+Shift+7',
    change: (text, start, end) => togglePrefix(text, start, end, '1. '),
  },
  quote: {
    keys: 'Mod+Shift+9',
    change: (text, start, end) => togglePrefix(text, start, end, '> '),
  },
} as const satisfies Record<string, { keys: string; change: Change }>;

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as Format[];

/** The format whose keys these are. With Shift a digit is another character, so its place counts. */
export function formatOfPress(event: KeyboardEvent): Format | null {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const { code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const press = { key: digit ?? event.key, code, ctrlKey, metaKey, altKey, shiftKey };
  return formatNames.find((name) => isPress(press, formats[name].keys, isMac)) ?? null;
}

export function runFormat(field: HTMLTextAreaElement, format: Format): void {
  const { value, selectionStart, selectionEnd } = field;
  applyEdit(field, formats[format].change(value, selectionStart, selectionEnd));
}
