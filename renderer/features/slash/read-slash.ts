/** A text that begins as a command does. */
export interface Typed {
  readonly name: string;
  /** What stands behind the name, as it will be sent: mentions by their tokens. */
  readonly rest: string;
}

/** A path (`/etc/hosts`) or a lone slash is no command, and neither is one behind other words. */
const COMMAND = /^\/([\p{L}][\p{L}\p{N}-]{0,29})(?:\s+([\s\S]*))?$/u;

export function readSlash(source: string): Typed | null {
  const match = COMMAND.exec(source.trim());
  if (match === null) return null;
  const [, name = '', rest = ''] = match;
  return { name: name.toLocaleLowerCase(), rest: rest.trim() };
}

/** Two slashes at the beginning stand for one: the text is no command. */
export const withoutEscape = (source: string): string =>
  source.startsWith('//') && readSlash(source.slice(1)) !== null ? source.slice(1) : source;
