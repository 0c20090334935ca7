const ALLOWED: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:']);
const LONGEST = 2_048;
/** Control characters, and spaces of any kind: nothing that a person can have meant in an address. */
const UNSEEN =
  /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/;

/**
 * The address as it may be handed to the system, or undefined. Links come from messages, that is
 * from anybody: the system starts a program for whatever scheme it is given, so that only web and
 * mail pass, parsed and written anew, without a name or password in them.
 */
export function checkOutside(address: string): string | undefined {
  if (address.length > LONGEST || UNSEEN.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!ALLOWED.has(url.protocol)) return undefined;
  if (url.username !== '' || url.password !== '') return undefined;
  if (url.protocol !== 'mailto:' && url.hostname === '') return undefined;
  return url.href;
}

/** Opens an address outside the app. False: it was refused, or the system has no program for it. */
export type OpenOutside = (address: string) => Promise<boolean>;

/**
 * The one gate that every way out goes through: links of the page, windows that it wants to open,
 * and places that it wants to go to. `open` is Electron's `shell.openExternal`.
 */
export function outsideGate(
  open: (url: string) => Promise<void>,
  log: (message: string, detail?: Record<string, unknown>) => void,
): OpenOutside {
  return async (address) => {
    const url = checkOutside(address);
    if (url === undefined) {
      // Not the address itself: it may hold what nobody should find in a log.
      log('an address was not opened', { scheme: /^[a-z+.-]{1,20}:/i.exec(address)?.[0] ?? null });
      return false;
    }
    try {
      await open(url);
      return true;
    } catch (error) {
      log('the system could not open an address', { error: String(error) });
      return false;
    }
  };
}
