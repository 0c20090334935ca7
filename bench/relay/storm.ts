import { join } from 'node:path';
import { commands } from '../../shared/commands/registry.ts';
import type { ChannelId, OpId, UserId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Figure } from '../figure.ts';
import { Program, temporaryFolder } from './program.ts';
import { fillSeats } from './seats.ts';

const CLIENTS = 5_000;
const PROCESSES = 2;
/** What was written while they were away. */
const MISSED = 20;

/** What a process of clients did until all of them were true. */
interface Work {
  readonly pulls: number;
  readonly rows: number;
  readonly welcomes: number;
  readonly lowest: number;
}

/**
 * Seconds from the moment that a restarted relay listens until 5,000 clients that lost it have
 * been welcomed and have pulled what they missed. They come back as the desktop client does, by
 * its own backoff. Nothing without Balai is comparable: the goal is 15 s.
 */
export async function stormFigure(): Promise<Figure> {
  const value = await balaiStorm();
  return { name: 'storm.true_s', value, unit: 's', floor: await plainStorm() };
}

async function balaiStorm(): Promise<number> {
  const dir = temporaryFolder('storm');
  const { channelId, tokens } = await fillSeats(dir, CLIENTS);
  const first = await startOn(dir, 0);
  const processes = await open(first.url, (from, to) => ({ tokens: tokens.slice(from, to) }));
  await first.relay.stop();
  const head = await write(dir, channelId);
  const began = performance.now();
  const second = await startOn(dir, Number(new URL(first.url).port));
  const works: Work[] = await Promise.all(processes.map((program) => program.line<Work>()));
  const seconds = (performance.now() - began) / 1_000;
  const lowest = Math.min(...works.map((work) => work.lowest));
  const rows = works.reduce((sum, work) => sum + work.rows, 0);
  if (lowest !== head) throw new Error(`a client ended at ${lowest} of ${head}`);
  if (rows < CLIENTS * MISSED) throw new Error(`clients pulled ${rows} rows only`);
  for (const program of processes) await program.stop();
  await second.relay.stop();
  return seconds;
}

async function plainStorm(): Promise<number> {
  const first = await startPlain(0);
  const processes = await open(first.url, (from, to) => ({ count: to - from }));
  await first.server.stop();
  const began = performance.now();
  const second = await startPlain(Number(new URL(first.url).port));
  await Promise.all(processes.map((program) => program.line<Work>()));
  const seconds = (performance.now() - began) / 1_000;
  for (const program of processes) await program.stop();
  await second.server.stop();
  return seconds;
}

/** Programs of clients that have all been welcomed once. */
async function open(
  url: string,
  opening: (from: number, to: number) => unknown,
): Promise<Program[]> {
  const each = Math.ceil(CLIENTS / PROCESSES);
  const processes: Program[] = [];
  for (let n = 0; n < PROCESSES; n++) {
    const program = new Program('bench/relay/storm-clients.ts', [url]);
    processes.push(program);
    program.tell(opening(n * each, (n + 1) * each));
    await program.line();
  }
  return processes;
}

async function startPlain(port: number): Promise<{ server: Program; url: string }> {
  const server = new Program('bench/relay/plain.ts', ['rooms', String(port)]);
  const { listening } = await server.line<{ listening: string }>();
  return { server, url: listening };
}

async function startOn(dir: string, port: number): Promise<{ relay: Program; url: string }> {
  const flags = ['--data', dir, '--port', String(port), '--log-level', 'error'];
  flags.push('--link-previews', 'false');
  const relay = new Program('server/main.ts', flags);
  const { listening } = await relay.line<{ listening: string }>();
  return { relay, url: listening };
}

/** Writes to the channel while no relay runs, and answers its head. */
async function write(dir: string, channelId: ChannelId): Promise<number> {
  const store = await openSqliteStore({ file: join(dir, 'relay.db') });
  const scope = channelScope(channelId);
  const [member] = await store.list(scope, 'member', '', 1);
  const actor = { userId: member!.id as UserId, role: 'member' as const };
  const newId = uuid7Generator(Date.now);
  const spec = commands.get('message.send')!;
  const args = {
    channelId,
    rootId: null,
    broadcast: false,
    text: 'x'.repeat(120),
    attachments: [],
  };
  const group = Array.from({ length: MISSED }, () => ({
    ...{ op: newId() as OpId, actor, spec, args: args as never },
  }));
  await store.commit(group, Date.now());
  const [{ head } = { head: 0 }] = await store.heads([scope]);
  await store.close();
  return head;
}
