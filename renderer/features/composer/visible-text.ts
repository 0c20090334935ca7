import { codeRanges } from '../../../shared/domain/markdown/parse.ts';
import { isInCode } from './code-ranges.ts';

/**
 * A text as the person sees it while writing: `@Ayu Kartika`, where the message will hold
 * `<@id>`. The places of mentions are kept beside the text and moved along with every edit.
 */
export interface VisibleText {
  readonly text: string;
  /** Ascending, none within another. */
  readonly mentions: readonly Mention[];
}

export interface Mention {
  /** [start, end) in UTF-16 units of the visible text. */
  readonly start: number;
  readonly end: number;
  /** What stands for it in the message: `<@id>`, `<#id>`, `<!group:id>`, `<!here>`. */
  readonly token: string;
}

/** What a label stands for: `@Ayu Kartika` is `<@id>`. It grows while a text is written. */
export type Labels = ReadonlyMap<string, string>;

const LETTER = /\p{L}/u;

/**
 * Each line of a text runs as its first letter does. Before there is one it runs as the page, and
 * not from left to right, as a field would have it for a slash or a number.
 */
export const directionOf = (text: string): 'auto' | undefined =>
  LETTER.test(text) ? 'auto' : undefined;

export const noText: VisibleText = { text: '', mentions: [] };

const ID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const TOKEN = new RegExp(`<(?:[@#]${ID}|!group:${ID}|!channel|!here)>`, 'g');
const WORD = /[\p{L}\p{M}\p{N}_]/u;

/** The tokens of people, channels and groups that a message's text names outside code. */
export function tokensIn(source: string): string[] {
  const code = codeRanges(source);
  return [...source.matchAll(TOKEN)]
    .filter((match) => !isInCode(code, match.index, match.index + match[0].length))
    .map((match) => match[0]);
}

/** A message's text as it is shown for writing. A token without a label stays as it is. */
export function decode(
  source: string,
  labelOf: (token: string) => string | undefined,
): VisibleText {
  const code = codeRanges(source);
  const mentions: Mention[] = [];
  let text = '';
  let from = 0;
  for (const match of source.matchAll(TOKEN)) {
    const token = match[0];
    const end = match.index + token.length;
    const label = isInCode(code, match.index, end) ? undefined : labelOf(token);
    if (label === undefined) continue;
    text += source.slice(from, match.index);
    mentions.push({ start: text.length, end: text.length + label.length, token });
    text += label;
    from = end;
  }
  return { text: text + source.slice(from), mentions };
}

/** What will be sent. A mention that has come to stand in code is quoted text and names nobody. */
export function encode({ text, mentions }: VisibleText): string {
  if (mentions.length === 0) return text;
  const code = codeRanges(text);
  let source = '';
  let from = 0;
  for (const { start, end, token } of mentions) {
    if (isInCode(code, start, end)) continue;
    source += text.slice(from, start) + token;
    from = end;
  }
  return source + text.slice(from);
}

interface Change {
  /** Replaced: [start, oldEnd) of the old text by [start, newEnd) of the new. */
  start: number;
  oldEnd: number;
  newEnd: number;
}

/** What was replaced. `caret` is where the edit ended, which decides between equal places. */
export function changeBetween(before: string, after: string, caret: number): Change {
  const most = Math.min(before.length, after.length);
  const tail = after.length - caret;
  let suffix = 0;
  while (
    suffix < Math.min(most, tail) &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix += 1;
  }
  let prefix = 0;
  while (prefix < most - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (
    suffix < most - prefix &&
    before[before.length - 1 - suffix] === after[after.length - 1 - suffix]
  ) {
    suffix += 1;
  }
  return { start: prefix, oldEnd: before.length - suffix, newEnd: after.length - suffix };
}

const standsAlone = (text: string, start: number, end: number): boolean =>
  !WORD.test(text[start - 1] ?? '') && !WORD.test(text[end] ?? '');

/** Labels that an edit has put in or completed: by undo, by paste, or by typing the last letter. */
function appeared(text: string, { start, newEnd }: Change, known: Labels): Mention[] {
  const found: Mention[] = [];
  const labels = [...known.keys()].sort((a, b) => b.length - a.length);
  const code = codeRanges(text);
  for (const label of labels) {
    const token = known.get(label);
    if (token === undefined) continue;
    const low = Math.max(0, start - label.length);
    for (
      let at = text.indexOf(label, low);
      at >= 0 && at <= newEnd;
      at = text.indexOf(label, at + 1)
    ) {
      const end = at + label.length;
      const touched = end >= start && at <= newEnd;
      const free = found.every((other) => end <= other.start || at >= other.end);
      if (touched && free && standsAlone(text, at, end) && !isInCode(code, at, end)) {
        found.push({ start: at, end, token });
      }
    }
  }
  return found;
}

/**
 * The text after an edit. A mention that the edit reached into is only words from then on, until
 * its words are whole again.
 */
export function edited(
  before: VisibleText,
  text: string,
  caret: number,
  known: Labels,
): VisibleText {
  const change = changeBetween(before.text, text, caret);
  const moved = change.newEnd - change.oldEnd;
  const kept = before.mentions.flatMap((mention): Mention[] => {
    const { start, end, token } = mention;
    const at = end <= change.start ? 0 : start >= change.oldEnd ? moved : null;
    if (at === null) return [];
    const next = { start: start + at, end: end + at, token };
    // A letter typed right behind a name makes it another word.
    return standsAlone(text, next.start, next.end) ? [at === 0 ? mention : next] : [];
  });
  // A longer name that was typed to its end takes the place of the shorter one that it begins with.
  const found = appeared(text, change, known).filter((one) =>
    kept.every(
      (other) =>
        one.end <= other.start ||
        one.start >= other.end ||
        (one.start === other.start && one.end > other.end),
    ),
  );
  const still = kept.filter((one) =>
    found.every((other) => one.end <= other.start || one.start >= other.end),
  );
  return { text, mentions: [...still, ...found].sort((a, b) => a.start - b.start) };
}

/**
 * A label for a token that no other token has in this text: two people may have the same name, and
 * then `more` tells them apart.
 */
export function labelFor(known: Labels, token: string, name: string, more: string): string {
  for (const [label, other] of known) if (other === token) return label;
  return known.has(name) ? `${name} (${more})` : name;
}
