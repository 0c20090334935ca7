// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNow } from './use-now.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 27, 8, 30, 12);

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A clock in a page of its own, and every time that it was drawn with. */
function clock() {
  const drawn: number[] = [];
  const root = createRoot(document.createElement('div'));
  const Clock = () => {
    drawn.push(useNow());
    return null;
  };
  act(() => root.render(<Clock />));
  return { drawn, end: () => act(() => root.unmount()) };
}
const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it('moves on with each full minute', () => {
  const { drawn, end } = clock();
  pass(MINUTE);
  pass(MINUTE);
  expect(drawn.slice(1)).toEqual([Date.UTC(2026, 10, 27, 8, 31), Date.UTC(2026, 10, 27, 8, 32)]);
  end();
});

it('is drawn once where it comes after the last one has gone', () => {
  clock().end();
  pass(10_000);
  const next = clock();
  expect(next.drawn).toEqual([START]);
  next.end();
});

it('is not behind by a minute that nobody watched', () => {
  clock().end();
  pass(MINUTE);
  const next = clock();
  expect(next.drawn).toEqual([START + MINUTE]);
  next.end();
});
