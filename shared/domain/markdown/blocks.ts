import { isLanguage } from './languages.ts';
import { parseInlines, type Line } from './inlines.ts';
import type { Block, Ranges } from './tree.ts';

/** Quotes and lists within one another beyond this depth are text. */
const MAX_DEPTH = 6;

const QUOTE = /^ {0,3}> ?/;
const FENCE = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/;
const ITEM = /^( {0,3})(?:([-*+•])|(\d{1,3})([.)]))(?:[ \t]{1,4}(?=\S)|\s*$)/;
/** Two columns are enough for a list within a list, whatever its marker's width. */
const NESTED_ITEM = /^(?: {2,}|\t+)(?:[-*+•]|\d{1,3}[.)])[ \t]+\S/;

const isBlank = (line: Line): boolean => line.text.trim() === '';
const cut = (line: Line, count: number): Line => ({
  text: line.text.slice(count),
  at: line.at + count,
});
const indentOf = (line: Line): number => line.text.length - line.text.trimStart().length;

interface Item {
  /** Where its words begin in the line. */
  indent: number;
  /** Items of one list have the same. */
  sort: string;
  start: number;
  empty: boolean;
}

function itemOf(line: Line): Item | null {
  const match = ITEM.exec(line.text);
  if (match === null) return null;
  const [whole, , bullet, number, after] = match;
  return {
    indent: whole.length,
    sort: bullet ?? after ?? '',
    start: Number(number ?? 0),
    empty: whole.length === line.text.length,
  };
}

/**
 * Reads lines into blocks. It differs from CommonMark where that would surprise in a chat: a line
 * belongs to a quote or a list only if it is marked so (no "lazy" lines), blank lines do not change
 * a list, code may begin and end on the lines of its fences.
 */
class Reader {
  readonly #lines: readonly Line[];
  readonly #depth: number;
  readonly #code: Ranges;
  readonly #blocks: Block[] = [];
  #at = 0;
  #paragraph: Line[] = [];
  #lastFence: number | null = null;

  constructor(lines: readonly Line[], depth: number, code: Ranges) {
    this.#lines = lines;
    this.#depth = depth;
    this.#code = code;
  }

