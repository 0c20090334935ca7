import type { BlockText, RichElement, SlackBlock } from '../schema/block.ts';
import { emojiOf } from './emoji.ts';
import { code, fenced, link, literal, marked, quoted } from './escape.ts';
import { allowedTarget } from '../../../../../shared/domain/markdown/address.ts';
import { markdownOf } from './mrkdwn.ts';
import type { SlackNames } from './names.ts';

/** Blocks as our markdown source; empty where they hold no words. */
export const markdownOfBlocks = (blocks: readonly SlackBlock[], names: SlackNames): string =>
  blocks
    .map((block) => ofBlock(block, names))
    .filter((text) => text.trim() !== '')
    .join('\n');

function ofBlock(block: SlackBlock, names: SlackNames): string {
  switch (block.type) {
    case 'rich_text':
      return ofLines(block.elements ?? [], names);
    case 'header':
      return marked(ofText(block.text, names), '**');
    case 'context':
      return (block.elements ?? [])
        .map((element) => ofText({ type: element.type, text: element.text }, names))
        .filter((text) => text !== '')
        .join(' ');
    case 'image':
      return ofPicture(block.alt_text, block.image_url);
    case 'video':
      return ofPicture(block.title?.text ?? block.alt_text, block.title_url ?? block.video_url);
    default:
      return [block.text, ...(block.fields ?? [])]
        .map((text) => ofText(text, names))
        .filter((text) => text !== '')
        .join('\n');
  }
}

function ofText(text: BlockText, names: SlackNames): string {
  if (text?.text === undefined) return '';
  return text.type === 'plain_text' ? literal(text.text) : markdownOf(text.text, names);
}

function ofPicture(words: string | undefined, url: string | undefined): string {
  if (url === undefined || allowedTarget(url) === null) return literal(words ?? '');
  return link(literal(words || url), url);
}

/** The parts of rich text that stand below one another. */
function ofLines(elements: readonly RichElement[], names: SlackNames): string {
  return elements
    .map((element) => {
      const inner = element.elements ?? [];
      switch (element.type) {
        case 'rich_text_preformatted':
          return fenced(inner.map((one) => one.text ?? one.url ?? '').join(''));
        case 'rich_text_quote':
          return quoted(ofInlines(inner, names));
        case 'rich_text_list':
          return ofList(element, names);
        default:
          return ofInlines(inner, names).replace(/\n$/, '');
      }
    })
    .join('\n');
}

function ofList(list: RichElement, names: SlackNames): string {
  const indent = '  '.repeat(list.indent ?? 0);
  return (list.elements ?? [])
    .map((item, index) => {
      const mark = list.style === 'ordered' ? `${index + 1}.` : '-';
      const text = ofInlines(item.elements ?? [], names).replaceAll('\n', `\n${indent}  `);
      return `${indent}${mark} ${text}`;
    })
    .join('\n');
}

const ofInlines = (elements: readonly RichElement[], names: SlackNames): string =>
  elements.map((element) => styled(ofInline(element, names), element)).join('');

function ofInline(element: RichElement, names: SlackNames): string {
  const { type, text = '' } = element;
  const isCode = typeof element.style === 'object' && element.style.code === true;
  switch (type) {
    case 'text':
      return isCode ? code(text) : literal(text);
    case 'link':
      return ofPicture(text || element.url, element.url);
    case 'emoji':
      return ofEmoji(element);
    case 'user':
      return markdownOf(`<@${element.user_id ?? ''}>`, names);
    case 'channel':
      return markdownOf(`<#${element.channel_id ?? ''}>`, names);
    case 'usergroup':
      return '@group';
    case 'broadcast':
      return markdownOf(`<!${element.range ?? 'channel'}>`, names);
    default:
      return literal(element.fallback ?? (text || (element.value ?? '')));
  }
}

function ofEmoji({ name = '', skin_tone: tone, unicode }: RichElement): string {
  const known = emojiOf(tone === undefined ? name : `${name}::skin-tone-${tone}`);
  if (known !== undefined) return known;
  if (unicode === undefined) return `:${name}:`;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  const valid = points.every((point) => point > 0 && point <= 0x10_ff_ff);
  return valid ? String.fromCodePoint(...points) : `:${name}:`;
}

/** A mark does not hold a space at its ends: it is moved out. */
function styled(text: string, { style, type }: RichElement): string {
  if (typeof style !== 'object' || style.code === true) return text;
  const marks = [
    style.bold === true ? '**' : '',
    style.italic === true ? '_' : '',
    style.strike === true ? '~~' : '',
  ].filter((mark) => mark !== '');
  if (type === 'emoji') return text;
  return marks.reduceRight((inner, mark) => marked(inner, mark), text);
}
