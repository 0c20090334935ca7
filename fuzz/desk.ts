import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { openCache } from '../main/core/cache/open.ts';
import { openBlobs } from '../main/core/files/blob-store.ts';
import { LiveTopics } from '../main/core/live/topics.ts';
import type { Socket, SocketEvents, Tokens } from '../main/core/sync/socket.ts';
import { Workspace } from '../main/core/workspace.ts';
import type { ArgsOf, CommandName } from '../shared/commands/registry.ts';
import type { UserId } from '../shared/domain/ids.ts';
import { uuid7Generator } from '../shared/domain/uuid.ts';
import type { ToldNotice } from '../shared/rpc/notice-views.ts';
import { Wire } from './network/wire.ts';
import { OwnClock } from './timeline.ts';
import type { World } from './world.ts';

const KEY = 'c0de'.repeat(16);
const TOKEN_MS = 150_000;

/** One device with somebody at it: the real data core over a real encrypted file. */
export class Desk {
  readonly name: string;
  readonly userId: UserId;
  readonly #world: World;
  readonly #file: string;
  readonly #newId: () => string;
  /** The clock of the present process. */
  #clock: OwnClock;
  #workspace: Workspace | null = null;
  #wire: Wire | null = null;
  online = true;
  /** Whether a window shows what is to be told. */
  opensWindow = true;
  /** What was told here, over all its processes. */
  readonly shown: ToldNotice[] = [];
  /** S12: the account was closed, and what was here is gone. */
  wiped = false;

  constructor(world: World, name: string, userId: UserId) {
    this.#world = world;
    this.name = name;
    this.userId = userId;
    this.#file = `${world.folder}/${name}.db`;
    this.#clock = new OwnClock(world.timeline, world.random.int(4_000) - 2_000);
    this.#newId = uuid7Generator(
      () => this.#clock.now(),
      (length) => world.random.bytes(length),
    );
  }

  get running(): boolean {
    return this.#workspace !== null;
  }

  get workspace(): Workspace {
    if (this.#workspace === null) throw new Error(`${this.name} is off`);
    return this.#workspace;
  }

  start(): void {
    const { timeline, random, plant, ledger } = this.#world;
    const clock = new OwnClock(timeline, this.#clock.skew);
    this.#clock = clock;
    const topics = new LiveTopics(clock);
    const db = openCache(this.#file, KEY);
    // A killed process loses nothing that its system has taken.
    db.pragma('synchronous=OFF');
    const workspace = new Workspace({
      ...{ db, address: 'http://relay', userId: this.userId, client: 'fuzz', clock },
      random: () => random.next(),
      newId: this.#newId,
      tokens: this.#tokens(clock),
      openSocket: (_url, events) => this.#open(events),
      fetch: () => Promise.reject(new TypeError('no network')),
      ...{ blobs: openBlobs(dirname(this.#file), KEY), fileBound: () => 0 },
      topics,
      notices: { chosen: () => 'words', hidden: false, sound: () => true },
      onRevoked: () => this.#wipe(),
      log: (message, detail) => {
        if (message === 'rows of unknown kinds') {
          ledger.found(`${this.name}: ${message} ${JSON.stringify(detail)}`);
        }
      },
    });
    plant?.desk?.({ workspace, clock });
    this.#workspace = workspace;
    const take = (): void => void this.shown.push(...workspace.notices.take().show);
    topics.subscribe((changed) => {
      if (changed.includes('notices') && this.opensWindow && this.#workspace === workspace) take();
    });
    if (this.opensWindow) take();
    workspace.start();
  }

  /** SIGKILL: only what is in the file is left. */
  kill(): void {
    const workspace = this.#workspace;
    if (workspace === null) return;
    this.#clock.stop();
    this.#wire?.clientDied();
    this.#wire = null;
    this.#workspace = null;
    workspace.cache.db.close();
  }

  /** The network of this device goes or comes back. */
  setOnline(online: boolean): void {
    this.online = online;
    if (!online) this.wire?.cut();
    else this.#workspace?.connection.suspect();
  }

  get wire(): Wire | null {
    return this.#wire?.whole === true ? this.#wire : null;
  }

  /** Somebody sets this device's clock. */
  setClock(skew: number): void {
    this.#clock.skew = skew;
  }

  write<N extends CommandName>(name: N, args: ArgsOf<N>): void {
    const { cache, writer } = this.workspace;
    const { actor } = cache;
    // The role is read as it is now, since a lane may depend on it.
    const op = writer.write(name, args);
    this.#world.ledger.wrote(this.name, actor, op, name, args);
    this.#world.story.tell(this.name, `writes ${name} ${JSON.stringify(args).slice(0, 120)}`);
  }

  /** An account that was opened again begins with nothing. */
  signInAgain(): void {
    this.wiped = false;
    this.start();
  }

  end(): void {
    this.kill();
  }

  #open(events: SocketEvents): Socket {
    const { timeline, random, story } = this.#world;
    const clock = this.#clock;
    const node = this.#world.someNode();
    const wire: Wire = new Wire({
      ...{ timeline, random, client: events },
      delay: () => this.#world.delay(),
      note: (what) => story.note(`${timeline.now()} ${this.name} ${what}`),
      ended: () => node?.wires.delete(wire),
    });
    clock.after(this.#world.delay(), () => {
      if (this.#wire !== wire) return;
      if (!this.online || node?.up !== true) return events.onClose(1006);
      story.tell(this.name, `has a line to ${node.name}`);
      node.accept(wire);
      events.onOpen();
    });
    this.#wire = wire;
    return {
      send: (text) => wire.send(text),
      close: () => {
        if (this.#wire === wire) this.#wire = null;
        wire.close();
      },
    };
  }

  #tokens(clock: OwnClock): Tokens {
    return {
      accessToken: async () => {
        await clock.wait(this.#world.delay());
        if (!this.online || this.#world.someNode() === undefined) {
          return { ok: false, reason: 'offline' };
        }
        if (this.#world.isDisabled(this.userId)) return { ok: false, reason: 'disabled' };
        const expires = this.#world.timeline.now() + TOKEN_MS;
        const session = { userId: this.userId, sessionId: this.name, expires };
        return { ok: true, token: JSON.stringify(session), expires };
      },
    };
  }

  #wipe(): void {
    this.#world.story.tell(this.name, 'is wiped');
    this.#clock.after(0, () => {
      this.kill();
      this.wiped = true;
      this.#world.ledger.wiped(this.name);
      for (const end of ['', '-wal', '-shm']) rmSync(`${this.#file}${end}`, { force: true });
    });
  }
}
