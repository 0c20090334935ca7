import type { Clock } from '../../../shared/domain/clock.ts';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import { downFrame, type Down, type DownFrame } from '../../../shared/protocol/down.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import { PROTOCOL } from '../../../shared/protocol/version.ts';
import type { ConnectionState, ProblemCode } from '../../../shared/rpc/connection-views.ts';
import { Backoff } from './backoff.ts';
import type { OpenSocket, Socket, Tokens } from './socket.ts';

/** A side that does not even open the line within this time is not there. */
const OPEN_MS = 10_000;
/** After refusals that only an update or an admin ends. */
const SLOW_RETRY_MS = 5 * 60_000;
const DROPPED_MS = 10_000;
const RENEW_BEFORE_MS = 60_000;
/** No timer is set for longer: a sleeping computer's timers stand still, and some hosts bound them. */
const LONGEST_MS = 3_600_000;
/** A line that may have lost its way answers within this time. */
const ANSWER_MS = 5_000;
/** What comes so soon after a question may have been on its way before it, and tells nothing. */
const UNDER_WAY_MS = 1_000;
/** A line that stood for less does not count as a success: the next try waits longer still. */
const STEADY_MS = 5_000;

type Phase = 'stopped' | 'waiting' | 'authorising' | 'opening' | 'greeting' | 'live';

export interface ConnectionEvents {
  onLive(welcome: Down<'welcome'>): void;
  onFrame(frame: DownFrame): void;
  /** The line is gone; whatever was asked on it is not answered. */
  onDown(): void;
  /** S12: the session was taken away. */
  onRevoked(): void;
  /** State, next try or problem differ from before. */
  onChange(): void;
}

