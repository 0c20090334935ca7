/** A change of a text: [start, end) is replaced, and then [from, to) of the new text is selected. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

export type Mark = '**' | '_' | '~~' | '`';

/** Puts marks around a selection, or takes them away where they are there. */
export function toggleMark(text: string, start: number, end: number, mark: Mark): TextEdit {
  const size = mark.length;
  const selected = text.slice(start, end);
  if (selected.length >= 2 * size && selected.startsWith(mark) && selected.endsWith(mark)) {
    const words = selected.slice(size, -size);
    return { start, end, words, from: start, to: start + words.length };
  }
  const around = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  if (around && start >= size) {
    return {
      start: start - size,
      end: end + size,
      words: selected,
      from: start - size,
      to: start - size + selected.length,
    };
  }
  // Marks do not work around spaces.
  const lead = selected.length - selected.trimStart().length;
  const inner = selected.trim();
  const trail = selected.slice(lead + inner.length);
  const words = `${selected.slice(0, lead)}${mark}${inner}${mark}${trail}`;
  const from = start + lead + size;
  return { start, end, words, from, to: from + inner.length };
}

/** Makes the selected lines a block of code. */
export function fenceLines(text: string, start: number, end: number): TextEdit {
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const after = end === text.length || text[end] === '\n' ? '' : '\n';
  const selected = text.slice(start, end);
  const words = `${before}\`\`\`\n${selected}\n\`\`\`${after}`;
  const from = start + before.length + 4;
  return { start, end, words, from, to: from + selected.length };
}

export type LinePrefix = '- ' | '1. ' | '> ';

const PREFIX = /^(?:[-*+•] |\d{1,3}[.)] |> )/;

/** Puts a prefix before each selected line, or takes it away where every line has it. */
export function togglePrefix(
  text: string,
  start: number,
  end: number,
  prefix: LinePrefix,
): TextEdit {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const last = stop < 0 ? text.length : stop;
  const lines = text.slice(first, last).split('\n');
  const number = prefix === '1. ';
  const has = (line: string): boolean =>
    number ? /^\d{1,3}[.)] /.test(line) : line.startsWith(prefix);
  const words = lines.every(has)
    ? lines.map((line) => line.replace(PREFIX, '')).join('\n')
    : lines
        .map((line, i) => `${number ? `${i + 1}. ` : prefix}${line.replace(PREFIX, '')}`)
        .join('\n');
  return { start: first, end: last, words, from: first + words.length, to: first + words.length };
}

const CONTINUES = /^(\s*)(?:([-*+•] )|(\d{1,3})([.)] )|((?:> ?)+))/;

/**
 * What a line break does within a list or a quote: the next line goes on with it, and on a line
 * that has nothing else it ends it. null: an ordinary break.
 */
export function continueLine(text: string, caret: number): TextEdit | null {
  const first = text.lastIndexOf('\n', caret - 1) + 1;
  const line = text.slice(first, caret);
  const match = CONTINUES.exec(line);
  if (match === null) return null;
  const [whole, indent = '', bullet, number, dot, quote] = match;
  if (line.slice(whole.length).trim() === '') {
    return { start: first, end: caret, words: '', from: first, to: first };
  }
  const next = bullet ?? quote ?? `${Number(number) + 1}${dot ?? ''}`;
  const words = `\n${indent}${next}`;
  return { start: caret, end: caret, words, from: caret + words.length, to: caret + words.length };
}

const ADDRESS = /^(?:https?:\/\/|mailto:)\S+$/i;

/** An address pasted over words makes them a link. null: an ordinary paste. */
export function pasteLink(
  text: string,
  start: number,
  end: number,
  pasted: string,
): TextEdit | null {
  const address = pasted.trim();
  const selected = text.slice(start, end);
  if (!ADDRESS.test(address) || selected.trim() === '' || /[[\]\n]/.test(selected)) return null;
  if (ADDRESS.test(selected.trim())) return null;
  const target = /[()\s]/.test(address) ? `<${address}>` : address;
  const words = `[${selected}](${target})`;
  return { start, end, words, from: start + words.length, to: start + words.length };
}
