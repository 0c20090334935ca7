import { pino } from 'pino';
import type { Bus } from '../server/bus/port.ts';
import { Gateway } from '../server/gateway/gateway.ts';
import { FetchPreviews } from '../server/jobs/fetch-previews.ts';
import { SendDue } from '../server/jobs/send-due.ts';
import { Metrics } from '../server/metrics.ts';
import type { Authenticator } from '../server/services/accounts/authenticator.ts';
import { CommandRunner } from '../server/services/commands/runner.ts';
import type { Internet } from '../server/services/previews/ask-outside.ts';
import { getRow } from '../server/store/read-row.ts';
import { StoreUnavailable, type Store } from '../server/store/port.ts';
import { openDatabase, type Db } from '../server/store/sqlite/database.ts';
import { storeOn } from '../server/store/sqlite/open.ts';
import type { UserId } from '../shared/domain/ids.ts';
import { orgScope } from '../shared/domain/scope.ts';
import type { Wire } from './network/wire.ts';
import { namedPictures } from './page-pictures.ts';
import type { Plant } from './plants.ts';
import { OwnClock } from './timeline.ts';
import type { World } from './world.ts';

/** The longest that a machine stands still, ms. */
const PAUSE_MS = 12_000;

/** What a token of this world says. */
interface Token {
  userId: UserId;
  sessionId: string;
  expires: number;
}

/** One registry for all: nobody reads it. */
const metrics = new Metrics(() => 0);

/** The store over its file, without the wait for a disk: a killed process loses nothing by that. */
export function openSharedStore(file: string, fault: (error: unknown) => void) {
  const db = openDatabase(file);
  db.pragma('synchronous = OFF');
  return { db, store: storeOn(db, fault) };
}

/**
 * One relay process of several on one store: the real gateway, runner and store. It may be killed
 * at any moment; what it committed stays.
 */
export class RelayNode {
  readonly name: string;
  readonly wires = new Set<Wire>();
  readonly #world: World;
  readonly #clock: OwnClock;
  readonly #db: Db;
  readonly #bus: Bus;
  readonly #gateway: Gateway;
  readonly #due: SendDue;
  readonly #previews: FetchPreviews;
  up = true;

  constructor(world: World, name: string, skew: number) {
    this.#world = world;
    this.name = name;
    this.#clock = new OwnClock(world.timeline, skew);
    const fault = (error: unknown): void =>
      world.ledger.found(
        `${name}: a fault: ${error instanceof Error ? error.stack : String(error)}`,
      );
    const { db, store: real } = openSharedStore(world.storeFile, fault);
    this.#db = db;
    this.#bus = world.bus.end();
    const store = this.#slow(
      planted(this.#watched(real), db, world.plant, this.#clock, this.early),
    );
    const runner = new CommandRunner({
      store,
      now: this.#clock.now,
      nextTurn: (run) => void this.#clock.after(0, run),
      committed: (result) => {
        this.#gateway.committed(result);
        this.#previews.committed(result);
        this.#due.committed(result);
      },
      fault,
      maxGroup: 8,
    });
    this.#due = new SendDue({
      ...{ store, clock: this.#clock, fault },
      submit: (command) => runner.submit(command),
    });
    this.#previews = new FetchPreviews({
      ...{ store, clock: this.#clock, internet: this.#internet() },
      pictures: namedPictures((command) => runner.submit(command), world.newOp),
      submit: (command) => runner.submit(command),
    });
    // A store that is away is told of, and is no mistake.
    const tell = (line: string): void => {
      if (!line.includes('"type":"StoreUnavailable"')) fault(line);
    };
    this.#gateway = new Gateway({
      ...{ store, runner, bus: this.#bus, clock: this.#clock, metrics, node: name },
      random: () => world.random.next(),
      log: pino({ level: 'error' }, { write: tell }),
      authenticator: this.#authenticator(real),
      directoryLimit: world.profile.directoryLimit,
      settings: {
        ...{ server: 'fuzz', leaseDays: 0, origins: [] },
        rate: { perSecond: 200, burst: 200 },
      },
    });
  }

  /** Fails where the store is away. */
  async start(): Promise<void> {
    await this.#gateway.start();
    this.#due.start();
  }

  /** For a plant that tells of a group before it is in the store. */
  readonly early = (result: Parameters<Gateway['committed']>[0]): void =>
    this.#gateway.committed(result);

  accept(wire: Wire): void {
    this.wires.add(wire);
    this.#gateway.accept(wire.line, wire.way);
  }

  /** SIGKILL: nothing that it had begun goes on. */
  kill(): void {
    this.up = false;
    this.#clock.stop();
    void this.#bus.close();
    for (const wire of this.wires) wire.relayDied();
    this.wires.clear();
    this.#db.close();
  }

  #watched(store: Store): Store {
    const { ledger } = this.#world;
    return {
      ...store,
      commit: async (group, now) => {
        const result = await store.commit(group, now);
        ledger.committed(group, result);
        return result;
      },
    };
  }

  /** Everything takes its time, before and after, and now and then the store is away. */
  #slow(store: Store): Store {
    const { profile, random, calm } = this.#world;
    const wait = (most: number) => this.#clock.wait(random.int(most + 1));
    const slow =
      <A extends unknown[], R>(run: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        await wait(random.chance(profile.pauses) ? PAUSE_MS : 3);
        if (!calm.value && random.chance(profile.storeAway)) {
          throw new StoreUnavailable('the store is away');
        }
        const result = await run(...args);
        await wait(profile.slowest);
        return result;
      };
    const pull = slow(store.pull);
    return {
      ...store,
      commit: slow(store.commit),
      // Small pages, so that there are holes (S6).
      pull: (scope, after, upTo, limit, bytes) =>
        pull(scope, after, upTo, Math.min(limit, profile.pageRows), bytes),
      history: slow(store.history),
      get: slow(store.get),
      list: slow(store.list),
      heads: slow(store.heads),
      scopesOf: slow(store.scopesOf),
      moved: slow(store.moved),
    };
  }

  /** Every page there is says its own address, and has a picture. */
  #internet(): Internet {
    const clock = this.#clock;
    return {
      resolve: async () => ['93.184.216.34'],
      async ask({ href }) {
        await clock.wait(200);
        async function* body() {
          yield Buffer.from(`<title>${href}</title><meta property="og:image" content="/a.webp">`);
        }
        const headers = { 'content-type': 'text/html' };
        return { status: 200, headers, body: body(), close: () => {} };
      },
    };
  }

  #authenticator(store: Store): Authenticator {
    const clock = this.#clock;
    return {
      async verify(text) {
        const { userId, sessionId, expires } = JSON.parse(text) as Token;
        await clock.wait(2);
        const user = await getRow(store, orgScope, 'user', userId);
        if (user === undefined || user.disabledAt !== null || expires <= clock.now()) {
          return undefined;
        }
        return { userId, sessionId, role: user.role, expires };
      },
      endedSessions: async () => [],
    };
  }
}

function planted(
  store: Store,
  db: Db,
  plant: Plant | undefined,
  clock: OwnClock,
  early: RelayNode['early'],
): Store {
  return plant?.store?.({ store, db, clock, early }) ?? store;
}
