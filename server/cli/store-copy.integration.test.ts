import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startCluster,
  whyNoCluster,
  type PostgresCluster,
} from '../store/testing/postgres-cluster.ts';
import { line } from './testing/line.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-admin-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (place: readonly string[], ...words: string[]) => line([...place, ...words]);
const addAyu = ['user', 'add', '--name', 'ayu', '--display-name', 'Ayu Kartika'];
const copy = (from: string, to: string) =>
  line(['store', 'copy', '--from', from, '--to', to, '--json']);

async function names(place: readonly string[]): Promise<string[]> {
  const { out } = await at(place, 'user', 'list', '--json');
  return (JSON.parse(out) as { name: string }[]).map(({ name }) => name);
}

it('copies a data folder into another, and the original stays', async () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await at(['--data', from], 'workspace', 'set', '--name', 'Balai');
  await at(['--data', from], ...addAyu);
  const { code, out } = await copy(from, to);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ accounts: 1, invites: 1 });
  expect(await names(['--data', to])).toEqual(['ayu']);
  expect(await names(['--data', from])).toEqual(['ayu']);
});

it('says what is wrong with the places', async () => {
  const from = join(folder, 'from');
  const nothing = await copy(from, join(folder, 'to'));
  expect(nothing).toMatchObject({ code: 1, out: '' });
  expect(nothing.err).toContain(join(from, 'relay.db'));
  await at(['--data', from], 'workspace', 'set', '--name', 'Balai');
  const used = await copy(from, from);
  expect(used).toMatchObject({ code: 2, out: '' });
  expect(used.err).toContain('Name an empty place.');
});

const missing = whyNoCluster();

describe.skipIf(missing !== undefined)(`Postgres: ${missing ?? 'a cluster'}`, () => {
  let cluster: PostgresCluster;
  beforeAll(async () => {
    cluster = await startCluster({ fsync: false });
  });
  afterAll(() => cluster.stop());

  it('begins and keeps a workspace in it, by --store', async () => {
    const place = ['--store', await cluster.database()];
    const early = await at(place, 'user', 'list');
    expect(early).toMatchObject({ code: 2 });
    expect(early.err).toContain('Begin one with: workspace set');
    expect((await at(place, 'workspace', 'set', '--name', 'Balai')).code).toBe(0);
    expect((await at(place, ...addAyu)).code).toBe(0);
    expect(await names(place)).toEqual(['ayu']);
  });

  it('moves there and back', async () => {
    const [from, database, back] = [
      join(folder, 'from'),
      await cluster.database(),
      join(folder, 'back'),
    ];
    await at(['--data', from], 'workspace', 'set', '--name', 'Balai');
    await at(['--data', from], ...addAyu);
    expect((await copy(from, database)).code).toBe(0);
    expect(await names(['--store', database])).toEqual(['ayu']);
    expect((await copy(database, `sqlite:${back}/relay.db`)).code).toBe(0);
    expect(await names(['--data', back])).toEqual(['ayu']);
  });

  it('says that there is no database', async () => {
    const nowhere = (await cluster.database()).replace(/balai_\d+/, 'nowhere');
    const { code, err } = await at(['--store', nowhere], 'user', 'list');
    expect(code).toBe(1);
    expect(err).toContain('database "nowhere" does not exist');
  });
});
