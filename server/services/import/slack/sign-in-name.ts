const made = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 60)
    .replace(/[^a-z0-9]+$/, '');

/** A name to sign in with, made of what somebody was called elsewhere. */
export const signInNameOf = (name: string | undefined, otherwise: string): string =>
  made(name ?? '') || made(otherwise) || 'someone';
