import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Topic } from '../../shared/rpc/topics.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';
import type { Core } from '../../main/core/core-port.ts';
import { Passwords } from '../../server/services/accounts/passwords.ts';
import { People } from '../../server/services/accounts/people.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';

export const PASSWORD = 'one two three four';

/** A relay of its own, in a process of its own, that can be killed and started again. */
export class Office {
  readonly dir: string;
  readonly #people = new Map<string, UserId>();
  #port = 0;
  #relay: ChildProcess | null = null;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async open(names: readonly string[], relayArgs: readonly string[] = []): Promise<Office> {
    const office = new Office(mkdtempSync(join(tmpdir(), 'balai-office-')));
    onTestFinished(async () => {
      await office.stop('SIGKILL');
      rmSync(office.dir, { recursive: true, force: true });
    });
    await office.start(relayArgs);
    await office.#administer(async (people) => {
      for (const name of names) {
        const displayName = name.charAt(0).toUpperCase() + name.slice(1);
        const id = await people.add({ name, displayName, role: 'member', title: '' });
        office.#people.set(name, id);
        const user = await people.find(name);
        if (user !== undefined) await people.setPassword(user, PASSWORD);
      }
    });
    return office;
  }

  /** Somebody leaves the company: as the admin's command line does it, beside the running relay. */
  async close(name: string): Promise<void> {
    await this.#administer((people) => people.setDisabled(this.id(name), true));
  }

  /** Somebody becomes an administrator. */
  async promote(name: string): Promise<void> {
    await this.#administer((people) => people.update(this.id(name), { role: 'admin' }));
  }

  /** An admin gives somebody a new password, which ends their sessions. */
  async newPassword(name: string, password: string): Promise<void> {
    await this.#administer(async (people) => {
      const user = await people.find(name);
      if (user !== undefined) await people.setPassword(user, password);
    });
  }

  async #administer(work: (people: People) => Promise<void>): Promise<void> {
    const store = await openSqliteStore({ file: join(this.dir, 'relay.db') });
    await work(new People({ store, clock: nodeClock, passwords: new Passwords() }));
    await store.close();
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  id(name: string): UserId {
    const id = this.#people.get(name);
    if (id === undefined) throw new Error(`nobody is called ${name}`);
    return id;
  }

  async start(args: readonly string[] = []): Promise<void> {
    this.#port ||= await freePort();
    const relay = spawn(
      process.execPath,
      [
        'server/main.ts',
        '--data',
        this.dir,
        '--port',
        String(this.#port),
        '--log-level',
        'error',
        '--link-previews',
        'false',
        ...args,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#relay = relay;
    const [line] = (await once(createInterface(relay.stdout!), 'line')) as [string];
    if (!line.includes('listening')) throw new Error(`the relay said: ${line}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const relay = this.#relay;
    this.#relay = null;
    if (relay === null || relay.exitCode !== null) return;
    relay.kill(signal);
    await once(relay, 'exit');
  }

  /** A computer on which nobody is signed in yet. */
  async computer(clockOffBy = 0): Promise<Computer> {
    const dir = mkdtempSync(join(tmpdir(), 'balai-computer-'));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    return Computer.open(dir, clockOffBy);
  }

  /** A computer with somebody signed in, whose first catch-up is done. */
  async signedIn(name: string, clockOffBy = 0): Promise<Computer> {
    const computer = await this.computer(clockOffBy);
    const result = await computer.api.signIn({ address: this.address, name, password: PASSWORD });
    if (!result.ok) throw new Error(`sign-in of ${name}: ${result.code}`);
    await computer.until(async (api) => {
      const { state, syncing } = await api.connection({});
      return state === 'connected' && syncing === null && (await api.sidebar({})) !== null;
    });
    return computer;
  }
}

/** A client without a window: the core, in this process. */
export class Computer {
  readonly dir: string;
  readonly #clockOffBy: number;
  #core: Core | null;

  private constructor(dir: string, core: Core, clockOffBy: number) {
    this.dir = dir;
    this.#clockOffBy = clockOffBy;
    this.#core = core;
    onTestFinished(() => this.close());
  }

  /** `clockOffBy`: by how much somebody has set its clock off, ms. */
  static async open(dir: string, clockOffBy = 0): Promise<Computer> {
    return new Computer(dir, await openCore(dir, clockOffBy), clockOffBy);
  }

  get api(): Core['handlers'] {
    if (this.#core === null) throw new Error('this computer is off');
    return this.#core.handlers;
  }

  get files(): Core['files'] {
    if (this.#core === null) throw new Error('this computer is off');
    return this.#core.files;
  }

  /** Ends the core as a closed laptop does: nothing is said to anybody. */
  async close(): Promise<void> {
    await this.#core?.close();
    this.#core = null;
  }

  /** The operating system says so. */
  networkChanged(): void {
    this.#core?.networkChanged();
  }

  async reopen(): Promise<void> {
    this.#core = await openCore(this.dir, this.#clockOffBy);
  }

  /** Waits for something to become true; asks again whenever the core says that anything changed. */
  async until(holds: (api: Core['handlers']) => boolean | Promise<boolean>): Promise<void> {
    const core = this.#core;
    if (core === null) throw new Error('this computer is off');
    let wake = (): void => undefined;
    let changed: Topic[] = [];
    const stop = core.onTopics((topics) => {
      changed = topics;
      wake();
    });
    const timer = setInterval(() => wake(), 1_000);
    try {
      while (!(await holds(core.handlers))) {
        if (changed.length === 0) await new Promise<void>((resolve) => (wake = resolve));
        changed = [];
      }
    } finally {
      clearInterval(timer);
      stop();
    }
  }

  /** The texts of a channel, oldest first. */
  async texts(channelId: string): Promise<string[]> {
    const page = await this.api.messages({
      channelId: channelId as ChannelId,
      at: { from: 'newest' },
      limit: 400,
    });
    return page.messages.filter((one) => one.system === null).map((one) => one.text);
  }

  async send(channelId: string, text: string): Promise<string> {
    const { op } = await this.api.send({
      channelId: channelId as ChannelId,
      rootId: null,
      broadcast: false,
      text,
    });
    return op;
  }
}

function openCore(dir: string, clockOffBy: number): Promise<Core> {
  return createNodeCore({
    dir,
    clock: { now: () => Date.now() + clockOffBy, after: nodeClock.after },
    version: 'test',
    allowInsecure: false,
    relayAddress: null,
    keyStore: 'file',
    log: () => undefined,
  });
}

/** A port that nobody listens on; the same one is taken again after a restart. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
