import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Clock } from '../shared/domain/clock.ts';
import { MemoryBus } from './bus/memory.ts';
import type { Bus } from './bus/port.ts';
import { PostgresBus } from './bus/postgres.ts';
import { ConfigError, type RelayConfig } from './config.ts';
import { prepareFolder } from './data-folder.ts';
import { Gateway } from './gateway/gateway.ts';
import { Health } from './gateway/health.ts';
import { createHttp } from './gateway/http.ts';
import { registerOpenPage } from './gateway/open-page.ts';
import { CopyFiles } from './jobs/copy-files.ts';
import { FetchPreviews } from './jobs/fetch-previews.ts';
import { KeepIndex } from './jobs/keep-index.ts';
import { SendDue } from './jobs/send-due.ts';
import { SweepFiles } from './jobs/sweep-files.ts';
import { openLog, type Log } from './log.ts';
import type { MemoryMode } from './memory-mode.ts';
import { Metrics } from './metrics.ts';
import { createAuthenticator, type Authenticator } from './services/accounts/authenticator.ts';
import { Passwords } from './services/accounts/passwords.ts';
import { registerPeopleRoutes } from './services/accounts/people-routes.ts';
import { People } from './services/accounts/people.ts';
import { registerAuthRoutes } from './services/accounts/routes.ts';
import { CommandRunner } from './services/commands/runner.ts';
import { BlobFolder } from './services/files/blob-folder.ts';
import { registerFileRoutes, registerNoFiles } from './services/files/file-routes.ts';
import { Inspector } from './services/files/inspector.ts';
import { Uploads } from './services/files/uploads.ts';
import type { Internet } from './services/previews/ask-outside.ts';
import { internet } from './services/previews/internet.ts';
import { PagePictures } from './services/previews/page-pictures.ts';
import { openStore, placeOf, type Place } from './store/open.ts';
import type { Submitted } from './store/port.ts';
import { serverName } from './version.ts';

/** What tests put in the place of the real thing. */
export interface RelayParts {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Log;
  readonly authenticator?: Authenticator;
  readonly openStore?: typeof openStore;
  readonly internet?: Internet;
  /** Whoever owns the process lets the relay say how V8 uses it. */
  readonly memory?: MemoryMode;
}

