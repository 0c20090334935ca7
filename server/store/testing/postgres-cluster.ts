import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { findPostgres, type PostgresBinaries } from './postgres-binaries.ts';

export interface PostgresCluster {
  /** Makes an empty database and answers its URL. */
  database(): Promise<string>;
  /** Runs SQL as the cluster's owner, e.g. to end a backend. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** The unix socket it listens on. */
  readonly socket: string;
  /** Ends it at once, as a crash does, and starts it again from what is on the disk. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Whether commits reach the disk. Off where no test kills the server. */
  readonly fsync: boolean;
}

const OWNER = 'balai';
const READY = /database system is ready to accept connections/;

/** Why there can be no cluster here, as the reason of a skipped test; undefined where there can. */
export const whyNoCluster = (): string | undefined => {
  const found = findPostgres();
  return 'missing' in found ? found.missing : undefined;
};

/**
 * A throw-away PostgreSQL in a temporary folder, on a unix socket alone, so that nothing else meets
 * it. Its collation is a linguistic one: a query that forgets to compare by bytes is found out.
 */
export async function startCluster({ fsync }: ClusterOptions): Promise<PostgresCluster> {
  const found = findPostgres();
  if ('missing' in found) throw new Error(found.missing);
  const folder = mkdtempSync(join(tmpdir(), 'balai-pg-'));
  const owner = ownerOf(folder);
  try {
    return await start(found, folder, owner, fsync);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** As whom PostgreSQL's programs run: words before their command line, or another identity. */
interface Owner {
  readonly prefix: readonly string[];
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

/**
 * PostgreSQL does not run as root. Where the kernel allows it, it runs in a user namespace that
 * calls root by another name, which still may enter every folder above its own; elsewhere as the
 * user that its package made.
 */
function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return { prefix: [], identity: {} };
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  if (succeeds([...prefix, 'true'])) return { prefix, identity: {} };
  for (const name of ['postgres', 'nobody']) {
    if (!succeeds(['id', name])) continue;
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name])));
    chownSync(folder, uid!, gid!);
    return { prefix: [], identity: { uid: uid!, gid: gid! } };
  }
  throw new Error('running as root, and there is neither a user `postgres` nor `nobody`');
}

function succeeds([file = '', ...args]: readonly string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function start(
  { folder: bin }: PostgresBinaries,
  folder: string,
  { prefix, identity }: Owner,
  fsync: boolean,
): Promise<PostgresCluster> {
  const data = join(folder, 'data');
  const as = { ...identity, cwd: folder };
  const line = (program: string, ...args: string[]): [string, string[]] => {
    const [file = '', ...rest] = [...prefix, join(bin, program), ...args];
    return [file, rest];
  };
  execFileSync(
    ...line(
      'initdb',
      ...['-D', data, '-U', OWNER, '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      ...['--locale=C', '--locale-provider=icu', '--icu-locale=en'],
    ),
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const settings = { fsync: fsync ? 'on' : 'off', listen_addresses: '', max_connections: '60' };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const launch = async (): Promise<ChildProcess> => {
    const started = spawn(...line('postgres', '-D', data, '-k', folder, ...flags), {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await ready(started);
    return started;
  };
  /** Immediately: what it has in memory is lost. */
  const crash = (running: ChildProcess): Promise<void> =>
    new Promise((resolve) => {
      running.once('exit', () => resolve());
      running.kill('SIGQUIT');
    });
  let server = await launch();
  // A test run that is broken off takes its server with it.
  const kill = (): void => void server.kill('SIGQUIT');
  process.once('exit', kill);

  const url = (database: string): string => `postgres://${OWNER}@/${database}?host=${folder}`;
  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: url('postgres') });
    await client.connect();
    return client;
  };
  let admin = await connected();
  let made = 0;
  return {
    socket: join(folder, '.s.PGSQL.5432'),
    async database() {
      const name = `balai_${++made}`;
      await admin.query(`CREATE DATABASE ${name}`);
      return url(name);
    },
    async query(sql, values = []) {
      return (await admin.query<Record<string, unknown>>(sql, values)).rows;
    },
    async restart() {
      await admin.end();
      await crash(server);
      server = await launch();
      admin = await connected();
    },
    async stop() {
      await admin.end();
      process.off('exit', kill);
      await crash(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the server says that it is ready; fails with what it said if it ends before. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const lines = createInterface({ input: server.stderr! });
    lines.on('line', (line) => {
      said.push(line);
      if (READY.test(line)) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
  });
}
