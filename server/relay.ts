import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Clock } from '../shared/domain/clock.ts';
import { MemoryBus } from './bus/memory.ts';
import { ConfigError, type RelayConfig } from './config.ts';
import { DATABASE_FILE, prepareFolder } from './data-folder.ts';
import { Gateway } from './gateway/gateway.ts';
import { createHttp } from './gateway/http.ts';
import { openLog, type Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { createAuthenticator, type Authenticator } from './services/accounts/authenticator.ts';
import { registerAuthRoutes } from './services/accounts/routes.ts';
import { CommandRunner } from './services/commands/runner.ts';
import { openSqliteStore } from './store/sqlite/open.ts';
import { serverName } from './version.ts';

/** What tests put in the place of the real thing. */
export interface RelayParts {
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly log?: Log;
  readonly authenticator?: Authenticator;
  readonly openStore?: typeof openSqliteStore;
}

export interface Relay {
  /** Where it listens: `http://127.0.0.1:7420`. */
  readonly url: string;
  /** Finishes what is at hand, sends clients away and closes the store. */
  close(): Promise<void>;
}

const systemClock: Clock = {
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
  const folder = resolve(config.data);
  prepareFolder(folder);
  const store = await (parts.openStore ?? openSqliteStore)({
    file: join(folder, DATABASE_FILE),
    fault: (error, { spec, op }) =>
      log.error({ err: error, command: spec.name, op }, 'a command failed'),
  });
  const fault = (error: unknown): void => log.error({ err: error }, 'a mistake of the relay');
  const bus = new MemoryBus(fault);
  const metrics = new Metrics(() => gateway.connections);
  const runner = new CommandRunner({
    store: {
      async commit(group, now) {
        const began = performance.now();
        const result = await store.commit(group, now);
        metrics.commitTook((performance.now() - began) / 1_000);
        return result;
      },
    },
    ...{ now: clock.now, fault, nextTurn: (run: () => void) => void setImmediate(run) },
    committed(result, settled) {
      metrics.committed(settled);
      gateway.committed(result);
    },
  });
  const gateway = new Gateway({
    ...{ store, runner, bus, clock, random, log, metrics },
    authenticator: parts.authenticator ?? createAuthenticator(store, clock),
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
    ...{ store, metrics, log, trustProxy: config['trust-proxy'] },
    metricsToken: config['metrics-token'],
  });
  registerAuthRoutes(http, { store, bus, clock, server: serverName });
  http.server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  const close = async (): Promise<void> => {
    log.info('stopping');
    await gateway.close();
    await http.close();
    await bus.close();
    await store.close();
  };
  try {
    await gateway.start();
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
