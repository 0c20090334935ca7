import { createHash, randomBytes } from 'node:crypto';

/** Gives so many random bytes. The composition root's, so that tests can repeat themselves. */
export type RandomBytes = (length: number) => Uint8Array;

export const secureRandom: RandomBytes = (length) => randomBytes(length);

/** What is kept of a secret that has enough chance in it to need no slow hash. */
export const sha256 = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url');
