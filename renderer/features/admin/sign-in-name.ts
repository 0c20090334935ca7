import { signInName } from '../../../shared/protocol/http.ts';

export const isSignInName = (text: string): boolean => signInName.safeParse(text).success;

/** A name to sign in with, made from what somebody is called: `Dewi Lestari` is `dewi.lestari`. */
export const nameFrom = (displayName: string): string =>
  displayName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 64);
