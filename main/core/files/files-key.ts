import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Below the profile: every file that is kept, and the key of them, sealed. */
export const FILES_FOLDER = 'files';
const KEY_FILE = 'key.json';

const stored = z.strictObject({ version: z.literal(1), wraps: z.array(z.base64()).max(4) });

/**
 * The files have a key of their own, sealed by the cache's key: when the cache gets another key,
 * or is made anew, the files need not be written again.
 *
 * @throws the file system's error
 */
export function openFilesKey(profile: string, cacheKey: string): Buffer {
  const wraps = read(profile);
  for (const wrap of wraps) {
    const key = unwrap(cacheKey, wrap);
    if (key === undefined) continue;
    // A key that the cache no longer has opens nothing from here on.
    if (wraps.length > 1) write(profile, [wrap]);
    return key;
  }
  const key = randomBytes(32);
  write(profile, [wrapOf(cacheKey, key)]);
  return key;
}

/**
 * Before the cache gets another key: from here on both open the files, so that a kill at any
 * moment of the change leaves them readable.
 *
 * @throws the file system's error
 */
export function shareFilesKey(profile: string, present: string, next: string): void {
  for (const wrap of read(profile)) {
    const key = unwrap(present, wrap);
    if (key !== undefined) return write(profile, [wrap, wrapOf(next, key)]);
  }
}

function read(profile: string): Buffer[] {
  try {
    const text = readFileSync(join(profile, FILES_FOLDER, KEY_FILE), 'utf8');
    return stored.parse(JSON.parse(text)).wraps.map((wrap) => Buffer.from(wrap, 'base64'));
  } catch {
    return [];
  }
}

function write(profile: string, wraps: readonly Buffer[]): void {
  const dir = join(profile, FILES_FOLDER);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = join(dir, KEY_FILE);
  const text = JSON.stringify({ version: 1, wraps: wraps.map((w) => w.toString('base64')) });
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}

const sealingKey = (cacheKey: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(cacheKey, 'hex'), '', 'balai files key', 32));

function wrapOf(cacheKey: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(cacheKey), nonce);
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

function unwrap(cacheKey: string, wrap: Buffer): Buffer | undefined {
  if (wrap.length !== 12 + 32 + 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(cacheKey), wrap.subarray(0, 12));
  decipher.setAuthTag(wrap.subarray(44));
  try {
    return Buffer.concat([decipher.update(wrap.subarray(12, 44)), decipher.final()]);
  } catch {
    return undefined;
  }
}
