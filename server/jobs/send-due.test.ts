import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { ChannelId, ScheduledId } from '../../shared/domain/ids.ts';
import { scheduledMessageId } from '../../shared/domain/kinds/scheduled.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope, orgScope, registryScope, userScope } from '../../shared/domain/scope.ts';
import { CommandRunner } from '../services/commands/runner.ts';
import { Office } from '../store/contract/office.ts';
import { StoreUnavailable, type Store } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { SendDue } from './send-due.ts';

const HOUR = 3_600_000;

let file: string;
let office: Office;
let ayu: Actor;
let channelId: ChannelId;

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-due-'));
  file = join(folder, 'relay.db');
  office = new Office(await openSqliteStore({ file }));
  onTestFinished(async () => {
    await office.store.close();
    rmSync(folder, { recursive: true });
  });
  ayu = await office.person('Ayu');
  channelId = await office.channel(ayu, 'umum');
});

/** A relay's job on the one database; `through` is its store. */
function node(through: Store = office.store) {
  const { clock } = office;
  const faults: unknown[] = [];
  const asked: string[] = [];
  const runner: CommandRunner = new CommandRunner({
    ...{ store: through, now: clock.now, fault: (error) => void faults.push(error) },
    nextTurn: (run) => void setImmediate(run),
    committed: (result) => job.committed(result),
  });
  const job = new SendDue({
    store: {
      get: (keys) => through.get(keys),
      list(scope, kind, after, limit) {
        asked.push(after);
        return through.list(scope, kind, after, limit);
      },
    },
    ...{ clock, fault: (error) => void faults.push(error) },
    submit: (command) => runner.submit(command),
  });
  job.start();
  onTestFinished(() => job.close());
  return { job, runner, faults, asked };
}

/** Nothing here waits for anything real, so a few turns end all that was begun. */
async function settled(): Promise<void> {
  for (let n = 0; n < 60; n++) await new Promise((resolve) => setImmediate(resolve));
}

async function pass(ms: number): Promise<void> {
  office.clock.advance(ms);
  await settled();
}

const addition = (text: string, inMs: number, by = ayu) => {
  const args = { channelId, rootId: null, broadcast: false, text, attachments: [] };
  const at = office.clock.now() + inMs;
  return office.command(by, 'scheduled.add', { ...args, at, why: 'chosen' });
};

/** Writes beside every relay, as another node does. */
async function later(text: string, inMs: number, by = ayu): Promise<ScheduledId> {
  const command = addition(text, inMs, by);
  expect(await office.run(command)).toMatchObject({ ok: true });
  return command.op as string as ScheduledId;
}

const notes = () => office.store.list(registryScope, 'due', '', 1_000);
const kept = (id: string, by = ayu) => office.row(userScope(by.userId), 'scheduled', id);

it('sends at the time, as its author, and neither before nor twice', async () => {
  const { runner } = node();
  await pass(0);
  const command = addition('Besok rapat', HOUR);
  await Promise.all([runner.submit(command), settled()]);
  await pass(HOUR - 1);
  expect(await office.texts(channelId)).toEqual([]);
  await pass(1);
  expect(await office.texts(channelId)).toEqual(['Besok rapat']);
  const id = scheduledMessageId(command.op);
  expect(await office.row(channelScope(channelId), 'message', id)).toMatchObject({
    ...{ authorId: ayu.userId, createdAt: office.clock.now() },
  });
  expect(await kept(command.op)).toBeUndefined();
  expect(await notes()).toEqual([]);
  await pass(HOUR);
  expect(await office.texts(channelId)).toEqual(['Besok rapat']);
});

it('sends what fell due while no relay ran, in the order of time, however much it is', async () => {
  const texts = Array.from({ length: 100 }, (_, n) => `nomor ${String(n).padStart(3, '0')}`);
  for (const [n, text] of texts.entries()) await later(text, 1_000 * n);
  await later('belum', 100 * HOUR);
  office.clock.advance(HOUR);
  node();
  await pass(0);
  expect(await office.texts(channelId)).toEqual(texts);
  expect(await notes()).toHaveLength(1);
});

it('S1: of several nodes on one database each does it, and it happens once', async () => {
  const other = await openSqliteStore({ file });
  onTestFinished(() => other.close());
  for (let n = 0; n < 40; n++) await later(`nomor ${n}`, HOUR);
  const [a, b] = [node(), node(other)];
  await pass(0);
  await pass(HOUR);
  expect((await office.texts(channelId)).sort()).toHaveLength(40);
  expect(new Set(await office.texts(channelId)).size).toBe(40);
  expect([...a.faults, ...b.faults]).toEqual([]);
});

