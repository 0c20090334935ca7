import { FakeClock } from '../../../shared/testing/clock.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { people } from '../../../shared/testing/office.ts';
import type { Down, DownFrame } from '../../../shared/protocol/down.ts';
import { upFrame, type UpFrame } from '../../../shared/protocol/up.ts';
import { Connection } from '../sync/connection.ts';
import type { Socket, SocketEvents, Tokens } from '../sync/socket.ts';
import { goOn } from './client.ts';

type TokenAnswer = Awaited<ReturnType<Tokens['accessToken']>>;

/** A socket whose other side is the test. */
export class FakeSocket implements Socket {
  readonly url: string;
  readonly events: SocketEvents;
  readonly sent: UpFrame[] = [];
  closed = false;

  constructor(url: string, events: SocketEvents) {
    this.url = url;
    this.events = events;
  }

  send(text: string): void {
    if (this.closed) throw new Error('the socket is closed');
    this.sent.push(upFrame.parse(JSON.parse(text)));
  }

  close(): void {
    this.closed = true;
  }

  give(frame: DownFrame): void {
    this.events.onMessage(JSON.stringify(frame));
  }

  get kinds(): string[] {
    return this.sent.map(({ t }) => t);
  }
}

/** A connection over fake sockets, with tokens that the test hands out. */
export class TestConnection {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  /** The token that each request for one rejected; undefined where it rejected none. */
  readonly asked: (string | undefined)[] = [];
  readonly told: string[] = [];
  readonly frames: string[] = [];
  readonly connection: Connection;
  /** What the next requests for a token get. */
  token: TokenAnswer | Error | Promise<TokenAnswer> = { ok: false, reason: 'offline' };
  /** Where the next socket cannot even be made. */
  brokenAddress = false;
  /** By how much somebody has set this computer's clock off, ms. Timers do not mind. */
  step = 0;
  #random: () => number;

  constructor(random: () => number = () => 0.5) {
    this.#random = random;
    this.grant();
    this.connection = new Connection({
      url: 'wss://balai.example/api/v1/gateway',
      client: 'balai/test',
      clock: { now: () => this.clock.now() + this.step, after: this.clock.after },
      random: () => this.#random(),
      tokens: { accessToken: (rejected) => this.#accessToken(rejected) },
      openSocket: (url, events) => {
        if (this.brokenAddress) throw new SyntaxError('Invalid URL');
        const socket = new FakeSocket(url, events);
        this.sockets.push(socket);
        return socket;
      },
      events: {
        onLive: () => this.told.push('live'),
        onFrame: (frame) => this.frames.push(frame.t),
        onDown: () => this.told.push('down'),
        onRevoked: () => this.told.push('revoked'),
        onChange: () => undefined,
      },
      log: () => undefined,
    });
  }

  static seeded(seed: number): TestConnection {
    const random = new SeededRandom(seed);
    return new TestConnection(() => random.next());
  }

  grant(token = 'token', lasts = 900_000): void {
    this.token = { ok: true, token, expires: this.clock.now() + lasts };
  }

  refuse(reason: (TokenAnswer & { ok: false })['reason']): void {
    this.token = { ok: false, reason };
  }

  /** Requests stay open until the test resolves them. */
  hold(take: (resolve: (answer: TokenAnswer) => void) => void): void {
    this.token = new Promise(take);
  }

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  }

  /** Time passes, and whatever waited for it goes on. */
  async pass(ms: number): Promise<void> {
    this.clock.advance(ms);
    await goOn();
  }

  async started(): Promise<FakeSocket> {
    this.connection.start();
    await goOn();
    return this.socket;
  }

  /** As far as the relay's welcome. */
  async live(): Promise<FakeSocket> {
    const socket = await this.started();
    this.welcome(socket);
    return socket;
  }

  welcome(socket = this.socket, change: Partial<Down<'welcome'>> = {}): void {
    socket.events.onOpen();
    socket.give({
      ...{ t: 'welcome', protocol: 1, server: 'fake', userId: people.ayu, directory: 'full' },
      ...{ time: this.clock.now(), expires: this.clock.now(), leaseDays: 0, scopes: [] },
      ...change,
    });
  }

  #accessToken(rejected: string | undefined): Promise<TokenAnswer> {
    this.asked.push(rejected);
    if (this.token instanceof Error) return Promise.reject(this.token);
    return Promise.resolve(this.token);
  }
}
