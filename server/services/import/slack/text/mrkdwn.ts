import { withEmoji } from './emoji.ts';
import { decodeEntities } from './entities.ts';
import { code, fenced, keepAsterisks, keepBackslashes, quoted, uncalled } from './escape.ts';
import type { SlackNames } from './names.ts';
import { markdownReference, plainReference } from './reference.ts';

// Slack's own markup, as its documentation and its clients have it:
// https://api.slack.com/reference/surfaces/formatting

/** What is put aside while the words around it are read. Letters for private use: they mean nothing. */
const HOLD = '\uE000';
const RELEASE = '\uE001';
const BOLD_MARK = '\uE002';
const PRIVATE = /[\uE000-\uE002]/g;
const HELD = /\uE000[FI](\d+)\uE001/g;
const HELD_BLOCK = /[ \t]*\n?[ \t]*(\uE000F\d+\uE001)[ \t]*\n?/g;

const CODE = /```([\s\S]*?)```|`([^`\n]+)`/g;
const QUOTE = /^(&gt;&gt;&gt;|&gt;) ?(.*)$/;
const REFERENCE = /<([^<>\n]+)>/g;

/** A mark opens after a space or punctuation and closes before one; what it marks has no such mark. */
const pair = (mark: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}${mark}])${mark}(?![\\s${mark}])([^${mark}\\n]*[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`,
    'gu',
  );
const BOLD = pair('\\*');
const STRIKE = pair('~');

/** Second and third level bullets of Slack's lists; ours are nested by their indent alone. */
const DEEP_BULLET = /^([ \t]+)(?:◦|▪\uFE0E?) ?/gm;

/** In code the markup means nothing, but addresses are still wrapped and three letters escaped. */
const plainCode = (text: string, names: SlackNames): string =>
  decodeEntities(text.replaceAll(REFERENCE, (_, inner: string) => plainReference(inner, names)));

/** The words of one line, with code and references put aside. */
function words(text: string): string {
  const readable = uncalled(decodeEntities(keepBackslashes(text)));
  const bold = withEmoji(readable).replaceAll(BOLD, `${BOLD_MARK}$1${BOLD_MARK}`);
  return keepAsterisks(bold.replaceAll('`', '\\`'))
    .replaceAll(BOLD_MARK, '**')
    .replaceAll(STRIKE, '~~$1~~')
    .replaceAll(DEEP_BULLET, '$1• ');
}

/** Slack's text as our markdown source. */
export function markdownOf(text: string, names: SlackNames): string {
  const held: string[] = [];
  const hold = (sort: 'F' | 'I', markdown: string): string =>
    `${HOLD}${sort}${held.push(markdown) - 1}${RELEASE}`;
  const release = (from: string): string =>
    from.replaceAll(HELD, (_, index: string) => held[Number(index)] ?? '');

  const template = text
    .replaceAll('\r\n', '\n')
    .replaceAll(PRIVATE, '')
    .replaceAll(CODE, (whole, block: string | undefined, inline: string | undefined) => {
      if (block !== undefined) {
        return block.trim() === '' ? whole : hold('F', fenced(plainCode(block, names)));
      }
      return hold('I', code(plainCode(inline ?? '', names)));
    })
    .replaceAll(REFERENCE, (whole, inner: string, at: number, all: string) => {
      const around = `${all[at - 1] ?? ' '}${all[at + whole.length] ?? ' '}`;
      return hold('I', markdownReference(inner, names, /^[\s(][\s).,;:!?]$/.test(around)));
    })
    .replaceAll(HELD_BLOCK, '\n$1\n')
    .replaceAll(/^\n|\n$/g, '');

  let quoting = false;
  const lines = template.split('\n').map((line) => {
    const [, mark, rest = ''] = quoting ? [] : (QUOTE.exec(line) ?? []);
    // Three marks quote everything that follows.
    quoting ||= mark === '&gt;&gt;&gt;';
    const markdown = release(words(mark === undefined ? line : rest));
    return quoting || mark !== undefined ? quoted(markdown) : markdown;
  });
  return lines.join('\n');
}

/** Slack's text without its references and entities; other marks stay as they were written. */
export const plainOf = (text: string, names: SlackNames): string =>
  withEmoji(
    decodeEntities(text.replaceAll(REFERENCE, (_, inner: string) => plainReference(inner, names))),
  );
