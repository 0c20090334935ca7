import { expect, it } from 'vitest';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { OwnState } from '../../../shared/rpc/workspace-entry.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import type { Core } from '../../core/core-port.ts';
import { watchOwnState } from './own-state.ts';

function watched() {
  const clock = new FakeClock();
  const session = {
    ...{ state: 'signed_out', problem: null, workspace: null as string | null },
    ...{ address: 'proposed.example', me: null, keyStore: null },
  };
  const sidebar = { workspace: '', badge: 0 };
  let asked = 0;
  let listener: (topics: Topic[]) => void = () => undefined;
  const core = {
    handlers: {
      session: () => ({ ...session }),
      sidebar: () => {
        asked++;
        return { ...sidebar };
      },
    },
    onTopics: (one: (topics: Topic[]) => void) => {
      listener = one;
      return () => (listener = () => undefined);
    },
  } as unknown as Core;
  const told: OwnState[] = [];
  const stop = watchOwnState(
    core,
    clock,
    (state) => told.push(state),
    () => undefined,
  );
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const tell = async (...topics: Topic[]): Promise<void> => {
    listener(topics);
    await settle();
  };
  return { clock, session, sidebar, told, tell, settle, stop, asked: () => asked };
}

it('lets the window of the workspace come first', async () => {
  const { session, told, asked, clock, settle } = watched();
  Object.assign(session, { state: 'signed_in', workspace: 'Nusa' });
  await settle();
  expect(asked()).toBe(0);
  clock.advance(1_000);
  await settle();
  expect(told).toMatchObject([{ name: 'Nusa' }]);
});

it('says how the workspace is, and what is proposed at a door is not its address', async () => {
  const { told, clock, settle } = watched();
  clock.advance(1_000);
  await settle();
  expect(told).toEqual([
    { name: null, address: null, state: 'signed_out', problem: null, badge: 0, colour: null },
  ]);
});

it('says when somebody signed in, and how much waits, by its newest name', async () => {
  const { session, sidebar, told, tell, clock, settle } = watched();
  await settle();
  Object.assign(session, { state: 'signed_in', workspace: 'Nusa', address: 'nusa.example' });
  await tell('session');
  expect(told.at(-1)).toMatchObject({ name: 'Nusa', address: 'nusa.example', badge: 0 });
  Object.assign(sidebar, { workspace: 'Nusa Mandiri', badge: 3, colour: 5 });
  await tell('sidebar');
  clock.advance(1_000);
  await settle();
  expect(told.at(-1)).toMatchObject({ name: 'Nusa Mandiri', badge: 3, colour: 5 });
});

it('looks seldom while much changes, and tells only what is new', async () => {
  const { session, told, tell, clock, settle, asked, stop } = watched();
  clock.advance(1_000);
  await settle();
  Object.assign(session, { state: 'signed_in', workspace: 'Nusa' });
  await tell('session');
  const before = asked();
  for (let n = 0; n < 100; n++) await tell('sidebar');
  clock.advance(1_000);
  await settle();
  expect(asked() - before).toBe(1);
  expect(told).toHaveLength(2);
  stop();
  session.workspace = 'Lain';
  await tell('session');
  expect(told).toHaveLength(2);
});
