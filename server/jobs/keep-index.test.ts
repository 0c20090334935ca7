import { expect, it } from 'vitest';
import { FakeClock } from '../../shared/testing/clock.ts';
import { StoreUnavailable } from '../store/port.ts';
import { KeepIndex } from './keep-index.ts';

/** A store whose index has so many steps to go. */
function setup() {
  const clock = new FakeClock();
  const faults: unknown[] = [];
  const store = {
    left: 0,
    steps: 0,
    failure: undefined as Error | undefined,
    /** What else happens while it takes a step. */
    meanwhile: (): void => undefined,
    async indexWords() {
      store.steps++;
      store.meanwhile();
      if (store.failure !== undefined) throw store.failure;
      return --store.left > 0;
    },
  };
  const job = new KeepIndex({ store, clock, fault: (error) => void faults.push(error) });
  /** Lets what the clock began come to its end. */
  const advance = async (ms: number): Promise<void> => {
    clock.advance(ms);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { clock, faults, store, job, advance };
}

it('gathers what is written in a moment, and then goes on until nothing is left', async () => {
  const { store, job, advance, clock } = setup();
  store.left = 3;
  job.changed();
  job.changed();
  await advance(999);
  expect(store.steps).toBe(0);
  await advance(1);
  expect(store.steps).toBe(3);
  expect(clock.pending).toBe(0);
});

it('looks again for what was written while it worked', async () => {
  const { store, job, advance } = setup();
  store.left = 1;
  job.changed();
  const working = advance(1_000);
  job.changed();
  await working;
  store.left = 1;
  await advance(1_000);
  expect(store.steps).toBe(2);
});

it('leaves the processors to a busy relay for ten seconds, and then goes on beside it', async () => {
  const { store, job, advance } = setup();
  const steps: number[] = [];
  for (let second = 1; second <= 12; second++) {
    job.changed(2_000);
    store.left = 3;
    await advance(1_000);
    steps.push(store.steps);
  }
  expect(steps.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 0));
  expect(steps[9]).toBe(3);
});

it('begins as soon as the relay is less busy', async () => {
  const { store, job, advance } = setup();
  job.changed(2_000);
  await advance(1_000);
  expect(store.steps).toBe(0);
  job.changed(1_999);
  await advance(1_000);
  expect(store.steps).toBe(1);
});

it('stops between two steps for a relay that becomes busy, and comes back to the rest', async () => {
  const { store, job, advance, clock } = setup();
  store.left = 5;
  store.meanwhile = () => job.changed(2_000);
  job.changed();
  await advance(1_000);
  expect(store.steps).toBe(1);
  store.meanwhile = () => undefined;
  await advance(1_000);
  expect(store.steps).toBe(1);
  await advance(1_000);
  expect(store.steps).toBe(5);
  expect(clock.pending).toBe(0);
});

it('waits longer after a store that failed, and tells of mistakes alone', async () => {
  const { store, job, advance, faults } = setup();
  store.failure = new StoreUnavailable('the disk is full');
  job.changed();
  await advance(1_000);
  await advance(29_000);
  expect(store.steps).toBe(1);
  await advance(1_000);
  expect(store.steps).toBe(2);
  expect(faults).toEqual([]);
  store.failure = new TypeError('a mistake');
  await advance(30_000);
  expect(faults).toEqual([store.failure]);
});

it('does nothing after it was closed', async () => {
  const { store, job, advance } = setup();
  job.changed();
  await job.close();
  job.changed();
  await advance(60_000);
  expect(store.steps).toBe(0);
});
