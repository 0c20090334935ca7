/** A relay's address as it is kept: scheme, host and port, no path. */
export interface RelayAddress {
  /** `https://balai.example.co.id`, `http://127.0.0.1:8080` */
  readonly address: string;
  readonly secure: boolean;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const LOOPBACK = /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * What a person types or pastes: `balai.example.co.id`, `127.0.0.1:8080`, a whole link to a page
 * of it. HTTPS unless said otherwise; plain HTTP only to this computer itself, since a password
 * goes over it, or where `allowInsecure` says that the network is trusted. Undefined: no address.
 */
export function parseAddress(text: string, allowInsecure = false): RelayAddress | undefined {
  const typed = text.trim();
  const given = SCHEME.exec(typed)?.[0].toLowerCase();
  const rest = typed.slice(given?.length ?? 0);
  // What URL would mend by itself is a typing error here.
  if (rest === '' || /[\s\\@]/.test(rest)) return undefined;
  const assumed = `https://${rest}`;
  if (!URL.canParse(assumed)) return undefined;
  const loopback = LOOPBACK.test(new URL(assumed).hostname);
  const scheme = given ?? (loopback ? 'http://' : 'https://');
  if (scheme !== 'https://' && scheme !== 'http://') return undefined;
  const secure = scheme === 'https://';
  if (!secure && !loopback && !allowInsecure) return undefined;
  const { origin } = new URL(`${scheme}${rest}`);
  return { address: origin, secure };
}
