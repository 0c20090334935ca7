/** A name to sign in with, made of what somebody was called elsewhere. */
export function signInNameOf(name: string | undefined, otherwise: string): string {
  const made = (name ?? '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 60)
    .replace(/[^a-z0-9]+$/, '');
  return made === '' ? signInNameOf(otherwise, 'someone') : made;
}
