import type { ArgsOf, CommandName } from '../../../shared/commands/registry.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import type { FakeClock } from '../../../shared/testing/clock.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import type { Cache } from '../cache/cache.ts';
import type { CacheError } from '../cache/open.ts';
import { Writer } from '../outbox/writer.ts';
import { SyncEngine } from '../sync/engine.ts';
import { Fetcher } from '../sync/fetch.ts';
import { Wants } from '../sync/wants.ts';
import { testCache, type OpenedCache } from './cache.ts';
import type { RelayLine } from './relay-line.ts';
import type { FakeRelay, Person } from './relay.ts';

/** Lets promises that are settled already go on. */
export const goOn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The data core's heart around a real cache, on a line to a relay in memory that moves only when told. */
export class TestClient {
  readonly relay: FakeRelay;
  readonly who: Person;
  readonly opened: OpenedCache;
  readonly clock: FakeClock;
  readonly cache: Cache;
  readonly engine: SyncEngine;
  readonly fetcher: Fetcher;
  readonly wants: Wants;
  readonly writer: Writer;
  line: RelayLine | null = null;
  /** Sent, and not yet at the relay. */
  readonly up: UpFrame[] = [];
  readonly logged: string[] = [];
  readonly diskProblems: CacheError[] = [];
  readonly passed: string[] = [];
  #ids = 0x100_000;

  constructor(relay: FakeRelay, who: Person = 'ayu', before?: TestClient) {
    this.relay = relay;
    this.who = who;
    this.opened = before?.opened ?? testCache(people[who]);
    const { clock } = this.opened;
    const cache = before === undefined ? this.opened.cache : this.opened.again();
    if (before !== undefined) this.#ids = before.#ids;
    this.clock = clock;
    this.cache = cache;
    const live = (): boolean => this.line !== null;
    this.engine = new SyncEngine({
      cache,
      clock,
      send: (frame) => {
        if (this.line === null) return false;
        this.up.push(frame);
        return true;
      },
      live,
      onPassing: (frame) => this.passed.push(frame.t),
      onDiskProblem: (error) => {
        this.diskProblems.push(error);
        this.drop();
      },
      log: (message) => this.logged.push(message),
    });
    this.fetcher = new Fetcher(cache, this.engine.requests, live);
    this.wants = new Wants(cache, this.engine.requests, clock, live);
    this.writer = new Writer({
      cache,
      clock,
      newId: () => anId(this.#ids++),
      written: () => this.engine.written(),
    });
  }

  /** S14: the process is killed at this moment, and started again on what is on the disk. */
  restarted(): TestClient {
    this.line?.close();
    this.line = null;
    this.engine.down();
    this.cache.close();
    return new TestClient(this.relay, this.who, this);
  }

  connect(): RelayLine {
    this.line = this.relay.connect(this.who);
    this.wants.connected();
    this.fetcher.connected();
    this.engine.live(this.relay.welcome(this.line));
    return this.line;
  }

  /** The line breaks: whatever was on its way is gone (S14). */
  drop(): void {
    if (this.line === null) return;
    this.line.close();
    this.line = null;
    this.up.length = 0;
    this.engine.down();
  }

  write<N extends CommandName>(name: N, args: ArgsOf<N>): OpId {
    return this.writer.write(name, args);
  }

  /** The relay takes the next frame in. */
  async handUp(): Promise<void> {
    const frame = this.up.shift();
    if (frame !== undefined) this.line?.receive(frame);
    await goOn();
  }

  /** The client takes the next frame in, or one that has overtaken others. */
  async handDown(at = 0): Promise<void> {
    const [frame] = this.line?.down.splice(at, 1) ?? [];
    if (frame !== undefined) this.engine.receive(frame);
    await goOn();
  }

  get idle(): boolean {
    return this.up.length === 0 && (this.line?.down.length ?? 0) === 0;
  }

  /** Until nothing is on its way. A client that never comes to rest fails the test. */
  async settle(most = 5_000): Promise<void> {
    for (let turns = 0; !this.idle; turns++) {
      if (turns === most) throw new Error('the client does not come to rest');
      if (this.up.length > 0) await this.handUp();
      else await this.handDown();
    }
  }

  /** Connects and waits until all is here. */
  async sync(): Promise<void> {
    if (this.line === null) this.connect();
    await this.settle();
  }
}
