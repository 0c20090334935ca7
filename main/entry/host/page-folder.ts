import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};
/** Vite writes a hash of the content into these names. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

export interface PageFile {
  readonly type: string;
  readonly caching: string;
  read(): Promise<Buffer>;
}

/**
 * The built page. It is listed once, at the start, and a request only chooses from the list, so no
 * path of any spelling leads out of the folder.
 */
export class PageFolder {
  readonly #files = new Map<string, PageFile>();

  /** @throws where the folder cannot be read */
  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const file = join(entry.parentPath, entry.name);
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const caching = HASHED.test(path) ? 'private, max-age=31536000, immutable' : 'no-cache';
      this.#files.set(path, { type, caching, read: () => readFile(file) });
    }
    if (!this.#files.has('/index.html')) throw new Error(`${folder} has no index.html`);
  }

  /** `path` as the request has it, without its query. */
  find(path: string): PageFile | undefined {
    return this.#files.get(path === '/' ? '/index.html' : path);
  }
}
