import { MAX_DURATION_MS } from '../domain/kinds/file.ts';

/**
 * Addresses of files' bytes, at the page's own origin. Whatever carries the core answers them, and
 * nothing else does: `GET` gives a file, `POST` of its bytes attaches one.
 */
export const FILES_PATH = '/file';

export interface FileAddress {
  readonly channelId: string;
  readonly fileId: string;
  readonly part: 'original' | 'preview';
  /** Given as a file to be saved, not to be shown. */
  readonly save: boolean;
}

export const fileAddress = ({ channelId, fileId, part, save }: FileAddress): string =>
  `${FILES_PATH}/${channelId}/${fileId}${part === 'preview' ? '/preview' : ''}${save ? '?save' : ''}`;

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ADDRESS = new RegExp(`^${FILES_PATH}/(${ID})/(${ID})(/preview)?(\\?save)?$`);

/** `path` with its query; undefined for any other address. */
export function readFileAddress(path: string): FileAddress | undefined {
  const [, channelId, fileId, preview, save] = ADDRESS.exec(path) ?? [];
  if (channelId === undefined || fileId === undefined) return undefined;
  const part = preview === undefined ? 'original' : 'preview';
  return { channelId, fileId, part, save: save !== undefined };
}

/** Of a file that is to be attached: its bytes are the request's body, the rest stands here. */
export interface AttachAddress {
  readonly channelId: string;
  readonly rootId: string | null;
  readonly name: string;
  readonly mediaType: string;
  /** Of a picture, pixels. */
  readonly width: number | null;
  readonly height: number | null;
  /** Of a sound or a film, ms. */
  readonly durationMs: number | null;
}

export function attachAddress(chosen: AttachAddress): string {
  const values: [string, string | number | null][] = [
    ['channel', chosen.channelId],
    ['root', chosen.rootId],
    ['name', chosen.name],
    ['type', chosen.mediaType],
    ['width', chosen.width],
    ['height', chosen.height],
    ['duration', chosen.durationMs],
  ];
  const query = values.flatMap(([key, value]) =>
    value === null ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return `${FILES_PATH}?${query.join('&')}`;
}

/** Undefined where something is missing or makes no sense. */
export function readAttachAddress(path: string): AttachAddress | undefined {
  const [before, query = ''] = path.split('?', 2);
  if (before !== FILES_PATH) return undefined;
  const values = new Map<string, string>();
  try {
    for (const pair of query.split('&')) {
      const [key = '', value = ''] = pair.split('=', 2);
      values.set(key, decodeURIComponent(value));
    }
  } catch {
    return undefined;
  }
  const id = new RegExp(`^${ID}$`);
  const channelId = values.get('channel') ?? '';
  const rootId = values.get('root') ?? null;
  const name = values.get('name') ?? '';
  if (!id.test(channelId) || (rootId !== null && !id.test(rootId)) || name === '') return undefined;
  const upTo = (most: number, key: string): number | null => {
    const value = Number(values.get(key) ?? 0);
    return Number.isInteger(value) && value > 0 && value <= most ? value : null;
  };
  const [width, height] = [upTo(65_535, 'width'), upTo(65_535, 'height')];
  const both = width !== null && height !== null;
  return {
    ...{ channelId, rootId, name, mediaType: values.get('type') ?? '' },
    ...{ width: both ? width : null, height: both ? height : null },
    durationMs: upTo(MAX_DURATION_MS, 'duration'),
  };
}
