import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * `fetch` that trusts what the system trusts, on top of what Node brings: a company's own
 * authority is in the system's store, not in Node's. Reading it takes some 100 ms, so it is done
 * before the first secure request, and never on the way to a window that works offline. The
 * gateway's WebSocket, whose token comes by such a request, finds it done.
 */
export function systemTrustingFetch(
  log: (message: string, detail?: Record<string, unknown>) => void,
): typeof fetch {
  let done = false;
  const trust = (): void => {
    done = true;
    try {
      const all = new Set([...getCACertificates('default'), ...getCACertificates('system')]);
      setDefaultCACertificates([...all]);
    } catch (error) {
      // Node's own list stays.
      log("the system's certificates cannot be read", { error: String(error) });
    }
  };
  return (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (!done && url.startsWith('https:')) trust();
    return fetch(input, init);
  };
}
