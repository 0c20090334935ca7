import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { paths, workspaceInfo } from '../shared/protocol/http.ts';

const root = join(import.meta.dirname, '..');
const started = z.object({
  relay: z.string(),
  clients: z.array(z.object({ person: z.string(), url: z.string() })),
});

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'start-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }));
  return dir;
}

/** Runs npm start's program; gives its line and itself. */
async function run(...args: string[]): Promise<{ line: unknown; child: ChildProcess }> {
  const child = spawn(process.execPath, ['scripts/start.ts', '--no-open', '--json', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return { line: JSON.parse(line) as unknown, child };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );

/** The page's answer to somebody who opens the address. */
async function open(url: string): Promise<string> {
  const first = await fetch(url, { redirect: 'manual' });
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
  return (await fetch(new URL('/', url), { headers: { cookie } })).text();
}

async function ended(child: ChildProcess): Promise<unknown> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return code ?? signal;
}

it('opens the demo, then another person beside it; Ctrl+C leaves nothing behind', async () => {
  const data = folder();
  const first = await run('--data', data);
  const { relay, clients } = started.parse(first.line);
  expect(clients.map(({ person }) => person)).toEqual(['Ayu Kartika']);
  const info = workspaceInfo.parse(await (await fetch(relay + paths.workspace)).json());
  expect(info.name).toBe('Nusa Mandiri');
  expect(await open(clients[0]!.url)).toContain('<title>Balai</title>');

  const second = await run('--data', data, '--as', 'Rahmat Hidayat');
  const beside = started.parse(second.line);
  expect(beside.relay).toBe(relay);
  expect(beside.clients.map(({ person }) => person)).toEqual(['Rahmat Hidayat']);
  expect((await run('--data', data)).line).toMatchObject({ problem: 'already_open' });

  second.child.kill('SIGINT');
  expect(await ended(second.child)).toBe(0);
  expect(await answers(beside.clients[0]!.url)).toBe(false);
  expect(await answers(relay)).toBe(true);
  first.child.kill('SIGINT');
  expect(await ended(first.child)).toBe(0);
  expect(await answers(relay)).toBe(false);
  expect(await answers(clients[0]!.url)).toBe(false);
});

it('is warm the second time, at any port, and ends with a start that was killed', async () => {
  const data = folder();
  const first = await run('--data', data);
  first.child.kill('SIGTERM');
  expect(await ended(first.child)).toBe(0);
  const profile = join(data, 'people', 'ayu.kartika', 'core', 'profile.json');
  const before = JSON.parse(readFileSync(profile, 'utf8')) as { deviceId: string };

  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const refused = await run('--data', data, '--port', String(port));
  expect(refused.line).toMatchObject({ problem: 'port_in_use' });
  server.close();
  await once(server, 'close');

  const again = await run('--data', data, '--port', String(port));
  const { relay, clients } = started.parse(again.line);
  expect(relay).toBe(`http://127.0.0.1:${port}`);
  const now = JSON.parse(readFileSync(profile, 'utf8')) as { address: string };
  expect(now).toEqual({ ...before, address: relay });
  again.child.kill('SIGKILL');
  await expect.poll(() => answers(relay), { timeout: 10_000 }).toBe(false);
  await expect.poll(() => answers(clients[0]!.url), { timeout: 10_000 }).toBe(false);
});

it('says in a sentence what keeps it from starting', async () => {
  const data = folder();
  const broken = join(data, 'Acme Slack export.zip');
  writeFileSync(broken, 'PK\u0003\u0004 and no more');
  const line = async (...args: string[]) => (await run('--data', data, ...args)).line;
  expect(await line('--import', broken)).toMatchObject({ problem: 'bad_export' });
  expect(await line('--import', join(data, 'none.zip'))).toMatchObject({
    problem: 'bad_export',
    message: `There is no file ${join(data, 'none.zip')}.`,
  });
  expect(await line('--port', 'x')).toMatchObject({ problem: 'bad_option' });
  expect((await run('--data', broken)).line).toMatchObject({ problem: 'data_folder' });
});

it.runIf(existsSync('/dev/full'))('starts also where the disk takes no log', async () => {
  const data = folder();
  mkdirSync(join(data, 'logs'));
  for (const name of ['fill', 'relay', 'ayu.kartika']) {
    symlinkSync('/dev/full', join(data, 'logs', `${name}.log`));
  }
  expect(started.safeParse((await run('--data', data)).line).success).toBe(true);
});
