import { allowedTarget } from '../../../../shared/domain/markdown/address.ts';
import type { LinkAttachment } from '../../../../shared/domain/kinds/message.ts';
import type { SlackAttachment, SlackFile } from './schema/message.ts';
import { link, literal, marked, quoted } from './text/escape.ts';
import { markdownOf, plainOf } from './text/mrkdwn.ts';
import type { SlackNames } from './text/names.ts';
import { markdownOfBlocks } from './text/rich-text.ts';
import { shorten } from './text/shorten.ts';

const MAX_URL = 2_048;

const usable = (...urls: (string | undefined)[]): string | undefined =>
  urls.find((url) => url !== undefined && url.length <= MAX_URL && allowedTarget(url) !== null);

/** A file as a link to it; undefined where the export does not tell where it is. */
export function linkToFile(file: SlackFile): LinkAttachment | undefined {
  const url = usable(file.permalink, file.url_private, file.external_url);
  if (url === undefined) return undefined;
  const title = file.title || file.name || url;
  const size = file.size === undefined ? null : Math.max(0, Math.round(file.size));
  return {
    ...{ type: 'link', url, title: shorten(title, 500) },
    text: file.name === undefined || file.name === title ? '' : file.name.slice(0, 4_000),
    mediaType: file.mimetype ? file.mimetype.slice(0, 120) : null,
    size,
  };
}

/** What Slack shows below a message: a link, and what stands before it in the message's own text. */
export interface Shown {
  readonly link: LinkAttachment | undefined;
  /** Markdown; empty where there is none. */
  readonly text: string;
}

/** An attachment that leads somewhere is a link; any other is a quotation in the message's text. */
export function shownOf(attachment: SlackAttachment, names: SlackNames): Shown {
  const url = usable(
    ...[attachment.title_link, attachment.from_url, attachment.original_url],
    attachment.image_url,
  );
  const blocks = markdownOfBlocks(attachment.blocks ?? [], names);
  if (url === undefined || blocks !== '')
    return { link: undefined, text: asQuote(attachment, blocks, url, names) };
  const { title, author_name: author, fallback, service_name: service } = attachment;
  const words = plainOf(title || author || fallback || service || url, names);
  const fields = (attachment.fields ?? []).map((one) =>
    [one.title, one.value].filter(Boolean).join(': '),
  );
  const text = [attachment.text ?? '', ...fields].filter((line) => line !== '').join('\n');
  return {
    link: {
      ...{ type: 'link', url, title: shorten(words.replaceAll(/\s+/g, ' '), 500) },
      ...{ text: shorten(plainOf(text, names), 4_000), mediaType: null, size: null },
    },
    text: markdownOf(attachment.pretext ?? '', names),
  };
}

function asQuote(
  attachment: SlackAttachment,
  blocks: string,
  url: string | undefined,
  names: SlackNames,
): string {
  const { pretext = '', title = '', text = '', fallback = '', fields = [] } = attachment;
  const heading = title === '' ? '' : marked(markdownOf(title, names), '**');
  const inner = [
    heading !== '' && url !== undefined ? link(literal(title), url) : heading,
    markdownOf(text, names),
    ...fields.map(({ title: name = '', value = '' }) =>
      [name === '' ? '' : marked(literal(name), '**'), markdownOf(value, names)]
        .filter(Boolean)
        .join(': '),
    ),
    blocks,
  ].filter((line) => line !== '');
  const body =
    inner.length > 0 ? inner.join('\n') : pretext === '' ? markdownOf(fallback, names) : '';
  return [markdownOf(pretext, names), body === '' ? '' : quoted(body)]
    .filter((part) => part !== '')
    .join('\n');
}