export interface Relay {
  /** Where it listens: `http://127.0.0.1:7420`. */
  readonly url: string;
  /** Finishes what is at hand, sends clients away and closes the store. */
  close(): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  after(ms, run) {
    // A timer alone keeps no process alive: what waits for it has a socket.
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Puts the relay together and starts it.
 *
 * @throws {ConfigError} where the data folder or the address cannot be used
 * @throws {NewerDatabase} where a newer relay has used the data
 */
export async function startRelay(config: RelayConfig, parts: RelayParts = {}): Promise<Relay> {
  const { clock = systemClock, random = Math.random, log = openLog(config['log-level']) } = parts;
  const place = placeOf(config.store ?? resolve(config.data!));
  if (place.engine === 'sqlite') prepareFolder(dirname(place.file));
  const store = await (parts.openStore ?? openStore)(place, {
    ...{ clock, random, serves: true },
    fault: (error, { spec, op }) =>
      log.error({ err: error, command: spec.name, op }, 'a command failed'),
  });
  const fault = (error: unknown): void => log.error({ err: error }, 'a mistake of the relay');
  const bus = await openBus(place, { clock, random, fault, log }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const metrics = new Metrics(() => gateway.connections);
  const health = new Health(store, clock);
  const runner = new CommandRunner({
    store: {
      async commit(group, now, behind) {
        const began = performance.now();
        const result = await store.commit(group, now, behind).catch((error: unknown) => {
          health.doubt();
          throw error;
        });
        metrics.commitTook((performance.now() - began) / 1_000);
        return result;
      },
      commitsBeside: (group) => store.commitsBeside?.(group) === true,
      commitsBehind: (group) => store.commitsBehind?.(group) === true,
      list: (...asked) => store.list(...asked),
    },
    ...{ now: clock.now, fault, nextTurn: (run: () => void) => void setImmediate(run) },
    committed(result, settled) {
      metrics.committed(settled);
      parts.memory?.committed(settled.length);
      gateway.committed(result);
      copies?.committed(result);
      sweep?.committed(result);
      previews?.committed(result);
      const rows = result.changes.reduce((sum, change) => sum + change.rows.length, 0);
      if (rows > 0) words.changed(rows);
      due.committed(result);
    },
  });
  const words = new KeepIndex({ store, clock, fault });
  // For what a kill left out, and rows that other nodes or another program wrote.
  words.changed();
  const due = new SendDue({
    ...{ store, clock, fault },
    submit: (command) => runner.submit(command),
  });
  const authenticator = parts.authenticator ?? createAuthenticator(store, clock);
  const gateway = new Gateway({
    ...{ store, runner, bus, clock, random, log, metrics },
    authenticator,
    node: randomBytes(8).toString('hex'),
    directoryLimit: config['directory-limit'],
    settings: {
      server: serverName,
      leaseDays: config['lease-days'],
      rate: { perSecond: config['rate-per-second'], burst: config['rate-burst'] },
      origins: config.origins,
    },
  });
  const http = createHttp({
    ...{ health, metrics, log, trustProxy: config['trust-proxy'] },
    metricsToken: config['metrics-token'],
  });
  registerOpenPage(http);
  const passwords = new Passwords();
  registerAuthRoutes(http, { store, bus, clock, passwords, server: serverName });
  const people = new People({
    ...{ store, clock, passwords, bus },
    submit: (command) => runner.submit(command),
  });
  registerPeopleRoutes(http, { store, authenticator, people });
  const folder = filesFolder(config);
  const inspector = new Inspector();
  let sweep: SweepFiles | undefined;
  let copies: CopyFiles | undefined;
  let pictures: PagePictures | undefined;
  const outside = parts.internet ?? internet;
  if (folder === undefined) {
    log.warn('no folder for files: name one with --files');
    registerNoFiles(http);
  } else {
    const blobs = new BlobFolder(folder);
    const traffic = metrics.files;
    const submit = (command: Submitted) => runner.submit(command);
    const uploads = new Uploads({ store, submit, clock, blobs, inspector, traffic });
    registerFileRoutes(http, { store, authenticator, uploads, blobs, traffic });
    sweep = new SweepFiles({ store, uploads, clock, fault });
    copies = new CopyFiles({ store, uploads, fault });
    const files = { blobs, inspector, uploads };
    pictures = new PagePictures({ store, submit, clock, internet: outside, ...files });
  }
  const previews = config['link-previews']
    ? new FetchPreviews({
        ...{ store, clock, submit: (command) => runner.submit(command) },
        ...{ internet: outside, pictures },
      })
    : undefined;
  http.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  const close = async (): Promise<void> => {
    log.info('stopping');
    await due.close();
    await gateway.close();
    await http.close();
    await previews?.close();
    await copies?.close();
    await sweep?.close();
    inspector.close();
    await words.close();
    await bus.close();
    await store.close();
  };
  try {
    await gateway.start();
    due.start();
    copies?.start();
    sweep?.start();
    await http.listen({ port: config.port, host: config.host });
  } catch (error) {
    await close();
    throw asConfigError(error, config);
  }
  const { port } = http.server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = `http://${host}:${port}`;
  log.info({ url, version: serverName }, 'listening');
  return { url, close };
}

/** Undefined: nowhere, so that no files are taken. */
function filesFolder({ files, data }: RelayConfig): string | undefined {
  if (files !== null) return resolve(files);
  return data === null ? undefined : join(resolve(data), 'files');
}

interface BusParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly fault: (error: unknown) => void;
  readonly log: Log;
}

/** Nodes that share a database hear of each other through it; one with a file of its own is alone. */
async function openBus(place: Place, { log, ...parts }: BusParts): Promise<Bus> {
  if (place.engine === 'sqlite') return new MemoryBus(parts.fault);
  const lost = (error: Error): void =>
    log.warn({ reason: error.message }, 'no line to other nodes');
  return PostgresBus.open({ url: place.url, ...parts, lost });
}

function asConfigError(error: unknown, { host, port }: RelayConfig): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ConfigError(
        `port ${port} is taken: stop the other program, or name another one with --port`,
      );
    case 'EACCES':
      return new ConfigError(`port ${port} needs more rights: name one above 1023 with --port`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ConfigError(`${host} is no address of this machine: name another with --host`);
    default:
      return error;
  }
}
