import { describe, expect, it, vi } from 'vitest';
import { LiveStore } from './live-store.ts';
import type { Core } from './unbranded.ts';

/** A core whose answers come when the test says so. */
function slowCore() {
  const asked: { args: unknown; answer(value: unknown): void; fail(error: Error): void }[] = [];
  const ask = (args: unknown) =>
    new Promise<unknown>((answer, fail) => {
      asked.push({ args, answer, fail });
    });
  const core = { preferences: ask, people: ask, sidebar: ask } as unknown as Core;
  return { core, asked };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('LiveStore', () => {
  it('asks a question once, however many show it', () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    expect(asked).toHaveLength(1);
  });

  it('gives the same object for the same question', () => {
    const { core } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const people = (query: string) => store.query('people', { query, limit: 9 }, ['people']);
    expect(people('a')).toBe(people('a'));
    expect(people('a')).not.toBe(people('b'));
  });

  it('asks again when a topic changes, with the old answer on the screen meanwhile', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const query = store.query('preferences', {}, ['preferences']);
    const drawn = vi.fn();
    query.subscribe(drawn);
    asked[0]?.answer({ theme: 'light' });
    await settle();
    store.changed(['preferences']);
    expect(asked).toHaveLength(2);
    expect(query.current()).toEqual({ theme: 'light' });
    asked[1]?.answer({ theme: 'dark' });
    await settle();
    expect(query.current()).toEqual({ theme: 'dark' });
    expect(drawn).toHaveBeenCalledTimes(2);
  });

  it('never asks twice at a time: changes meanwhile make one more question', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    store.changed(['preferences']);
    store.changed(['preferences']);
    store.changed(['preferences']);
    expect(asked).toHaveLength(1);
    asked[0]?.answer({ theme: 'light' });
    await settle();
    expect(asked).toHaveLength(2);
    asked[1]?.answer({ theme: 'light' });
    await settle();
    expect(asked).toHaveLength(2);
  });

  it('does not ask for what another topic says', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    asked[0]?.answer({ theme: 'light' });
    await settle();
    store.changed(['sidebar', 'channel:1']);
    expect(asked).toHaveLength(1);
  });

  it('does not draw again where the answer is the same', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const query = store.query('preferences', {}, ['preferences']);
    const drawn = vi.fn();
    query.subscribe(drawn);
    asked[0]?.answer({ theme: 'light' });
    await settle();
    const first = query.current();
    store.changed(['preferences']);
    asked[1]?.answer({ theme: 'light' });
    await settle();
    expect(query.current()).toBe(first);
    expect(drawn).toHaveBeenCalledTimes(1);
  });

  it('shows the old answer at once when somebody comes back, and asks only if it is stale', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const leave = store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    asked[0]?.answer({ theme: 'light' });
    await settle();
    leave();
    const back = store.query('preferences', {}, ['preferences']);
    expect(back.current()).toEqual({ theme: 'light' });
    back.subscribe(vi.fn())();
    expect(asked).toHaveLength(1);
    store.changed(['preferences']);
    expect(asked).toHaveLength(1);
    back.subscribe(vi.fn());
    expect(asked).toHaveLength(2);
  });

  it('tells of a failure once, and keeps the old answer', async () => {
    const { core, asked } = slowCore();
    const failed = vi.fn();
    const store = new LiveStore(core, failed);
    const query = store.query('preferences', {}, ['preferences']);
    query.subscribe(vi.fn());
    asked[0]?.answer({ theme: 'light' });
    await settle();
    store.changed(['preferences']);
    asked[1]?.fail(new Error('disk'));
    await settle();
    expect(failed).toHaveBeenCalledExactlyOnceWith('preferences', new Error('disk'));
    expect(query.current()).toEqual({ theme: 'light' });
  });

  it('does not ask in a circle for what failed: only a change or a newcomer asks again', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const drawAgain = () => store.query('preferences', {}, ['preferences']);
    drawAgain().subscribe(vi.fn());
    asked[0]?.fail(new Error('disk'));
    await settle();
    drawAgain();
    drawAgain();
    expect(asked).toHaveLength(1);
    store.changed(['preferences']);
    expect(asked).toHaveLength(2);
  });

  it('asks for everything that is shown when another core answers', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    store.query('preferences', {}, ['preferences']).subscribe(vi.fn());
    store.query('sidebar', {}, ['sidebar']).subscribe(vi.fn());
    for (const question of asked) question.answer({});
    await settle();
    store.changedAll();
    expect(asked).toHaveLength(4);
  });

  it('S11: forgets what a person was told when they sign out, also what is on its way', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const sidebar = store.query('sidebar', {}, ['sidebar']);
    store.query('people', { query: '', limit: 9 }, ['people']);
    store.query('preferences', {}, ['preferences']);
    asked[0]?.answer({ me: 'ayu' });
    asked[2]?.answer({ theme: 'dark' });
    await settle();
    store.forgetPerson();
    asked[1]?.answer(['bagas']);
    await settle();
    expect(sidebar.current()).toBeUndefined();
    expect(store.query('sidebar', {}, ['sidebar']).current()).toBeUndefined();
    expect(store.query('people', { query: '', limit: 9 }, ['people']).current()).toBeUndefined();
    expect(store.query('preferences', {}, ['preferences']).current()).toEqual({ theme: 'dark' });
  });

  it('asks nothing for whoever has gone: a thousand came and went', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const heard = vi.fn();
    for (let i = 0; i < 1_000; i++) {
      const query = store.query('people', { query: `${i}`, limit: 1 }, ['people']);
      const stop = query.subscribe(heard);
      asked[i]?.answer([]);
      await settle();
      stop();
    }
    heard.mockClear();
    store.changed(['people']);
    store.changedAll();
    await settle();
    expect(asked).toHaveLength(1_000);
    expect(heard).not.toHaveBeenCalled();
  });

  it('keeps no endless number of answers', async () => {
    const { core, asked } = slowCore();
    const store = new LiveStore(core, vi.fn());
    const ask = (i: number) => store.query('people', { query: `${i}`, limit: 1 }, ['people']);
    for (let i = 0; i < 500; i++) {
      ask(i);
      asked[i]?.answer([]);
      await settle();
    }
    expect(ask(499).current()).toEqual([]);
    expect(ask(0).current()).toBeUndefined();
  });
});
