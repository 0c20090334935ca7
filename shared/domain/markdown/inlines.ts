import { addressAt, allowedTarget, mailAround } from './address.ts';
import { flanks, pairRuns, type Piece } from './emphasis.ts';
import { tidy } from './tidy.ts';
import type { Inline, Ranges } from './tree.ts';

/** A line of a paragraph, and where it begins in the source. */
export interface Line {
  text: string;
  at: number;
}

const SPECIAL = /[\\`*_~[\]<\n@hwbHWB]/g;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TOKEN = new RegExp(`<(?:([@#])(${ID})|!group:(${ID})|!(channel|here))>`, 'y');
const ANGLE = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/iy;
const WORD = /[\p{L}\p{N}_]/u;
/** Parentheses in a target nest at most this deep, as in CommonMark's reference implementation. */
const MAX_PARENTHESES = 32;

interface Bracket {
  piece: Piece;
  /** The last run before it: what follows that one belongs to the link's words. */
  lastRun: Piece | null;
}

/** Reads the lines of one paragraph. Linear in their length. */
class Reader {
  readonly #text: string;
  readonly #starts: readonly { from: number; at: number }[];
  readonly #head: Piece = { node: null, run: null, before: null, after: null };
  #tail = this.#head;
  #firstRun: Piece | null = null;
  #lastRun: Piece | null = null;
  #runs = 0;
  #brackets: Bracket[] = [];
  #ticks: Map<number, number[]> | null = null;
  readonly #ranges: Ranges;
  #at = 0;
  /** Text from here on has not been put out yet. */
  #pending = 0;

  constructor(lines: readonly Line[], ranges: Ranges) {
    this.#ranges = ranges;
    this.#text = lines.map((line) => line.text).join('\n');
    let from = 0;
    this.#starts = lines.map((line) => {
      const start = { from, at: line.at };
      from += line.text.length + 1;
      return start;
    });
  }

  read(): Inline[] {
    const text = this.#text;
    for (;;) {
      SPECIAL.lastIndex = this.#at;
      const match = SPECIAL.exec(text);
      if (match === null) break;
      this.#at = match.index;
      if (!this.#step(match[0])) this.#at += 1;
    }
    this.#flush(text.length);
    pairRuns(this.#firstRun);
    return this.#collect(this.#head.after);
  }

  /** Handles the character at `#at`; false where it is only text. */
  #step(character: string): boolean {
    switch (character) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#code();
      case '*':
      case '_':
      case '~':
        return this.#run(character);
      case '[':
        this.#add(this.#literal('['));
        this.#brackets.push({ piece: this.#tail, lastRun: this.#lastRun });
        return true;
      case ']':
        return this.#closeBracket();
      case '<':
        return this.#angle();
      case '\n':
        this.#put({ type: 'break' }, this.#at + 1);
        return true;
      case '@':
        return this.#mail();
      default:
        return this.#address();
    }
  }

  #sourceAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle]?.from ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const start = this.#starts[low];
    return start === undefined ? offset : start.at + offset - start.from;
  }

  #append(node: Inline | null): Piece {
    const piece: Piece = { node, run: null, before: this.#tail, after: null };
    this.#tail.after = piece;
    this.#tail = piece;
    return piece;
  }

  #textOf(from: number, to: number): Inline {
    return { type: 'text', value: this.#text.slice(from, to), at: this.#sourceAt(from) };
  }

  #flush(to: number): void {
    if (to > this.#pending) this.#append(this.#textOf(this.#pending, to));
    this.#pending = to;
  }

  #literal(value: string): Inline {
    return { type: 'text', value, at: this.#sourceAt(this.#at) };
  }

  /** Puts a node out in the place of the text up to `end`. */
  #put(node: Inline, end: number): void {
    this.#flush(this.#at);
    this.#append(node);
    this.#at = end;
    this.#pending = end;
  }

  #add(node: Inline): void {
    this.#put(node, this.#at + 1);
  }

  #escape(): boolean {
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '\n') {
      this.#put({ type: 'break' }, this.#at + 2);
      return true;
    }
    if (!ESCAPABLE.test(next)) return false;
    this.#flush(this.#at);
    // The escaped character begins the next piece of text.
    this.#pending = this.#at + 1;
    this.#at += 2;
    return true;
  }

  /** Where runs of backticks begin, by their length. */
  #tickIndex(): Map<number, number[]> {
    if (this.#ticks !== null) return this.#ticks;
    const index = new Map<number, number[]>();
    for (const match of this.#text.matchAll(/`+/g)) {
      const places = index.get(match[0].length);
      if (places === undefined) index.set(match[0].length, [match.index]);
      else places.push(match.index);
    }
    for (const places of index.values()) places.reverse();
    this.#ticks = index;
    return index;
  }

  #code(): boolean {
    let open = this.#at;
    while (this.#text[open] === '`') open += 1;
    const length = open - this.#at;
    const places = this.#tickIndex().get(length) ?? [];
    while (places.length > 0 && (places.at(-1) ?? 0) < open) places.pop();
    const close = places.at(-1);
    if (close === undefined) {
      this.#at = open;
      return true;
    }
    let value = this.#text.slice(open, close).replaceAll('\n', ' ');
    let from = open;
    if (value.startsWith(' ') && value.endsWith(' ') && value.trim() !== '') {
      value = value.slice(1, -1);
      from += 1;
    }
    this.#ranges.push([this.#sourceAt(this.#at), this.#sourceAt(close + length - 1) + 1]);
    this.#put({ type: 'code', value, at: this.#sourceAt(from) }, close + length);
    return true;
  }

  #run(marker: string): boolean {
    const start = this.#at;
    let end = start;
    while (this.#text[end] === marker) end += 1;
    const length = end - start;
    if (marker === '~' && length !== 2) {
      this.#at = end;
      return true;
    }
    const { opens, closes } = flanks(marker, this.#text[start - 1] ?? '', this.#text[end] ?? '');
    this.#flush(start);
    const piece = this.#append(null);
    piece.run = {
      ...{ marker, length, whole: length, at: this.#sourceAt(start), order: this.#runs++ },
      ...{ opens, closes, previous: this.#lastRun, next: null },
    };
    if (this.#lastRun?.run) this.#lastRun.run.next = piece;
    else this.#firstRun = piece;
    this.#lastRun = piece;
    this.#at = end;
    this.#pending = end;
    return true;
  }

  /** `](target)`: gives the target and where it ends. */
  #target(from: number): { target: string; end: number } | null {
    const text = this.#text;
    if (text[from] !== '(') return null;
    let at = from + 1;
    while (text[at] === ' ') at += 1;
    if (text[at] === '<') {
      const close = text.slice(at + 1).search(/[<>\n]/);
      if (close < 0 || text[at + 1 + close] !== '>') return null;
      const target = text.slice(at + 1, at + 1 + close);
      at += close + 2;
      while (text[at] === ' ') at += 1;
      return text[at] === ')' ? { target, end: at + 1 } : null;
    }
    const start = at;
    let depth = 0;
    for (; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (character === ' ' || character === '\n') break;
      if (character === '\\' && ESCAPABLE.test(text[at + 1] ?? '')) at += 1;
      else if (character === '(' && ++depth > MAX_PARENTHESES) return null;
      else if (character === ')' && depth-- === 0) break;
    }
    const target = text.slice(start, at).replace(/\\([!-/:-@[-`{-~])/g, '$1');
    while (text[at] === ' ') at += 1;
    return text[at] === ')' ? { target, end: at + 1 } : null;
  }

  #closeBracket(): boolean {
    const opener = this.#brackets.pop();
    if (opener === undefined) return false;
    const found = this.#target(this.#at + 1);
    const url = found === null ? null : allowedTarget(found.target);
    if (found === null || url === null) return false;
    this.#flush(this.#at);
    const { piece, lastRun } = opener;
    const first = lastRun === null ? this.#firstRun : (lastRun.run?.next ?? null);
    if (first !== null) pairRuns(first);
    // A link holds no link: an address in its words is text, and so is a bracket around it.
    const children = withoutLinks(this.#collect(piece.after));
    this.#brackets = [];
    this.#lastRun = lastRun;
    if (lastRun?.run) lastRun.run.next = null;
    else this.#firstRun = null;
    piece.node = { type: 'link', url, literal: false, children };
    piece.after = null;
    this.#tail = piece;
    this.#at = found.end;
    this.#pending = found.end;
    return true;
  }

  #angle(): boolean {
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#text);
    if (token !== null) {
      const [whole, sign, id, groupId, who] = token;
      const node: Inline =
        who === 'channel' || who === 'here'
          ? { type: 'everybody', who }
          : groupId !== undefined
            ? { type: 'group', id: groupId }
            : { type: sign === '@' ? 'person' : 'channel', id: id ?? '' };
      this.#put(node, this.#at + whole.length);
      return true;
    }
    ANGLE.lastIndex = this.#at;
    const angle = ANGLE.exec(this.#text);
    const url = angle?.[1] === undefined ? null : allowedTarget(angle[1]);
    if (angle === null || url === null) return false;
    const end = this.#at + angle[0].length;
    const children = [this.#textOf(this.#at + 1, end - 1)];
    this.#put({ type: 'link', url, literal: true, children }, end);
    return true;
  }

  #mail(): boolean {
    const found = mailAround(this.#text, this.#at, this.#pending);
    if (found === null) return false;
    const children = [this.#textOf(found.start, found.end)];
    this.#at = found.start;
    this.#put({ type: 'link', url: found.url, literal: true, children }, found.end);
    return true;
  }

  #address(): boolean {
    if (WORD.test(this.#text[this.#at - 1] ?? '')) return false;
    const found = addressAt(this.#text, this.#at);
    if (found === null) return false;
    const children = [this.#textOf(this.#at, found.end)];
    this.#put({ type: 'link', url: found.url, literal: true, children }, found.end);
    return true;
  }

  #collect(first: Piece | null): Inline[] {
    const nodes: Inline[] = [];
    for (let piece = first; piece !== null; piece = piece.after) {
      const run = piece.run;
      if (run !== null)
        nodes.push({ type: 'text', value: run.marker.repeat(run.length), at: run.at });
      else if (piece.node !== null) nodes.push(piece.node);
    }
    return tidy(nodes);
  }
}

const withoutLinks = (nodes: Inline[]): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    if (node.type === 'link') return node.children;
    return 'children' in node ? [{ ...node, children: withoutLinks(node.children) }] : [node];
  });

export const parseInlines = (lines: readonly Line[], code: Ranges): Inline[] =>
  new Reader(lines, code).read();
