import { describe, expect, it } from 'vitest';
import {
  continueLine,
  fenceLines,
  pasteLink,
  toggleMark,
  togglePrefix,
  type TextEdit,
} from './marks.ts';

/** `[` and `]` stand for the ends of the selection, `|` for a caret. */
const parse = (shown: string): { text: string; start: number; end: number } => {
  const caret = shown.indexOf('|');
  if (caret >= 0) return { text: shown.replace('|', ''), start: caret, end: caret };
  const start = shown.indexOf('[');
  const end = shown.indexOf(']') - 1;
  return { text: shown.replace('[', '').replace(']', ''), start, end };
};
const apply = (text: string, edit: TextEdit | null): string | null => {
  if (edit === null) return null;
  const next = text.slice(0, edit.start) + edit.words + text.slice(edit.end);
  return edit.from === edit.to
    ? `${next.slice(0, edit.from)}|${next.slice(edit.from)}`
    : `${next.slice(0, edit.from)}[${next.slice(edit.from, edit.to)}]${next.slice(edit.to)}`;
};
const on = (
  shown: string,
  run: (text: string, start: number, end: number) => TextEdit | null,
): string | null => {
  const { text, start, end } = parse(shown);
  return apply(text, run(text, start, end));
};

describe('marks around a selection', () => {
  it.each([
    ['a [b] c', 'a **[b]** c'],
    ['a **[b]** c', 'a [b] c'],
    ['a [**b**] c', 'a [b] c'],
    ['a [b ]c', 'a **[b]** c'],
    ['a |', 'a **|**'],
  ])('%s becomes %s', (before, after) => {
    expect(on(before, (text, start, end) => toggleMark(text, start, end, '**'))).toBe(after);
  });

  it('makes lines a block of code', () => {
    expect(on('x [a\nb] y', fenceLines)).toBe('x \n```\n[a\nb]\n```\n y');
    expect(on('|', fenceLines)).toBe('```\n|\n```');
  });

  it('puts a prefix before each line, and takes it away again', () => {
    const list = (text: string, start: number, end: number) => togglePrefix(text, start, end, '- ');
    expect(on('a\n[b\nc]', list)).toBe('a\n- b\n- c|');
    expect(on('[- b\n- c]', list)).toBe('b\nc|');
    const numbers = (text: string, start: number, end: number) =>
      togglePrefix(text, start, end, '1. ');
    expect(on('[- b\n- c]', numbers)).toBe('1. b\n2. c|');
  });
});

describe('a line break', () => {
  it.each([
    ['- a|', '- a\n- |'],
    ['  * a|', '  * a\n  * |'],
    ['9. a|', '9. a\n10. |'],
    ['> a|', '> a\n> |'],
    ['- a\n- |', '- a\n|'],
    ['a|', null],
    ['-|', null],
  ])('%j becomes %j', (before, after) => {
    expect(on(before, (text, start) => continueLine(text, start))).toBe(after);
  });
});

describe('an address pasted over words', () => {
  it.each([
    ['see [the plan]', 'https://a.example/p', 'see [the plan](https://a.example/p)|'],
    ['see |', 'https://a.example/p', null],
    ['[https://b.example]', 'https://a.example/p', null],
    ['[words]', 'not an address', null],
  ])('%j, %j', (before, pasted, after) => {
    expect(on(before, (text, start, end) => pasteLink(text, start, end, pasted))).toBe(after);
  });
});
