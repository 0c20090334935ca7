import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes of a file in one chunk; the last one may have fewer. */
export const CHUNK = 64 * 1024;
const NONCE = 12;
const TAG = 16;
/** Bytes of a whole chunk on the disk: nonce, AES-256-GCM text, tag. */
export const SEALED_CHUNK = NONCE + CHUNK + TAG;

/** Each file has a key of its own, made from the profile's. */
export const keyOfBlob = (filesKey: Buffer, blob: string): Buffer =>
  Buffer.from(hkdfSync('sha256', filesKey, blob, 'balai file', 32));

/** A chunk opens only in its own file and at its own place. */
const placeOf = (blob: string, index: number): Buffer => Buffer.from(`${blob}/${index}`);

export function sealChunk(key: Buffer, blob: string, index: number, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(placeOf(blob, index));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws where the chunk was changed, cut, or is another's */
export function openChunk(key: Buffer, blob: string, index: number, sealed: Buffer): Buffer {
  if (sealed.length < NONCE + TAG) throw new Error('a chunk of a file is cut');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE));
  decipher.setAAD(placeOf(blob, index));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const text = sealed.subarray(NONCE, sealed.length - TAG);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}
