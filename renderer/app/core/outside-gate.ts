/** Schemes that a link in a message may open. The shell checks again with its own list. */
const ALLOWED: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);

/** Whether an address may be handed to the system: no script, no file, no credentials in it. */
export function mayOpenOutside(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return ALLOWED.has(url.protocol) && url.username === '' && url.password === '';
}
