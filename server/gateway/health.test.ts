import { expect, it } from 'vitest';
import { FakeClock } from '../../shared/testing/clock.ts';
import type { Store } from '../store/port.ts';
import { StoreUnavailable } from '../store/port.ts';
import { Health } from './health.ts';

/** A store whose writes and reads do what the test says. */
function healthOf(write: () => Promise<void>, read: () => Promise<undefined>) {
  const calls: string[] = [];
  const accounts = {
    setSetting(...[key]: [string, string]) {
      calls.push(`write ${key}`);
      return write();
    },
    setting(key: string) {
      calls.push(`read ${key}`);
      return read();
    },
  } as Partial<Store['accounts']> as Store['accounts'];
  const clock = new FakeClock();
  return { calls, clock, health: new Health({ accounts }, clock) };
}

const fine = async (): Promise<undefined> => undefined;
const full = (): Promise<never> => Promise.reject(new StoreUnavailable('the disk is full'));
const never = (): Promise<never> => new Promise(() => {});

it('is bad where only reading works, and looks again at the next question', async () => {
  const { calls, health } = healthOf(full, fine);
  expect([await health.good(), await health.good()]).toEqual([false, false]);
  expect(calls).toEqual(['write health', 'write health']);
});

it('writes once in a while and where there is a doubt, and reads in between', async () => {
  const { calls, clock, health } = healthOf(fine, fine);
  expect([await health.good(), await health.good()]).toEqual([true, true]);
  clock.advance(5_000);
  expect(await health.good()).toBe(true);
  health.doubt();
  expect(await health.good()).toBe(true);
  expect(calls).toEqual(['write health', 'read health', 'write health', 'write health']);
});

it('is bad where the store is silent, and asks it no second time meanwhile', async () => {
  const { calls, clock, health } = healthOf(never, never);
  const answers = [health.good(), health.good()];
  clock.advance(3_000);
  expect(await Promise.all(answers)).toEqual([false, false]);
  expect(calls).toEqual(['write health']);
});
