import { describe, expect, it } from 'vitest';
import type { Topic } from '../../../shared/rpc/topics.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { anId } from '../../../shared/testing/office.ts';
import { LiveTopics } from './topics.ts';

function listening() {
  const clock = new FakeClock();
  /** By how much somebody has set this computer's clock off, ms. Timers do not mind. */
  const time = { step: 0 };
  const topics = new LiveTopics({ now: () => clock.now() + time.step, after: clock.after });
  const told: Topic[][] = [];
  const stop = topics.subscribe((changed) => told.push(changed));
  return { clock, time, topics, told, stop };
}

describe('LiveTopics', () => {
  it('tells at once after a quiet time', () => {
    const { clock, topics, told } = listening();
    topics.changed('sidebar');
    expect(told).toEqual([]);
    clock.advance(0);
    expect(told).toEqual([['sidebar']]);
  });

  it('gathers what changes within a frame, and names each topic once', () => {
    const { clock, topics, told } = listening();
    topics.changed('sidebar');
    clock.advance(0);
    for (let n = 0; n < 1_000; n++) {
      topics.changed('outbox');
      topics.changed('sidebar');
    }
    clock.advance(15);
    expect(told).toHaveLength(1);
    clock.advance(1);
    expect(told.slice(1)).toEqual([['outbox', 'sidebar']]);
  });

  it('tells at most once a frame under a flood, and forgets nothing of it', () => {
    const { clock, topics, told } = listening();
    for (let ms = 0; ms < 160; ms++) {
      topics.changed(`channel:${ms % 7}`);
      clock.advance(1);
    }
    clock.advance(16);
    expect(told.length).toBeLessThanOrEqual(12);
    expect(new Set(told.flat()).size).toBe(7);
  });

  it('is not silent for a day because somebody set the clock back by one', () => {
    const { clock, time, topics, told } = listening();
    topics.changed('sidebar');
    clock.advance(0);
    time.step = -86_400_000;
    topics.changed('outbox');
    clock.advance(16);
    expect(told).toEqual([['sidebar'], ['outbox']]);
  });

  it('tells of a thread only while somebody reads it, the last 64 of them', () => {
    const { clock, topics, told } = listening();
    const thread = (n: number) => `thread:${anId(n)}` as const;
    topics.changed(thread(0));
    clock.advance(100);
    expect(told).toEqual([]);
    for (let n = 0; n < 64; n++) topics.watch(thread(n));
    // Read again: it is the newest now, and the next one drives out another.
    topics.watch(thread(0));
    topics.watch(thread(64));
    for (const n of [0, 1, 2, 64]) topics.changed(thread(n));
    clock.advance(100);
    expect(told).toEqual([[thread(0), thread(2), thread(64)]]);
  });

  it('keeps nothing of a thousand who came and went', () => {
    const { clock, topics, told } = listening();
    let others = 0;
    for (let n = 0; n < 1_000; n++) {
      const leave = topics.subscribe(() => others++);
      topics.watch(`thread:${anId(n)}`);
      leave();
    }
    for (let n = 0; n < 1_000; n++) topics.changed(`thread:${anId(n)}`);
    clock.advance(100);
    expect(others).toBe(0);
    expect(told.flat()).toHaveLength(64);
    expect(clock.pending).toBe(0);
  });

  it('a change that a listener causes is told the next time', () => {
    const { clock, topics, told } = listening();
    let once = true;
    topics.subscribe(() => {
      if (once) topics.changed('people');
      once = false;
    });
    topics.changed('sidebar');
    clock.advance(100);
    expect(told).toEqual([['sidebar'], ['people']]);
  });

  it('whoever left hears nothing more, and after the end nobody does', () => {
    const { clock, topics, told, stop } = listening();
    const second: Topic[][] = [];
    topics.subscribe((changed) => second.push(changed));
    stop();
    topics.changed('sidebar');
    clock.advance(100);
    expect([told, second]).toEqual([[], [['sidebar']]]);
    topics.changed('sidebar');
    topics.close();
    expect(clock.pending).toBe(0);
    clock.advance(100);
    expect(second).toHaveLength(1);
  });
});
