import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { SeededRandom } from '../../../../shared/testing/random.ts';
import { Office } from '../../contract/office.ts';
import { openSqliteStore } from '../open.ts';

const KILLS = 3;
const EACH = 24;

const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url));

/** Commits group after group in the thread, each handed over behind the one before, and says of each that it is acknowledged. */
const program = `
  const { CommitThread } = await import(${url('./thread.ts')});
  const { storeOn } = await import(${url('../open.ts')});
  const { openDatabase } = await import(${url('../database.ts')});
  const { Office } = await import(${url('../../contract/office.ts')});
  const [, file, seed, actor, channelId] = process.argv;
  const fault = (error) => { throw error; };
  const thread = new CommitThread({ file, fault, from: 1 });
  await thread.start();
  const office = new Office(storeOn(openDatabase(file), fault, thread), Number(seed));
  let before = Promise.resolve();
  for (let group = 0; ; group++) {
    const sends = Array.from({ length: ${EACH} }, (_, n) =>
      office.send(JSON.parse(actor), channelId, seed + ' ' + (group * ${EACH} + n)));
    if (!office.store.commitsBeside(sends)) throw new Error('not in the thread');
    const committed = office.store.commit(sends, 0, office.store.commitsBehind(sends));
    await before;
    before = committed.then(() => process.stdout.write(group + '\\n'));
  }`;

it('S1, S10: a kill while the thread commits loses no acknowledged group, and halves none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-killed-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'relay.db');
  const store = await openSqliteStore({ file });
  const office = new Office(store);
  const ayu = await office.person('Ayu');
  const channelId = await office.channel(ayu, 'umum');
  await store.close();
  const random = new SeededRandom(11);
  const expected: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const seed = `${100 + kill}`;
    const args = ['--input-type=module', '-e', program, file, seed, JSON.stringify(ayu), channelId];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const last = 3 + random.int(60);
    let acked = 0;
    for await (const line of createInterface(child.stdout)) {
      acked = Number(line) + 1;
      if (acked === last) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    const after = await openSqliteStore({ file });
    const found = await new Office(after).texts(channelId);
    await after.close();
    const mine = found.slice(expected.length);
    expect(found.slice(0, expected.length)).toEqual(expected);
    expect(mine).toEqual(mine.map((_, n) => `${seed} ${n}`));
    expect(mine.length % EACH).toBe(0);
    expect(mine.length).toBeGreaterThanOrEqual(acked * EACH);
    expected.push(...mine);
  }
});
