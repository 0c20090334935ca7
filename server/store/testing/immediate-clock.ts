import type { Clock } from '../../../shared/domain/clock.ts';

/** Waits no longer than a turn of the event loop, so that tests do not sleep. */
export const immediateClock: Clock = {
  now: Date.now,
  after(_ms, run) {
    const turn = setImmediate(run);
    return () => clearImmediate(turn);
  },
};