export interface ConnectionOptions {
  url: string;
  client: string;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  tokens: Tokens;
  openSocket: OpenSocket;
  events: ConnectionEvents;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * The line to the relay: one phase at a time, and each timer belongs to the phase that set it. It
 * keeps trying for ever; it holds nothing that matters (S14).
 */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #backoff: Backoff;
  #phase: Phase = 'stopped';
  #socket: Socket | null = null;
  #cancels: (() => void)[] = [];
  /** Grows with each try, so that answers to an earlier one are known as such. */
  #try = 0;
  #heard = 0;
  /** The number of the last question, and of the last one that was answered. */
  #asked = 0;
  #answered = 0;
  #rejected: string | undefined;
  #token = '';
  #everLive = false;
  #ended = false;
  #failures = 0;
  problem: ProblemCode | null = null;
  nextTry: number | null = null;
  /** The relay's clock less this computer's, ms (S15). */
  clockSkew = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
  }

  get live(): boolean {
    return this.#phase === 'live';
  }

  /** What the person is told. The first tries after a loss are "reconnecting", then it is "offline". */
  get state(): ConnectionState {
    if (this.#phase === 'stopped') return 'stopped';
    if (this.#phase === 'live') return 'connected';
    if (this.#failures >= 2) return 'offline';
    return this.#everLive ? 'reconnecting' : 'connecting';
  }

  start(): void {
    if (this.#phase === 'stopped') this.#connect();
  }

  /** Tries now: the person asked, or the network came back. */
  tryNow(): void {
    if (this.#phase === 'waiting' || this.#phase === 'stopped') this.#connect();
  }

  stop(problem: ProblemCode | null = null): void {
    this.#leave('stopped');
    this.problem = problem;
    this.#options.events.onChange();
  }

  /** This side cannot take anything in (its disk refuses): leave, and come back later. */
  drop(problem: ProblemCode): void {
    if (this.#phase !== 'stopped') this.#retry(problem, DROPPED_MS);
  }

  /** The computer woke up or the network changed: a line that does not answer at once is dead. */
  suspect(): void {
    if (this.#phase === 'live') this.#probe();
    else if (this.#phase === 'waiting') this.#connect();
  }

  send(frame: UpFrame): boolean {
    if (this.#socket === null || (this.#phase !== 'live' && frame.t !== 'hello')) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #enter(phase: Phase): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
    this.#phase = phase;
    this.nextTry = null;
    this.#options.events.onChange();
  }

  /** Ends the present try or line, whatever it was. */
  #leave(phase: 'stopped' | 'waiting'): void {
    const wasLive = this.#phase === 'live';
    const socket = this.#socket;
    this.#socket = null;
    this.#try++;
    this.#enter(phase);
    socket?.close();
    if (wasLive) this.#options.events.onDown();
  }

  #later(ms: number, run: () => void): void {
    this.#cancels.push(this.#options.clock.after(ms, run));
  }

  #connect(): void {
    // S12: what was taken away does not come back by trying.
    if (this.#ended) return;
    const id = ++this.#try;
    this.#enter('authorising');
    const { tokens } = this.#options;
    tokens.accessToken(this.#rejected).then(
      (answer) => {
        if (id !== this.#try) return;
        if (answer.ok) return this.#tryOpen(answer.token, answer.expires);
        if (answer.reason === 'disabled') return this.#revoked();
        if (answer.reason === 'ended') return this.stop('session_ended');
        this.#retry(answer.reason === 'offline' ? null : answer.reason);
      },
      (error: unknown) => {
        this.#options.log('no token', { error: String(error) });
        if (id === this.#try) this.#retry('unavailable');
      },
    );
  }

  #tryOpen(token: string, expires: number): void {
    try {
      this.#open(token, expires);
    } catch (error) {
      this.#options.log('no socket', { error: String(error) });
      this.#retry(null);
    }
  }

  #open(token: string, expires: number): void {
    const { clock, url, openSocket, client } = this.#options;
    const id = this.#try;
    this.#token = token;
    this.#rejected = undefined;
    this.#enter('opening');
    this.#later(OPEN_MS, () => this.#retry(null));
    this.#socket = openSocket(url, {
      onOpen: () => {
        if (id !== this.#try) return;
        this.#enter('greeting');
        this.#later(OPEN_MS, () => this.#retry('not_a_relay'));
        this.send({ t: 'hello', protocol: PROTOCOL, client, token });
      },
      onMessage: (text) => {
        if (id !== this.#try) return;
        this.#heard = clock.now();
        this.#receive(text, expires);
      },
      onClose: (code, problem) => {
        if (id !== this.#try) return;
        if (problem === undefined) this.#closed(code);
        else this.#retry(problem);
      },
    });
  }

  #receive(text: string, expires: number): void {
    let frame: DownFrame;
    try {
      const parsed = downFrame.safeParse(JSON.parse(text));
      // A newer relay may send kinds of frames that this client does not know.
      if (!parsed.success) {
        return this.#options.log('frame passed over', { issue: parsed.error.issues[0]?.message });
      }
      frame = parsed.data;
    } catch {
      return this.#retry('not_a_relay');
    }
    if (frame.t === 'bye') return this.#closed(frame.code, frame.retryAfterMs);
    if (this.#phase === 'greeting') {
      if (frame.t === 'welcome') this.#welcomed(frame, expires);
      return;
    }
    if (frame.t === 'pong') this.#answered = frame.n;
    else this.#options.events.onFrame(frame);
  }

  #welcomed(frame: Down<'welcome'>, expires: number): void {
    const { clock, events } = this.#options;
    this.clockSkew = frame.time - clock.now();
    this.#everLive = true;
    this.#failures = 0;
    this.problem = null;
    this.#enter('live');
    this.#later(STEADY_MS, () => this.#backoff.reset());
    this.#listen();
    this.#renewLater(expires);
    events.onLive(frame);
  }

  /** Any traffic counts as life; silence is answered by a question, and then by an end. */
  #listen(): void {
    const now = this.#options.clock.now();
    // Somebody set the clock back: the silence is counted from here.
    this.#heard = Math.min(this.#heard, now);
    const since = now - this.#heard;
    if (since >= limits.silenceMs) {
      this.#options.log('the line is silent');
      return this.#retry(null);
    }
    if (since >= limits.pingAfterMs) {
      this.#ask();
      this.#later(limits.silenceMs - since, () => this.#listen());
    } else {
      this.#later(limits.pingAfterMs - since, () => this.#listen());
    }
  }

  #ask(): number {
    const n = ++this.#asked;
    this.send({ t: 'ping', n });
    return n;
  }

  #probe(): void {
    const at = this.#options.clock.now();
    const n = this.#ask();
    this.#later(ANSWER_MS, () => {
      const goesOn = this.#heard >= at + UNDER_WAY_MS;
      if (this.#answered < n && !goesOn) this.#retry(null);
    });
  }

  #renewLater(expires: number): void {
    const { clock } = this.#options;
    // The relay wrote the time, so its clock counts.
    const left = expires - (clock.now() + this.clockSkew);
    const wait = Math.max(1_000, left - RENEW_BEFORE_MS, left / 2);
    if (wait > LONGEST_MS) this.#later(LONGEST_MS, () => this.#renewLater(expires));
    else this.#later(wait, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const id = this.#try;
    try {
      const answer = await this.#options.tokens.accessToken(this.#token);
      if (id !== this.#try || this.#phase !== 'live') return;
      if (answer.ok) {
        this.#token = answer.token;
        this.send({ t: 'renew', token: answer.token });
        this.#renewLater(answer.expires);
      } else if (answer.reason === 'disabled') {
        this.#revoked();
      }
      // Otherwise the relay ends the line when the token does, and the next try tells why.
    } catch (error) {
      this.#options.log('no fresh token', { error: String(error) });
    }
  }

  #closed(code: number, retryAfterMs = 0): void {
    const { problemOf } = Connection;
    if (code === closeCodes.revoked) return this.#revoked();
    if (code === closeCodes.unauthenticated) this.#rejected = this.#token;
    const problem = problemOf(code);
    const slow =
      code === closeCodes.clientTooOld ||
      code === closeCodes.clientTooNew ||
      code === closeCodes.badFrame;
    if (code !== 1006 && code !== 1005) this.#options.log('closed by the relay', { code });
    this.#retry(problem, slow ? SLOW_RETRY_MS : retryAfterMs);
  }

  static problemOf(code: number): ProblemCode | null {
    if (code === closeCodes.clientTooOld) return 'client_too_old';
    if (code === closeCodes.clientTooNew) return 'client_too_new';
    if (code === closeCodes.unavailable) return 'unavailable';
    return null;
  }

  #revoked(): void {
    this.#ended = true;
    this.stop('revoked');
    this.#options.events.onRevoked();
  }

  #retry(problem: ProblemCode | null, atLeast = 0): void {
    this.#failures++;
    this.problem = problem;
    this.#leave('waiting');
    const wait = this.#backoff.next(atLeast);
    this.nextTry = this.#options.clock.now() + wait;
    this.#later(wait, () => this.#connect());
    this.#options.events.onChange();
  }
}
