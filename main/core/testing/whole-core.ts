import { onTestFinished } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Row } from '../../../shared/domain/registry.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { anId, people, START } from '../../../shared/testing/office.ts';
import { messageRow } from '../../../shared/testing/rows.ts';
import type { Core } from '../core-port.ts';
import { createCore } from '../core.ts';
import type { KeyStoreKind } from '../keys/key-store.ts';
import { FileKeyStore } from '../keys/file-key-store.ts';
import { goOn } from './client.ts';
import { FakeRelay } from './fake-relay.ts';
import { temporaryFolder } from './folder.ts';
import { MemoryKeyStore } from './memory-key-store.ts';
import { FakeSocket } from './sockets.ts';

/** The whole core on one computer: a real profile on the disk, and everything around it faked. */
export class WholeCore {
  readonly dir: string;
  readonly clock = new FakeClock();
  readonly relay = new FakeRelay(() => this.clock.now());
  readonly keys = new MemoryKeyStore();
  readonly logged: string[] = [];
  readonly sockets: FakeSocket[] = [];
  readonly channelId = anId(1) as ChannelId;
  kind: KeyStoreKind = 'file';
  /** Nobody answers: neither by HTTP nor by WebSocket. */
  offline = false;
  #ids = 0x200_000;
  #random = 0;
  #file = false;
  #core: Core | null = null;

  constructor(dir = temporaryFolder()) {
    this.dir = dir;
  }

  static async signedIn(leaseDays = 0, dir?: string): Promise<WholeCore> {
    const whole = new WholeCore(dir);
    onTestFinished(() => whole.stop());
    await whole.start();
    const result = await whole.api.signIn({
      ...{ address: 'balai.example', name: 'ayu', password: 'one two three four' },
    });
    if (!result.ok) throw new Error(result.code);
    await goOn();
    whole.welcome({ leaseDays });
    return whole;
  }

  get core(): Core {
    if (this.#core === null) throw new Error('the core does not run');
    return this.#core;
  }

  get api(): Core['handlers'] {
    return this.core.handlers;
  }

  async start(): Promise<void> {
    this.#core = await createCore({
      dir: this.dir,
      client: 'balai/test',
      deviceName: 'Laptop',
      relayAddress: null,
      allowInsecure: false,
      clock: this.clock,
      random: () => 0.5,
      randomHex: (bytes) => (++this.#random).toString(16).padStart(bytes * 2, '0'),
      newId: () => anId(this.#ids++),
      fetch: (input, init) =>
        this.offline ? Promise.reject(new TypeError('no network')) : this.relay.fetch(input, init),
      openSocket: (url, events) => {
        const socket = new FakeSocket(url, events);
        this.sockets.push(socket);
        return socket;
      },
      keyStore: this.#file
        ? new FileKeyStore(this.dir)
        : Object.defineProperty(this.keys, 'kind', { value: this.kind, writable: true }),
      log: (message) => this.logged.push(message),
    });
    await goOn();
  }

  async stop(): Promise<void> {
    await this.#core?.close();
    this.#core = null;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** From now on the secrets are in the profile's file, as where there is no keychain. */
  async useFile(): Promise<void> {
    this.#file = true;
    const file = new FileKeyStore(this.dir);
    for (const [account, secret] of this.keys.secrets) await file.set(account, secret);
    await this.restart();
  }

  /** Secrets that are long enough to be known again in a file. */
  get longSecrets(): string[] {
    return [...this.keys.secrets.values()].filter(({ length }) => length >= 32);
  }

  /** The relay greets the newest socket. */
  welcome(change: Partial<Down<'welcome'>> = {}): void {
    const socket = this.sockets.at(-1);
    socket?.events.onOpen();
    socket?.give({
      ...{ t: 'welcome', protocol: 1, server: 'fake', userId: this.relay.userId as never },
      ...{ directory: 'full', time: this.clock.now(), expires: this.clock.now() + 600_000 },
      ...{ leaseDays: 0, scopes: [], ...change },
    });
  }

  /** A channel with the person in it, and so many messages of somebody else. */
  fill(messages: number): void {
    const own = `user:${this.relay.userId}`;
    const id = this.channelId;
    this.welcome({ scopes: ['org', own].map((scope) => ({ scope, head: 0, count: 0 })) });
    const give = (scope: string, rows: Row[]): void => {
      const to = Math.max(...rows.map(({ version }) => version));
      this.sockets.at(-1)?.give({ t: 'rows', scope, from: 0, to, count: messages, rows });
    };
    const at = { version: 1, joinedAt: START };
    give(own, [{ kind: 'membership', id, ...at, starred: false, muted: false, notify: 'all' }]);
    give(channelScope(id), [
      {
        ...{ kind: 'channel', id, version: 1, type: 'private', name: 'dermaga', topic: '' },
        ...{ purpose: '', creatorId: people.budi, createdAt: START, archivedAt: null, people: [] },
      },
      { kind: 'member', id: this.relay.userId, version: 2, role: 'member', joinedAt: START },
      ...Array.from({ length: messages }, (_, n) =>
        messageRow(anId(0x300_000 + n), 3 + n, { ordinal: n + 1, text: `kata ${n} `.repeat(20) }),
      ),
    ]);
  }

  /** The network goes, and the line with it. */
  cut(): void {
    this.offline = true;
    this.sockets.at(-1)?.events.onClose(1006);
  }

  /** Time passes in steps, so that what waits for promises goes on in between. */
  async pass(ms: number, step = 3_600_000): Promise<void> {
    for (let left = ms; left > 0; left -= step) {
      this.clock.advance(Math.min(step, left));
      await goOn();
    }
  }

  async send(text: string): Promise<void> {
    await this.api.send({
      ...{ channelId: this.channelId, rootId: null, broadcast: false, text },
    });
  }

  async unsent(): Promise<(string | null)[]> {
    return (await this.api.outbox({})).map((item) => item.text);
  }

  async state(): Promise<string> {
    const { state, problem } = await this.api.session({});
    return problem === null ? state : `${state}: ${problem}`;
  }
}
