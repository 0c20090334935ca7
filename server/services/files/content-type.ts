import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { fileEnding } from '../../../shared/domain/file-name.ts';
import { isSoundAlone } from './webm-tracks.ts';

export interface ContentType {
  readonly mediaType: string;
  /** The end that a name of this content has, as policies name it: `exe`. Empty: nothing known. */
  readonly ending: string;
}

const UNKNOWN = 'application/octet-stream';
/** As much as is looked at of a text, and of what a film consists of, bytes. */
const HEAD = 64 * 1_024;

/** Text says nothing of itself, so its name does; only what no browser would run. */
const TEXTS: Readonly<Record<string, string>> = {
  ...{ csv: 'text/csv', tsv: 'text/tab-separated-values', md: 'text/markdown' },
  ...{ json: 'application/json', sql: 'application/sql', yaml: 'application/yaml' },
  ...{ yml: 'application/yaml', ics: 'text/calendar', vcf: 'text/vcard', log: 'text/plain' },
};
/** The old formats of office programs look alike from outside. */
const COMPOUNDS: Readonly<Record<string, string>> = {
  ...{ doc: 'application/msword', xls: 'application/vnd.ms-excel' },
  ...{ ppt: 'application/vnd.ms-powerpoint', msg: 'application/vnd.ms-outlook' },
};
/** What a browser could run in the name of whoever serves it. */
const ACTIVE = /html|svg|xml$|javascript|ecmascript|x-shockwave|xslt/;

/**
 * What a file is by its bytes. Its name only tells one text from another and one old office
 * format from another; HTML, SVG and scripts are plain text, whoever says otherwise.
 */
export async function contentTypeOf(file: string, name: string): Promise<ContentType> {
  const found = await fileTypeFromFile(file).catch(() => undefined);
  const mediaType = found?.mime.split(';', 1)[0]?.trim().toLowerCase();
  const ending = fileEnding(name);
  if (mediaType === 'application/x-cfb') {
    return { mediaType: COMPOUNDS[ending] ?? mediaType, ending: '' };
  }
  if (mediaType === 'video/webm' && isSoundAlone(await headOf(file))) {
    return { mediaType: 'audio/webm', ending: 'webm' };
  }
  if (mediaType !== undefined && !ACTIVE.test(mediaType.replace(/\+xml$/, ''))) {
    return { mediaType, ending: found?.ext.toLowerCase() ?? '' };
  }
  if (!(await isText(file))) return { mediaType: UNKNOWN, ending: '' };
  return { mediaType: Object.hasOwn(TEXTS, ending) ? TEXTS[ending]! : 'text/plain', ending: '' };
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function isText(file: string): Promise<boolean> {
  const head = await headOf(file);
  try {
    if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
      return true;
    if (head.includes(0)) return false;
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
