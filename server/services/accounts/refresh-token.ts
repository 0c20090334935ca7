import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256, type RandomBytes } from './secrets.ts';

/**
 * `<session>.<secret>.<proof>`. The secret has 256 bits and only its hash is kept; the proof shows
 * that this relay made the token, so that a forgotten one is told from an invented one.
 */
export interface RefreshToken {
  readonly sessionId: string;
  readonly text: string;
  /** What the store keeps of it. */
  readonly hash: string;
}

const SECRET = /^[A-Za-z0-9_-]{43}$/;

const mac = (key: Uint8Array, ...words: string[]): string =>
  createHmac('sha256', key).update(words.join('\u0000')).digest('base64url');

function assemble(key: Uint8Array, sessionId: string, secret: string): RefreshToken {
  const text = `${sessionId}.${secret}.${mac(key, 'proof', sessionId, secret)}`;
  return { sessionId, text, hash: sha256(text) };
}

/** The first token of a session. */
export const firstRefreshToken = (
  key: Uint8Array,
  sessionId: string,
  random: RandomBytes,
): RefreshToken => assemble(key, sessionId, Buffer.from(random(32)).toString('base64url'));

/**
 * The token that follows another. It is made of it, so that a request which is sent twice, because
 * its answer was lost or late, gets the same answer twice, in whatever order they arrive. Without
 * the key nobody can make it.
 */
export function nextRefreshToken(key: Uint8Array, token: RefreshToken): RefreshToken {
  return assemble(key, token.sessionId, mac(key, 'next', token.text));
}

/** The token, or undefined where this relay did not make it. */
export function readRefreshToken(key: Uint8Array, text: string): RefreshToken | undefined {
  const [sessionId, secret, proof, ...rest] = text.split('.');
  if (sessionId === undefined || secret === undefined || proof === undefined) return undefined;
  if (rest.length > 0 || !SECRET.test(secret)) return undefined;
  const token = assemble(key, sessionId, secret);
  const [given, made] = [Buffer.from(text), Buffer.from(token.text)];
  return given.length === made.length && timingSafeEqual(given, made) ? token : undefined;
}
