import type { Clock } from '../../shared/domain/clock.ts';

/** The system's clock and timers. */
export const nodeClock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
