import { expect, it } from 'vitest';
import type { NewRow } from '../../shared/commands/command.ts';
import { registryScope } from '../../shared/domain/scope.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { anId } from '../../shared/testing/office.ts';
import { StoreUnavailable, type StoredRow } from '../store/port.ts';
import { SweepFiles } from './sweep-files.ts';

const DAY = 24 * 3_600_000;

/** Uploads by their ids, and what was done to them. */
function setup(...rows: Partial<NewRow<'upload'>>[]) {
  const clock = new FakeClock();
  const uploads = rows.map((change, n) => ({
    ...{ kind: 'upload' as const, id: anId(n), version: n + 1, ownerId: anId(90), name: 'a' },
    ...{ channelId: anId(91), messageId: null, state: 'open', at: clock.now(), ...change },
  }));
  const stored = uploads.map((row): StoredRow => ({
    ...{ scope: registryScope, kind: 'upload', id: row.id, version: row.version },
    json: JSON.stringify(row),
  }));
  const [done, faults]: [string[], unknown[]] = [[], []];
  const state = {
    failure: undefined as Error | undefined,
    /** Of the one message that goes out later, or that failed to. */
    planned: undefined as { failed: string | null; attachments: unknown[] } | undefined,
  };
  const job = new SweepFiles({
    clock,
    fault: (error) => void faults.push(error),
    store: {
      list: async (scope, kind) => {
        if (state.failure !== undefined) throw state.failure;
        if (kind === 'upload') return stored;
        if (state.planned === undefined || scope !== `user:${anId(90)}`) return [];
        const json = JSON.stringify(state.planned);
        return [{ scope, kind, id: anId(70), version: 1, json }];
      },
    },
    uploads: {
      forget: async (id) => void done.push(`forget ${id}`),
      abandon: async (id) => void done.push(`abandon ${id}`),
    },
  });
  return { clock, job, done, faults, state, stored };
}

it('deletes what a kill left, and gives up what nobody has come back for in two weeks', async () => {
  const { clock, job, done } = setup(
    { state: 'gone', messageId: anId(80) },
    { messageId: null },
    { messageId: anId(81) },
    { messageId: null, state: 'done' },
  );
  job.start();
  await job.idle();
  expect(done).toEqual([`forget ${anId(0)}`]);
  clock.advance(14 * DAY);
  await job.idle();
  expect(done).not.toContain(`abandon ${anId(1)}`);
  clock.advance(6 * 3_600_000);
  await job.idle();
  expect(done.slice(-3)).toEqual([
    ...[`forget ${anId(0)}`, `abandon ${anId(1)}`],
    `abandon ${anId(3)}`,
  ]);
  await job.close();
  expect(clock.pending).toBe(0);
});

it.each([
  ['goes out later, however far ahead', null],
  ['failed to go out, until its author has decided', 'not_a_member'],
])('keeps what a message has that %s', async (_what, failed) => {
  const { clock, job, done, state } = setup({ state: 'done' }, { state: 'done' });
  const attachment = { type: 'file', id: anId(0), name: 'a', mediaType: 'text/plain', size: 1 };
  state.planned = { failed, attachments: [{ type: 'link' }, attachment] };
  job.start();
  await job.idle();
  clock.advance(15 * DAY);
  await job.idle();
  expect(done).toEqual([`abandon ${anId(1)}`]);
  state.planned = undefined;
  clock.advance(6 * 3_600_000);
  await job.idle();
  expect(done).toContain(`abandon ${anId(0)}`);
  await job.close();
});

it('deletes the bytes of a deleted message as soon as that is committed', async () => {
  const { job, done, stored } = setup({ state: 'gone' }, { state: 'done' }, { state: 'open' });
  const gone = { ...stored[0]!, json: `{"kind":"upload","id":"x","version":9,"deleted":true}` };
  const rows = [...stored, gone];
  const change = { scope: registryScope, from: 0, head: 9, count: 0, rows };
  job.committed({ outcomes: [], changes: [change] });
  await job.idle();
  expect(done).toEqual([`forget ${anId(0)}`]);
});

it('comes again where the store was away, and says nothing of it', async () => {
  const { clock, job, done, faults, state } = setup({ state: 'gone' });
  state.failure = new StoreUnavailable('away');
  job.start();
  await job.idle();
  state.failure = undefined;
  clock.advance(6 * 3_600_000);
  await job.idle();
  expect([done, faults]).toEqual([[`forget ${anId(0)}`], []]);
  await job.close();
});
