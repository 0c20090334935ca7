import type { UserId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Role } from '../../shared/domain/kinds/user.ts';
import type { Scope } from '../../shared/domain/scope.ts';
import { closeCodes, type CloseCode } from '../../shared/protocol/close-codes.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { upFrame, type UpFrame } from '../../shared/protocol/up.ts';
import type { Identity } from '../services/accounts/authenticator.ts';
import type { Settled, Submitter } from '../services/commands/runner.ts';
import type { GatewayContext } from './context.ts';
import { acksText } from './frames.ts';
import { costOf, handle } from './handlers/handle.ts';
import { identify, welcome } from './handlers/hello.ts';
import { goodbye, handled, type Goodbye, type Handled } from './handlers/result.ts';
import type { Line, Way } from './line.ts';
import { Outbound, type Turn } from './outbound.ts';
import type { Peer } from './peer.ts';
import { TokenBucket } from './rate.ts';

/** Frames that may wait for a connection that is over its rate. Beyond it is a flood. */
const MOST_WAITING = 1_000;
/** A question is not answered before the answers before it went out this far, bytes. */
const ANSWERS_QUEUED = 1024 * 1024;

type State = 'new' | 'greeting' | 'live' | 'ended';

/**
 * One client's connection. Its frames are handled one after the other; it holds nothing that
 * matters beyond itself (S14).
 */
export class Connection implements Peer, Submitter {
  readonly id: number;
  readonly scopes = new Set<Scope>();
  moves = 0;
  readonly #ws: Line;
  readonly #outbound: Outbound;
  readonly #context: GatewayContext;
  readonly #bucket: TokenBucket;
  readonly #ended: (connection: Connection) => void;
  readonly #openedAt: number;
  #state: State = 'new';
  #identity: Identity | undefined;
  #role: Role = 'member';
  #expires = Infinity;
  #heardAt: number;
  #inbox: string[] = [];
  #working = false;
  #wake: (() => void) | undefined;

