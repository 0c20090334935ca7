import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { Office } from '../contract/office.ts';
import { openSqliteStore } from './open.ts';

/** Two processes' ways to one database. */
async function two(): Promise<[Office, Office, string]> {
  const folder = mkdtempSync(join(tmpdir(), 'balai-known-'));
  const file = join(folder, 'relay.db');
  const [here, there] = [await openSqliteStore({ file }), await openSqliteStore({ file })];
  onTestFinished(async () => {
    await here.close();
    await there.close();
    rmSync(folder, { recursive: true });
  });
  return [new Office(here, 1), new Office(there, 2), file];
}

it('S2: versions go on from where another process left them', async () => {
  const [here, there] = await two();
  const citra = await here.person('Citra', 'admin');
  const channelId = await here.channel(citra, 'umum');
  for (const office of [here, here, there, here, there, there, here]) {
    expect(await office.run(office.send(citra, channelId, 'a'))).toMatchObject({ ok: true });
  }
  const { rows } = await here.store.pull(`channel:${channelId}`, 0, null, 100, 1_000_000);
  const versions = rows.map(({ version }) => version);
  expect(new Set(versions).size).toBe(versions.length);
  expect(rows.filter(({ kind }) => kind === 'message')).toHaveLength(8);
});

it('what a transaction wrote that was rolled back is not taken for written', async () => {
  const [here, , file] = await two();
  const citra = await here.person('Citra', 'admin');
  const channelId = await here.channel(citra, 'umum');
  const db = new Database(file);
  db.exec(`CREATE TRIGGER fails BEFORE INSERT ON ops WHEN NEW.name = 'channel.archive'
           BEGIN SELECT RAISE (ABORT, 'full'); END`);
  db.close();
  const archive = here.command(citra, 'channel.archive', { channelId, archived: true });
  await expect(here.run(archive)).rejects.toThrow('full');
  expect(await here.run(here.send(citra, channelId, 'a'))).toMatchObject({ ok: true });
  expect(await here.texts(channelId)).toEqual(['a']);
});
