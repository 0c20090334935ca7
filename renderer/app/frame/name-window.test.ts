// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PASSING_MS } from '../router/passing.ts';
import { nameWindow } from './name-window.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('names the window once for those who pass through, and keeps nobody waiting who never stops', () => {
  const set = vi.spyOn(document, 'title', 'set');
  nameWindow('#umum');
  nameWindow('#gudang');
  expect(set).not.toHaveBeenCalled();
  vi.advanceTimersByTime(PASSING_MS);
  expect(set.mock.calls).toEqual([['#gudang']]);
  for (let step = 0; step < 10; step++) {
    nameWindow(`(${step}) #gudang`);
    vi.advanceTimersByTime(PASSING_MS / 2);
  }
  expect(document.title).toBe('(9) #gudang');
  expect(set.mock.calls.length).toBeLessThan(8);
});