  constructor(
    id: number,
    ws: Line,
    socket: Way,
    turn: Turn,
    context: GatewayContext,
    ended: (connection: Connection) => void,
  ) {
    this.id = id;
    this.#ws = ws;
    this.#context = context;
    this.#ended = ended;
    this.#bucket = new TokenBucket(context.settings.rate, context.clock.now);
    this.#openedAt = this.#heardAt = context.clock.now();
    this.#outbound = new Outbound({
      ...{ socket, turn, traffic: context.metrics.traffic, queueBytes: limits.socketQueueBytes },
      tooSlow: () => this.end(goodbye(closeCodes.tooSlow, 'receives too slowly')),
    });
    const heard = (): void => void (this.#heardAt = context.clock.now());
    ws.on('message', (data: Buffer, binary) => {
      heard();
      this.#receive(binary ? undefined : data.toString());
    });
    ws.on('ping', heard);
    ws.on('pong', heard);
    ws.on('error', (error: Error & { code?: string }) => this.#broken(error.code ?? error.name));
    ws.on('close', () => this.#gone());
  }

  get open(): boolean {
    return this.#state === 'greeting' || this.#state === 'live';
  }

  get greeted(): boolean {
    return this.#state === 'live';
  }

  /** Of a connection that has said who it is. */
  get userId(): UserId {
    return this.#identity!.userId;
  }

  get sessionId(): string {
    return this.#identity!.sessionId;
  }

  get actor(): Actor {
    return { userId: this.userId, role: this.#role };
  }

  /** The person's role has changed. */
  set role(role: Role) {
    this.#role = role;
  }

  get identified(): boolean {
    return this.#identity !== undefined;
  }

  write(frame: Buffer): void {
    // What comes before the welcome is below the heads that it tells.
    if (this.#state === 'live') this.#outbound.write(frame);
  }

  send(text: string): void {
    this.#outbound.send(text);
  }

  renewed(expires: number): void {
    this.#expires = expires;
  }

  settled(settled: readonly Settled[]): void {
    const acks = settled.map(({ command, outcome }) => ({ op: command.op, outcome }));
    this.send(acksText(acks));
  }

  unavailable(): void {
    this.end(goodbye(closeCodes.unavailable, 'the store does not answer'));
  }

  /** Ends what has been silent, has not said who it is, or whose token has run out. */
  check(now: number): void {
    if (this.#state === 'ended') return;
    if (this.#state !== 'live' && now - this.#openedAt > limits.helloMs) {
      this.end(goodbye(closeCodes.noHello, 'no hello in time'));
    } else if (now >= this.#expires) {
      this.end(goodbye(closeCodes.unauthenticated, 'the token has run out'));
    } else if (now - this.#heardAt > limits.silenceMs) {
      this.#state = 'ended';
      this.#ws.terminate();
    }
  }

  /** Says goodbye and closes. What still comes in is passed over. */
  end({ code, reason }: Goodbye): void {
    if (this.#state === 'ended') return;
    this.#leave();
    this.#state = 'ended';
    this.#inbox = [];
    const { metrics, log } = this.#context;
    metrics.closed(code);
    if (blameless.has(code)) log.debug({ connection: this.id, code, reason }, 'goodbye');
    else log.warn({ connection: this.id, user: this.#identity?.userId, code, reason }, 'goodbye');
    const bye = { t: 'bye', code, reason, retryAfterMs: this.#retryAfter(code) };
    this.#outbound.end(code === closeCodes.tooSlow ? null : JSON.stringify(bye));
    this.#ws.resume();
    this.#ws.close(code, reason);
    this.#wake?.();
  }

  #receive(text: string | undefined): void {
    if (this.#state === 'ended') return;
    if (text === undefined) return this.end(goodbye(closeCodes.badFrame, 'a binary message'));
    this.#inbox.push(text);
    if (this.#inbox.length > MOST_WAITING) {
      this.end(goodbye(closeCodes.flood, 'far above the rate limit'));
    } else if (!this.#working) {
      void this.#work();
    } else {
      // What is over the rate waits in the client's own socket, in order, and nothing is refused.
      this.#ws.pause();
    }
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      for (let text = this.#inbox.shift(); text !== undefined; text = this.#inbox.shift()) {
        const result = this.#handle(text);
        const outcome = result instanceof Promise ? await result : result;
        if (!outcome.ok) this.end(outcome);
        const wait = this.#bucket.wait();
        if (wait > 0) await this.#pause(wait);
        if (this.#outbound.queued > ANSWERS_QUEUED) await this.#outbound.drained();
        if (this.#state === 'ended') return;
      }
    } catch (error) {
      this.#context.log.error({ err: error, connection: this.id }, 'a handler failed');
      this.end(goodbye(closeCodes.unavailable, 'a mistake of the relay'));
    } finally {
      this.#working = false;
    }
    this.#ws.resume();
  }

  #handle(text: string): Handled | Promise<Handled> {
    const frame = parse(text);
    if (!('t' in frame)) return frame;
    this.#bucket.take(costOf(frame));
    if (this.#state === 'live') return handle(frame, this, this.#context, text.length);
    if (frame.t === 'hello') return this.#greet(frame);
    return goodbye(closeCodes.noHello, 'the first frame must be hello');
  }

  async #greet(frame: Extract<UpFrame, { t: 'hello' }>): Promise<Handled> {
    const context = this.#context;
    const identity = await identify(frame, context);
    if ('ok' in identity) return identity;
    if (this.#state === 'ended') return handled;
    this.#identity = identity;
    this.#role = identity.role;
    this.#expires = identity.expires;
    this.#state = 'greeting';
    return welcome(this, identity.expires, context, (greeting) => {
      if (!this.open) return;
      this.#state = 'live';
      this.send(JSON.stringify(greeting));
      context.presence.set(this, 'active');
      const { userId } = this;
      context.log.debug({ connection: this.id, user: userId, client: frame.client }, 'welcome');
    });
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#context.clock.after(ms, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }

  /** The WebSocket was not one any more; `ws` has closed it with the code of the protocol. */
  #broken(code: string): void {
    if (this.#state === 'ended') return;
    this.#leave();
    this.#state = 'ended';
    this.#context.log.warn({ connection: this.id, user: this.#identity?.userId, code }, 'broken');
  }

  #gone(): void {
    this.#leave();
    this.#state = 'ended';
    this.#inbox = [];
    this.#wake?.();
    this.#ended(this);
  }

  #leave(): void {
    if (!this.open) return;
    const { fanout, presence, typing } = this.#context;
    fanout.drop(this);
    presence.gone(this);
    typing.gone(this);
  }

  /** ms. Clients that lose their relay together do not come back together. */
  #retryAfter(code: CloseCode): number {
    const base = code === closeCodes.flood ? 5_000 : 500;
    const spread = blameless.has(code) ? 4_500 : 1_000;
    return Math.round(base + this.#context.random() * spread);
  }
}

/** Ends that tell of no mistake of the client. */
const blameless: ReadonlySet<CloseCode> = new Set([
  closeCodes.goingAway,
  closeCodes.unauthenticated,
  closeCodes.unavailable,
]);

/** The one parse of a frame. Reasons name places and never values. */
function parse(text: string): UpFrame | Goodbye {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return goodbye(closeCodes.badFrame, 'not JSON');
  }
  const parsed = upFrame.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String).join('.') ?? '';
  return goodbye(
    closeCodes.badFrame,
    `${issue?.code ?? 'invalid'} at ${path || 'the top'}`.slice(0, 120),
  );
}
