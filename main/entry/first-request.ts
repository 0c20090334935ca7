import type { Clock } from '../../shared/domain/clock.ts';

/** So long a core that starts has for its window before it asks its relay, ms. */
const WINDOW_MS = 300;

/**
 * `fetch` whose first requests wait until the window may be there: what Node loads for them takes
 * 30 ms of the thread that answers the window, and a system's certificates 100 more.
 */
export function afterTheWindow(then: typeof fetch, clock: Clock): typeof fetch {
  let waiting: Promise<void> | null = new Promise((resolve) => {
    clock.after(WINDOW_MS, () => {
      waiting = null;
      resolve();
    });
  });
  return async (input, init) => {
    if (waiting !== null) await waiting;
    return then(input, init);
  };
}
