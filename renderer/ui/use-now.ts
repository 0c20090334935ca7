import { useSyncExternalStore } from 'react';

/** One timer for every clock on the page: all of them move together. */
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;
let now = 0;

const MINUTE = 60_000;

/** Within a minute it stays the same, so that a clock that comes later is not drawn twice. */
function move(): void {
  const at = Date.now();
  if (Math.floor(at / MINUTE) !== Math.floor(now / MINUTE)) now = at;
}

function tick(): void {
  move();
  timer = setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
}

/** The time in ms, moving on with each full minute. */
export const useNow = (): number =>
  useSyncExternalStore(subscribe, () => {
    if (timer === undefined) move();
    return now;
  });
