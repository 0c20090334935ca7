import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId, DeviceId, OpId, UserId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { paths, sessionGranted } from '../../shared/protocol/http.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { People } from '../services/accounts/people.ts';
import { Office, rowsOf } from '../store/contract/office.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { sendArgs, TestClient } from './testing/test-client.ts';

const PASSWORD = 'a good long one';
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-kill-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

async function startProcess(): Promise<{ child: ChildProcess; url: string }> {
  const flags = ['--data', folder, '--port', '0', '--log-level', 'error'];
  const child = spawn(process.execPath, [main, ...flags], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface(child.stdout)) {
    return { child, url: (JSON.parse(line) as { listening: string }).listening };
  }
  throw new Error('the relay did not start');
}

const exited = (child: ChildProcess) =>
  new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });

async function signIn(url: string): Promise<string> {
  const device = { id: '0198c5b8-7a51-7b52-a1f3-9a52c1c0de20' as DeviceId, name: 'Desk' };
  const answer = await fetch(`${url}${paths.session}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'ayu', password: PASSWORD, device }),
  });
  return sessionGranted.parse(await answer.json()).accessToken;
}

/** A company of one person with a channel, made by the admin side before the relay starts. */
async function company(): Promise<ChannelId> {
  const store = await openSqliteStore({ file: join(folder, DATABASE_FILE) });
  const office = new Office(store);
  const clock = { now: Date.now, after: office.clock.after };
  const people = new People({ store, clock, passwords: new Passwords() });
  const person = { name: 'ayu', displayName: 'Ayu', role: 'member', title: '' } as const;
  const userId: UserId = await people.add(person);
  await people.setPassword((await people.find('ayu'))!, PASSWORD);
  const channelId = await office.channel({ userId, role: 'member' }, 'umum');
  await store.close();
  return channelId;
}

it('S1, S10, S14: a relay that is killed in a burst loses nothing that was acknowledged and doubles nothing', async () => {
  const channelId = await company();
  const newId = new Office(undefined as never, 3);
  const sends = Array.from({ length: 500 }, (_, n) => ({ op: newId.op(), text: `m${n}` }));
  const unacked = new Map<OpId, string>(sends.map(({ op, text }) => [op, text]));

  /**
   * Sends what has no acknowledgement yet, in order; ends when all have one, the line is cut or
   * `enough` says so, whatever may still stand in the line then.
   */
  const deliver = async (url: string, token: string, enough: () => boolean): Promise<void> => {
    const client = new TestClient(url);
    await client.hello(token);
    for (const [op, text] of unacked) {
      client.commands({ op, name: 'message.send', args: sendArgs(channelId, text) });
    }
    while (unacked.size > 0) {
      const frame = await client.take('acks').catch(() => undefined);
      if (frame === undefined) return;
      for (const ack of frame.acks) {
        expect(ack.ok).toBe(true);
        unacked.delete(ack.op as OpId);
      }
      if (enough()) return;
    }
    client.close();
    await client.closed;
  };

  const first = await startProcess();
  const gone = exited(first.child);
  const token = await signIn(first.url);
  await deliver(first.url, token, () => first.child.kill('SIGKILL'));
  expect((await gone).signal).toBe('SIGKILL');
  expect(unacked.size).toBeGreaterThan(0);
  expect(unacked.size).toBeLessThan(500);

  const second = await startProcess();
  await deliver(second.url, token, () => false);
  expect(unacked.size).toBe(0);
  const stopped = exited(second.child);
  second.child.kill('SIGTERM');
  expect(await stopped).toEqual({ code: 0, signal: null });

  const office = new Office(await openSqliteStore({ file: join(folder, DATABASE_FILE) }));
  const { rows } = await office.pull(channelScope(channelId));
  const messages = rowsOf(rows)
    .flatMap((row) => (row.kind === 'message' && row.system === null ? [row] : []))
    .sort((a, b) => a.position - b.position);
  expect(messages.map(({ id }) => id)).toEqual(sends.map(({ op }) => op));
  expect(messages.map(({ text }) => text)).toEqual(sends.map(({ text }) => text));
  expect(messages.map(({ ordinal }) => ordinal)).toEqual(sends.map((_, n) => n + 1));
  await office.store.close();
}, 60_000);

it('says what to do where it cannot start, and exits with 1', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const child = spawn(process.execPath, [main, '--data', join(file, 'data'), '--port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.push(child);
  const end = exited(child);
  let text = '';
  for await (const line of createInterface(child.stderr)) text += line;
  expect((await end).code).toBe(1);
  expect(text).toContain('name another one with --data');
});
