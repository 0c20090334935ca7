import { sha256, type RandomBytes } from './secrets.ts';

/** Crockford's base 32: no I, L, O, U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits: out of reach for guessing, short enough to be read out on the telephone. */
const LETTERS = 16;

/** How long an invitation is good, ms. */
export const INVITE_MS = 7 * 24 * 3_600_000;

/** A code as it is shown: `K7QF-2M8D-…`. */
export function makeInviteCode(random: RandomBytes): string {
  const letters = Array.from(random(LETTERS), (byte) => ALPHABET[byte & 31]).join('');
  return letters.replaceAll(/.{4}(?=.)/g, '$&-');
}

/** What the store keeps of a code, however a person has typed it. */
export function inviteHash(code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return sha256(`invite ${plain}`);
}