it('S13: sees what another node noted down within half a minute, and is exact from then on', async () => {
  node();
  await pass(0);
  await later('lewat simpul lain', 45_000);
  await pass(30_000);
  expect(await office.texts(channelId)).toEqual([]);
  await pass(14_999);
  expect(await office.texts(channelId)).toEqual([]);
  await pass(1);
  expect(await office.texts(channelId)).toEqual(['lewat simpul lain']);
});

it('keeps to the last word: moved, changed, taken back', async () => {
  const [moved, changed, gone] = [
    await later('dipindah', HOUR),
    await later('lama', HOUR),
    await later('batal', HOUR),
  ];
  const named = (id: ScheduledId) => ({ id, channelId });
  const at = office.clock.now() + 2 * HOUR;
  await office.run(office.command(ayu, 'scheduled.set', { ...named(moved), at }));
  await office.run(office.command(ayu, 'scheduled.set', { ...named(changed), text: 'baru' }));
  await office.run(office.command(ayu, 'scheduled.remove', named(gone)));
  node();
  await pass(0);
  await pass(HOUR);
  expect(await office.texts(channelId)).toEqual(['baru']);
  await pass(HOUR);
  expect(await office.texts(channelId)).toEqual(['baru', 'dipindah']);
});

it('S11: leaves what its author may not write any more with them, and sends it once they may', async () => {
  const bagas = await office.person('Bagas');
  const enter = () => office.run(office.command(bagas, 'channel.join', { channelId }));
  await enter();
  const id = await later('nanti', HOUR, bagas);
  await office.run(office.command(bagas, 'channel.leave', { channelId }));
  node();
  await pass(0);
  await pass(HOUR);
  expect((await kept(id, bagas))?.failed).toBe('not_member');
  expect(await notes()).toEqual([]);
  await enter();
  const { at } = (await kept(id, bagas))!;
  await office.run(office.command(bagas, 'scheduled.set', { id, channelId, text: 'nanti', at }));
  await pass(30_000);
  expect(await office.texts(channelId)).toEqual(['nanti']);
});

it('S12: sends nothing of an account that was closed', async () => {
  const id = await later('nanti', HOUR);
  const user = (await office.row(orgScope, 'user', ayu.userId))!;
  await office.put(orgScope, { ...user, disabledAt: office.clock.now() });
  node();
  await pass(0);
  await pass(HOUR);
  expect(await office.texts(channelId)).toEqual([]);
  expect((await kept(id))?.failed).toBe('disabled');
});

it('tries again where the store is away', async () => {
  await later('nanti', HOUR);
  let away = true;
  const commit: Store['commit'] = async (group, now) => {
    if (away) throw new StoreUnavailable('the disk is full');
    return office.store.commit(group, now);
  };
  const { faults } = node({ ...office.store, commit });
  await pass(0);
  await pass(HOUR);
  away = false;
  await pass(4_999);
  expect(await office.texts(channelId)).toEqual([]);
  await pass(1);
  expect(await office.texts(channelId)).toEqual(['nanti']);
  expect(faults).toEqual([]);
});

it('does not walk over the traces of what was sent long ago', async () => {
  for (let n = 0; n < 40; n++) await later(`nomor ${n}`, n);
  const { asked } = node();
  await pass(0);
  for (let n = 0; n < 3; n++) await pass(30_000);
  const last = Number(asked.at(-1)!.split('/')[0]);
  expect(asked[0]).toBe('');
  expect(office.clock.now() - last).toBeLessThan(HOUR);
});

it('a note without its message harms no other, and does not keep the job busy', async () => {
  const { at, id } = { at: office.clock.now(), id: office.op() };
  await office.put(registryScope, {
    ...({ kind: 'due', id: `${String(at).padStart(16, '0')}/${id}`, at, by: id } as const),
    ...{ scheduledId: id, userId: ayu.userId, channelId },
  });
  await later('nanti', 1);
  const { asked } = node();
  await pass(1_000);
  expect(await office.texts(channelId)).toEqual(['nanti']);
  expect(await notes()).toEqual([]);
  expect(asked.length).toBeLessThan(8);
});

it('does nothing after it was closed', async () => {
  const { job } = node();
  await pass(0);
  await later('nanti', HOUR);
  await job.close();
  await pass(2 * HOUR);
  expect(await office.texts(channelId)).toEqual([]);
  expect(office.clock.pending).toBe(0);
});
