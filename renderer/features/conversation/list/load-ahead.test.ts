import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoadAhead } from './load-ahead.ts';

/** Frames and time pass where the test says so. */
let frames: (() => void)[] = [];
const paint = (): void => {
  for (let i = 0; i < 2; i++) for (const frame of frames.splice(0)) frame();
};

let asked: string[] = [];
const listing = (): LoadAhead =>
  new LoadAhead({
    loadOlder: () => void asked.push('older'),
    loadNewer: () => void asked.push('newer'),
  });

beforeEach(() => {
  asked = [];
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is out of sight', () => {
  it('is asked for once somebody has stayed', () => {
    const ahead = listing();
    ahead.stands({ above: 200, below: 0 });
    ahead.stands({ above: 200, below: 0 });
    paint();
    expect(asked).toEqual([]);
    vi.advanceTimersByTime(150);
    expect(asked).toEqual([]);
    paint();
    expect(asked).toEqual(['older', 'newer']);
  });

  it('is asked for at once where somebody scrolls up', () => {
    const ahead = listing();
    ahead.stands({ above: 200, below: 0 });
    ahead.stands({ above: 150, below: 50 });
    paint();
    expect(asked).toEqual(['older', 'newer']);
    vi.advanceTimersByTime(1_000);
    paint();
    expect(asked).toHaveLength(2);
  });

  it('is asked for at once where the screen is not full', () => {
    const ahead = listing();
    ahead.stands({ above: 0, below: 0 });
    paint();
    expect(asked).toEqual(['older', 'newer']);
  });

  it('is never asked for by somebody who was only passing', () => {
    const ahead = listing();
    ahead.stands({ above: 200, below: 0 });
    ahead.close();
    vi.advanceTimersByTime(1_000);
    paint();
    expect(asked).toEqual([]);
  });

  it('is asked for before its end comes into sight, and once for many steps of a frame', () => {
    const ahead = listing();
    ahead.stands({ above: 5_000, below: 5_000 });
    vi.advanceTimersByTime(150);
    paint();
    ahead.stands({ above: 950, below: 9_000 });
    paint();
    expect(asked).toEqual([]);
    ahead.stands({ above: 890, below: 9_000 });
    ahead.stands({ above: 700, below: 9_100 });
    paint();
    expect(asked).toEqual(['older']);
  });
});
