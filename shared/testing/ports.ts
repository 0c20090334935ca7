import type { Port } from '../rpc/port.ts';

/**
 * Two ends of a line in memory. A message is cloned by way of JSON, as the narrowest transport
 * does, and arrives in a later microtask; `settle` waits until nothing is on the way.
 */
export function portPair(): { a: Port; b: Port; settle: () => Promise<void> } {
  let onTheWay = 0;
  const listeners = { a: [] as ((m: unknown) => void)[], b: [] as ((m: unknown) => void)[] };
  const closers: (() => void)[] = [];
  let closed = false;
  const end = (own: 'a' | 'b', other: 'a' | 'b'): Port => ({
    post(message) {
      if (closed) return;
      const copy: unknown = JSON.parse(JSON.stringify(message));
      onTheWay++;
      void Promise.resolve().then(() => {
        onTheWay--;
        if (!closed) for (const listener of listeners[other]) listener(copy);
      });
    },
    onMessage: (listener) => void listeners[own].push(listener),
    onClose: (listener) => void closers.push(listener),
    close() {
      if (closed) return;
      closed = true;
      for (const listener of closers) listener();
    },
  });
  const settle = async (): Promise<void> => {
    // An answer is posted some microtasks after its question has arrived.
    for (let quiet = 0; quiet < 20; quiet = onTheWay > 0 ? 0 : quiet + 1) await Promise.resolve();
  };
  return { a: end('a', 'b'), b: end('b', 'a'), settle };
}
