import { previewBounds } from '../../../shared/domain/kinds/preview.ts';
import { askOutside, beginning, type Internet, type PageAnswer } from './ask-outside.ts';
import { wordsOfPage, type PageWords } from './page-words.ts';

/** The head of a page is in its beginning, bytes. */
const MAX_BYTES = 256 * 1_024;

/**
 * What a page says of itself. Undefined: it says nothing, is no page, or is not of the internet.
 * Fails where nothing answers.
 */
export const fetchPage = (
  link: string,
  internet: Internet,
  signal: AbortSignal,
): Promise<PageWords | undefined> =>
  askOutside(link, { internet, wanted: 'page', signal }, (answer, url) =>
    wordsOf(answer, url, signal),
  );

async function wordsOf(
  { headers, body }: PageAnswer,
  url: URL,
  signal: AbortSignal,
): Promise<PageWords | undefined> {
  const type = headers['content-type'] ?? '';
  if (!/^(text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined;
  const { bytes } = await beginning(body, MAX_BYTES, signal);
  const words = wordsOfPage(decode(bytes, type));
  if (words === undefined) return undefined;
  const { picture, ...said } = words;
  const host = url.hostname.replace(/^www\./, '').slice(0, previewBounds.site);
  // A page names its picture from where it is itself.
  const link = picture && URL.parse(picture.url, url.href)?.href;
  return {
    ...{ ...said, site: said.site || host },
    ...(link === undefined ? {} : { picture: { ...picture!, url: link } }),
  };
}

function decode(bytes: Buffer, type: string): string {
  const head = bytes.subarray(0, 2_048).toString('latin1');
  const [, named = 'utf-8'] =
    /charset=["']?([\w-]{1,40})/i.exec(type) ??
    /<meta[^<>]{0,200}charset=["']?([\w-]{1,40})/i.exec(head) ??
    [];
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return bytes.toString('utf8');
  }
}