  read(): Block[] {
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      if (isBlank(line)) {
        this.#endParagraph();
        this.#at += 1;
      } else if (!this.#fence(line) && !this.#quote(line) && !this.#list(line)) {
        this.#paragraph.push(line);
        this.#at += 1;
      }
    }
    this.#endParagraph();
    return this.#blocks;
  }

  #endParagraph(): void {
    if (this.#paragraph.length === 0) return;
    const lines = this.#paragraph.map((line) => cut(line, indentOf(line)));
    const last = lines.at(-1);
    if (last !== undefined) lines[lines.length - 1] = { ...last, text: last.text.trimEnd() };
    this.#blocks.push({ type: 'paragraph', children: parseInlines(lines, this.#code) });
    this.#paragraph = [];
  }

  /** Code between fences. A fence that nothing closes runs to the end. */
  #fence(line: Line): boolean {
    const match = FENCE.exec(line.text);
    const [, fence, info] = match ?? [];
    if (fence === undefined || info === undefined) return this.#fenceWithin(line);
    const marker = fence[0] ?? '`';
    if (info.includes(marker.repeat(3)) || (marker === '`' && info.includes('`'))) return false;
    this.#endParagraph();
    const word = info.trim();
    const language = isLanguage(word) ? word.toLowerCase() : null;
    const first =
      word === '' || language !== null ? [] : [cut(line, line.text.length - info.length)];
    this.#fenced(line.at, first, fence, language);
    return true;
  }

  /** `Look: ```select 1` and more lines: the code begins in the middle of a line. */
  #fenceWithin(line: Line): boolean {
    const start = line.text.indexOf('`');
    if (start < 0 || !this.#closesLater()) return false;
    const before = line.text.slice(0, start);
    const fence = /^`+/.exec(line.text.slice(start))?.[0] ?? '';
    const info = line.text.slice(start + fence.length);
    if (fence.length < 3 || info.includes('`')) return false;
    this.#paragraph.push({ text: before, at: line.at });
    this.#endParagraph();
    const first = info.trim() === '' ? [] : [cut(line, before.length + fence.length)];
    this.#fenced(line.at + start, first, fence, null);
    return true;
  }

  /** Whether some later line ends with a fence. */
  #closesLater(): boolean {
    this.#lastFence ??= this.#lines.findLastIndex((line) => line.text.trimEnd().endsWith('```'));
    return this.#lastFence > this.#at;
  }

  /** `start`: where its opening fence is in the source. */
  #fenced(start: number, first: Line[], fence: string, language: string | null): void {
    const lines = [...first];
    const opening = this.#lines[this.#at];
    let end = opening === undefined ? start : opening.at + opening.text.length;
    this.#at += 1;
    for (let line = this.#lines[this.#at]; line !== undefined; line = this.#lines[this.#at]) {
      this.#at += 1;
      end = line.at + line.text.length;
      const text = line.text.trimEnd();
      if (text.endsWith(fence)) {
        const rest = text.slice(0, -fence.length).replace(/[`~]+$/, '');
        if (rest.trim() !== '') lines.push({ text: rest, at: line.at });
        break;
      }
      lines.push(line);
    }
    const value = lines.map((line) => line.text).join('\n');
    this.#blocks.push({ type: 'code', language, value, at: lines[0]?.at ?? 0 });
    this.#code.push([start, end]);
  }

  #quote(line: Line): boolean {
    if (this.#depth === MAX_DEPTH || !QUOTE.test(line.text)) return false;
    this.#endParagraph();
    const inner: Line[] = [];
    for (let next = this.#lines[this.#at]; next !== undefined; next = this.#lines[this.#at]) {
      const mark = QUOTE.exec(next.text);
      if (mark === null) break;
      inner.push(cut(next, mark[0].length));
      this.#at += 1;
    }
    const children = new Reader(inner, this.#depth + 1, this.#code).read();
    this.#blocks.push({ type: 'quote', children });
    return true;
  }

  #list(line: Line): boolean {
    const first = itemOf(line);
    if (first === null || first.empty || this.#depth === MAX_DEPTH) return false;
    const ordered = /[.)]/.test(first.sort);
    // A line that happens to begin with a number does not end its paragraph.
    if (ordered && first.start !== 1 && this.#paragraph.length > 0) return false;
    this.#endParagraph();
    const items: Block[][] = [];
    for (let item: Item | null = first; item !== null; item = this.#nextItem(first.sort)) {
      const head = this.#lines[this.#at];
      if (head === undefined) break;
      this.#at += 1;
      const inner = [cut(head, item.indent), ...this.#belonging(item.indent)];
      items.push(new Reader(inner, this.#depth + 1, this.#code).read());
    }
    this.#blocks.push({ type: 'list', ordered, start: ordered ? first.start : 1, items });
    return true;
  }

  /** The next item of the same list, past blank lines. */
  #nextItem(sort: string): Item | null {
    let at = this.#at;
    for (let line = this.#lines[at]; line !== undefined && isBlank(line); line = this.#lines[at]) {
      at += 1;
    }
    const line = this.#lines[at];
    const item = line === undefined ? null : itemOf(line);
    if (item === null || item.sort !== sort) return null;
    this.#at = at;
    return item;
  }

  /** The lines after an item's first that are indented under it. */
  #belonging(indent: number): Line[] {
    const lines: Line[] = [];
    let blanks: Line[] = [];
    for (let at = this.#at; at < this.#lines.length; at += 1) {
      const line = this.#lines[at];
      if (line === undefined) break;
      if (isBlank(line)) {
        blanks.push(line);
        continue;
      }
      const own = indentOf(line);
      if (own < indent && !NESTED_ITEM.test(line.text)) break;
      lines.push(...blanks, cut(line, Math.min(own, indent)));
      blanks = [];
      this.#at = at + 1;
    }
    return lines;
  }
}

export const parseBlocks = (lines: readonly Line[], code: Ranges): Block[] =>
  new Reader(lines, 0, code).read();
