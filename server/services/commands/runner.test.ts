import { expect, it } from 'vitest';
import type { AnySpec } from '../../../shared/commands/command.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import { StoreUnavailable, type GroupResult, type Submitted } from '../../store/port.ts';
import { CommandRunner, type Settled, type Submitter } from './runner.ts';

const actor = { userId: 'u' as UserId, role: 'member' } as const;
const command = (op: string): Submitted => ({
  ...{ op: op as OpId, actor, args: undefined as never },
  spec: { name: 'test' } as AnySpec,
});
const commands = (...ops: string[]): Submitted[] => ops.map((op) => command(op));

const allGood = (ops: readonly string[]): GroupResult => ({
  outcomes: ops.map(() => ({ ok: true, at: {} })),
  changes: [],
});

/** A store whose commits end when the test says so, and turns that it ends by hand. */
function bench(maxGroup?: number, commitsBeside = () => false) {
  const log: string[] = [];
  const groups: string[][] = [];
  const faults: unknown[] = [];
  let turns: (() => void)[] = [];
  let answer: (ops: string[]) => GroupResult | Error = allGood;
  const runner = new CommandRunner({
    store: {
      commit: async (group) => {
        const ops = group.map(({ op }) => op as string);
        groups.push(ops);
        const result = answer(ops);
        if (result instanceof Error) throw result;
        return result;
      },
      commitsBeside,
      list: async () => [],
    },
    now: () => 0,
    nextTurn: (run) => void turns.push(run),
    committed: (_result, settled: readonly Settled[]) =>
      void log.push(`told ${settled.map((one) => one.command.op).join()}`),
    fault: (error) => void faults.push(error),
    ...(maxGroup === undefined ? {} : { maxGroup }),
  });
  const submitter = (name: string): Submitter => ({
    settled: (settled) =>
      void log.push(
        `${name} ${settled.map((one) => `${one.command.op}:${one.outcome.ok}`).join()}`,
      ),
    unavailable: (lost) => void log.push(`${name} lost ${lost.map(({ op }) => op).join()}`),
  });
  /** Ends the turn, and lets what hangs on promises run. */
  const turn = async () => {
    const due = turns;
    turns = [];
    for (const run of due) run();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const answers = (next: typeof answer) => void (answer = next);
  return { runner, submitter, turn, log, groups, faults, answers };
}

it('commits what came in during one turn as one group, in order', async () => {
  const { runner, submitter, turn, log, groups } = bench();
  runner.enqueue(commands('1', '2'), submitter('ayu'));
  runner.enqueue(commands('3'), submitter('bagas'));
  expect(groups).toEqual([]);
  await turn();
  expect(groups).toEqual([['1', '2', '3']]);
  expect(log).toEqual(['told 1,2,3', 'ayu 1:true,2:true', 'bagas 3:true']);
});

it('gathers the next group while one commits, and bounds its size', async () => {
  const { runner, submitter, turn, groups } = bench(2);
  const ayu = submitter('ayu');
  runner.enqueue(commands('1', '2', '3'), ayu);
  await turn();
  runner.enqueue(commands('4'), ayu);
  expect(runner.waiting).toBe(2);
  await turn();
  expect(groups).toEqual([
    ['1', '2'],
    ['3', '4'],
  ]);
  await turn();
  await runner.idle();
});

it('bounds the weight of a group, and lets what is too heavy alone go alone', async () => {
  const { runner, submitter, turn, groups } = bench();
  const ayu = submitter('ayu');
  runner.enqueue(commands('1'), ayu, 900_000);
  runner.enqueue(commands('2', '3'), ayu, 510_000);
  runner.enqueue(commands('4', '5', '6'), ayu, 60_000);
  for (let n = 0; n < 4; n++) await turn();
  expect(groups).toEqual([['1'], ['2', '3'], ['4', '5', '6']]);
});

it('S10: tells nobody of an outcome where the store is unavailable', async () => {
  const { runner, submitter, turn, log, answers } = bench();
  answers(() => new StoreUnavailable('the disk is full'));
  runner.enqueue(commands('1', '2'), submitter('ayu'));
  const submitted = runner.submit(command('3')).catch((error: unknown) => error);
  await turn();
  expect(await submitted).toBeInstanceOf(StoreUnavailable);
  expect(log).toEqual(['ayu lost 1,2']);
});

it('S7: carries out nothing that was handed in behind what the store did not take', async () => {
  const { runner, submitter, turn, log, groups, answers } = bench(2);
  answers((ops) => (ops.includes('1') ? new StoreUnavailable('away') : allGood(ops)));
  runner.enqueue(commands('1', '2', '3'), submitter('ayu'));
  runner.enqueue(commands('4'), submitter('bagas'));
  for (let n = 0; n < 3; n++) await turn();
  expect(groups).toEqual([['1', '2'], ['4']]);
  expect(log).toEqual(['ayu lost 1,2,3', 'told 4', 'bagas 4:true']);
});

it('S7: holds to that also where a group is separated', async () => {
  const { runner, submitter, turn, log, groups, answers } = bench(3);
  const failures: Record<string, Error> = {
    '1,2,3': new TypeError('a mistake'),
    '1': new StoreUnavailable('away'),
  };
  answers((ops) => failures[ops.join()] ?? allGood(ops));
  runner.enqueue(commands('1', '2'), submitter('ayu'));
  runner.enqueue(commands('3'), submitter('bagas'));
  await turn();
  expect(groups).toEqual([['1', '2', '3'], ['1'], ['3']]);
  expect(log).toEqual(['ayu lost 1', 'ayu lost 2', 'told 3', 'bagas 3:true']);
});

it('separates a group that the store chokes on, and refuses only the one to blame', async () => {
  const { runner, submitter, turn, log, groups, faults, answers } = bench();
  answers((ops) => (ops.includes('2') ? new TypeError('a mistake') : allGood(ops)));
  runner.enqueue(commands('1', '2', '3'), submitter('ayu'));
  await turn();
  expect(groups).toEqual([['1', '2', '3'], ['1'], ['2'], ['3']]);
  expect(log.filter((line) => line.startsWith('ayu'))).toEqual([
    'ayu 1:true',
    'ayu 2:false',
    'ayu 3:true',
  ]);
  expect(faults).toHaveLength(2);
});

/**
 * A store that commits groups of two and more beside its thread, and ends each when the test says so.
 *
 * @param queues whether it also takes one behind the one that is under way
 */
function queueing(queues = true) {
  const log: string[] = [];
  const commits: ((error?: Error) => void)[] = [];
  const turns: (() => void)[] = [];
  let underWay = 0;
  const runner = new CommandRunner({
    store: {
      async commit(group, _now, behind = false) {
        const ops = group.map(({ op }) => op as string);
        log.push(`${behind ? 'behind' : 'begun'} ${ops.join()}`);
        underWay++;
        const error = await new Promise<Error | undefined>((resolve) => commits.push(resolve));
        underWay--;
        if (error !== undefined) throw error;
        return allGood(ops);
      },
      commitsBeside: (group) => group.length > 1,
      commitsBehind: (group) => queues && underWay > 0 && group.length > 1,
      list: async () => [],
    },
    now: () => 0,
    nextTurn: (run) => void turns.push(run),
    committed: (_result, settled) =>
      void log.push(`told ${settled.map((one) => one.command.op).join()}`),
    fault: () => undefined,
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const turn = async () => {
    for (const run of turns.splice(0)) run();
    await settle();
  };
  const commit = async (error?: Error) => {
    commits.shift()!(error);
    await settle();
  };
  const submitter = (name: string): Submitter => ({
    settled: () => undefined,
    unavailable: (lost) => void log.push(`${name} lost ${lost.map(({ op }) => op).join()}`),
  });
  return { runner, log, turn, commit, submitter };
}

it('has the next group under way while one is told, where a commit leaves the thread free', async () => {
  const { runner, log, turn, commit, submitter } = queueing(false);
  const ayu = submitter('ayu');
  runner.enqueue(commands('1', '2'), ayu);
  await turn();
  runner.enqueue(commands('3', '4'), ayu);
  await commit();
  expect(log).toEqual(['begun 1,2', 'begun 3,4', 'told 1,2']);
  // One that would hold the thread up waits until everybody was told and the sockets were read.
  runner.enqueue(commands('5'), ayu);
  await commit();
  expect(log.slice(3)).toEqual(['told 3,4']);
  await turn();
  expect(log.slice(4)).toEqual(['begun 5']);
  await commit();
  await turn();
  await runner.idle();
  expect(log.slice(5)).toEqual(['told 5']);
});

it('S7: has nothing under way behind a group that was not taken', async () => {
  const { runner, submitter, turn, log, groups, answers } = bench(2, () => true);
  answers((ops) => (ops.includes('1') ? new StoreUnavailable('away') : allGood(ops)));
  runner.enqueue(commands('1', '2', '3', '4'), submitter('ayu'));
  runner.enqueue(commands('5'), submitter('bagas'));
  for (let n = 0; n < 3; n++) await turn();
  expect(groups).toEqual([['1', '2'], ['5']]);
  expect(log).toEqual(['ayu lost 1,2,3,4', 'told 5', 'bagas 5:true']);
});

it('hands one group over behind the one that is under way, and tells of both in order', async () => {
  const { runner, log, turn, commit, submitter } = queueing();
  const ayu = submitter('ayu');
  runner.enqueue(commands('1', '2'), ayu);
  await turn();
  // As long as one has come alone the store does not take it.
  runner.enqueue(commands('3'), ayu);
  await turn();
  expect(log).toEqual(['begun 1,2']);
  runner.enqueue(commands('4'), ayu);
  await turn();
  runner.enqueue(commands('5', '6'), ayu);
  await turn();
  expect(log).toEqual(['begun 1,2', 'behind 3,4']);
  await commit();
  expect(log.slice(2)).toEqual(['told 1,2']);
  runner.enqueue(commands('7'), ayu);
  await turn();
  expect(log.slice(3)).toEqual(['behind 5,6,7']);
  await commit();
  await commit();
  await turn();
  await runner.idle();
  expect(log.slice(4)).toEqual(['told 3,4', 'told 5,6,7']);
});

it('S7: gives back what it had handed over behind a group that was not taken', async () => {
  const { runner, log, turn, commit, submitter } = queueing();
  runner.enqueue(commands('1', '2'), submitter('ayu'));
  await turn();
  const bagas = submitter('bagas');
  runner.enqueue(commands('3', '4'), bagas);
  await turn();
  runner.enqueue(commands('5'), bagas);
  await commit(new StoreUnavailable('the disk is full'));
  await commit(new StoreUnavailable('the group before it was not committed'));
  await turn();
  await runner.idle();
  expect(log).toEqual(['begun 1,2', 'behind 3,4', 'ayu lost 1,2', 'bagas lost 3,4,5']);
});

it('hands nothing over behind another for which the relay counts: that may change the count', async () => {
  const { runner, log, turn, commit, submitter } = queueing();
  const ayu = submitter('ayu');
  runner.enqueue(commands('1', '2'), ayu);
  await turn();
  const spec = { name: 'seen.set' } as AnySpec;
  const args = { channelId: 'c', members: 2 } as never;
  runner.enqueue([{ ...command('3'), spec, args }, command('4')], ayu);
  await turn();
  expect(log).toEqual(['begun 1,2']);
  await commit();
  await turn();
  expect(log.slice(1)).toEqual(['told 1,2', 'begun 3,4']);
  await commit();
  await turn();
  await runner.idle();
});

it('is idle when nothing waits or runs', async () => {
  const { runner, turn } = bench();
  await runner.idle();
  const outcome = runner.submit(command('1'));
  let idle = false;
  const waiting = runner.idle().then(() => (idle = true));
  await turn();
  expect(await outcome).toEqual({ ok: true, at: {} });
  expect(idle).toBe(false);
  await turn();
  await waiting;
  expect(idle).toBe(true);
});
