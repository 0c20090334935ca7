import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { pageHeaders } from './content-policy.ts';
import { isOwnAddress } from './origin.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

const nothing = (status: number): Response => new Response(null, { status, headers: pageHeaders });

/** The path inside the folder that an address names; undefined for one that tries to leave it. */
export function pathOf(address: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
  const parts = path.split('/').filter((part) => part !== '');
  // What a file system might read as "up", "this drive" or "another stream" names no page.
  const strange = parts.some((part) => part.startsWith('.') || /[\\:\u0000-\u001f]/.test(part));
  return strange ? undefined : parts.join(sep);
}

/**
 * Serves the built page from a folder, and nothing besides: other origins, other methods, paths
 * that leave the folder (by `..`, by encoding, by a link on the disk) and unknown types of file
 * get no content.
 */
export function pageFiles(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwnAddress(request.url)) return nothing(403);
    if (request.method !== 'GET') return nothing(405);
    const path = pathOf(request.url);
    if (path === undefined) return nothing(400);
    const name = path === '' ? 'index.html' : path;
    const type = TYPES[extname(name)];
    if (type === undefined) return nothing(404);
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, name));
      if (!file.startsWith(root + sep)) return nothing(403);
      const content = await readFile(file);
      return new Response(new Uint8Array(content), {
        headers: { ...pageHeaders, 'content-type': type },
      });
    } catch {
      return nothing(404);
    }
  };
}
