import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { user } from '../../shared/domain/kinds/user.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { userScope } from '../../shared/domain/scope.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths } from '../../shared/protocol/http.ts';
import { limits } from '../../shared/protocol/limits.ts';
import type { Bus, Hint } from '../bus/port.ts';
import type { GroupResult, StoredRow } from '../store/port.ts';
import { Connection } from './connection.ts';
import type { GatewayContext } from './context.ts';
import { DirectorySize } from './directory-size.ts';
import { Fanout } from './fanout.ts';
import { goodbye, type Goodbye } from './handlers/result.ts';
import { Heartbeat } from './heartbeat.ts';
import type { Line, Way } from './line.ts';
import { Turn } from './outbound.ts';
import { Presence } from './presence.ts';
import { Typing } from './typing.ts';

export interface GatewayOptions extends Omit<
  GatewayContext,
  'fanout' | 'presence' | 'typing' | 'directory'
> {
  readonly bus: Bus;
  /** This node among those of the workspace. */
  readonly node: string;
  /** The most people of a directory that clients keep whole. */
  readonly directoryLimit: number;
}

/** How long clients have to answer the last close before their sockets are cut, ms. */
const CLOSE_MS = 3_000;

/** The WebSocket side of the relay: takes connections in, and brings them what happens. */
export class Gateway {
  readonly #context: GatewayContext;
  readonly #server: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #heartbeat: Heartbeat;
  readonly #unsubscribe: () => void;
  readonly #turn = new Turn();
  #nextId = 1;
  #draining = false;
  #empty: (() => void) | undefined;

  constructor({ bus, node, directoryLimit, ...rest }: GatewayOptions) {
    const { store, clock, log } = rest;
    const directory = new DirectorySize(directoryLimit);
    const fanout = new Fanout({
      ...{ store, bus },
      onOrgRows: (rows) => this.#orgRows(rows),
      fault: (error) => log.error({ err: error }, 'reading for the fan-out failed'),
    });
    const presence = new Presence(bus, clock, node);
    const typing = new Typing(bus, clock.now);
    this.#context = { ...rest, fanout, presence, typing, directory };
    this.#server = new WebSocketServer({
      ...{ noServer: true, clientTracking: false, perMessageDeflate: false },
      ...{ maxPayload: limits.frameBytes, closeTimeout: CLOSE_MS },
    });
    this.#unsubscribe = bus.subscribe((hints) => {
      for (const hint of hints) this.#hint(hint);
    });
    this.#heartbeat = new Heartbeat(this.#context, this.#connections, (ended) =>
      this.#endSessions(ended),
    );
  }

  /** Reads what it must know before the first connection. Fails with `StoreUnavailable`. */
  async start(): Promise<void> {
    const { store, fanout, directory } = this.#context;
    await fanout.start();
    await directory.load(store);
    this.#heartbeat.start();
  }

  /** For the runner: brings a group to those who hear of it, before its acknowledgements. */
  committed(result: GroupResult): void {
    this.#context.fanout.committed(result);
  }

  get connections(): number {
    return this.#connections.size;
  }

  /** For the HTTP server's `upgrade` event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = new URL(request.url ?? '/', 'http://relay');
    const { origin } = request.headers;
    if (pathname !== paths.gateway) return refuse(socket, '404 Not Found');
    if (this.#draining) return refuse(socket, '503 Service Unavailable');
    // A web page of somebody else must not use a person's network; programs send no origin.
    if (origin !== undefined && !this.#context.settings.origins.includes(origin)) {
      return refuse(socket, '403 Forbidden');
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.accept(ws, socket));
  }

  /** Takes a client's line in, whatever carries it. */
  accept(line: Line, way: Way): void {
    const id = this.#nextId++;
    const ended = (connection: Connection): void => this.#ended(connection);
    this.#connections.add(new Connection(id, line, way, this.#turn, this.#context, ended));
  }

  /**
   * Stops in order: takes no connection more, finishes the groups at hand, tells everybody to come
   * back later, and waits for them to go.
   */
  async close(): Promise<void> {
    this.#draining = true;
    this.#heartbeat.stop();
    await this.#context.runner.idle();
    for (const connection of this.#connections) {
      connection.end(goodbye(closeCodes.goingAway, 'the relay stops'));
    }
    if (this.#connections.size > 0) await new Promise<void>((resolve) => (this.#empty = resolve));
    this.#unsubscribe();
  }

  #ended(connection: Connection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#empty?.();
  }

  #hint(hint: Hint): void {
    const { fanout, presence, typing } = this.#context;
    switch (hint.type) {
      case 'scope':
        return fanout.hint(hint.scope, hint.head);
      case 'session_ended':
        return this.#endSessions([hint.sessionId]);
      case 'typing':
        return typing.hint(hint);
      case 'presence':
        return presence.hint(hint);
    }
  }

  /**
   * Signed out, or put out by a new password: whoever it was may sign in again, and what waits on
   * that device is still theirs. Refreshing the token tells the client which it was; it is also how
   * one learns that the account was closed (S12).
   */
  #endSessions(sessionIds: readonly string[]): void {
    const ended = new Set(sessionIds);
    this.#end((connection) => ended.has(connection.sessionId), signedOut);
  }

  /** People's roles hold at once, whatever their token says. */
  #orgRows(rows: readonly StoredRow[]): void {
    this.#context.directory.heard(rows);
    for (const { kind, id, json } of rows) {
      const here = this.#context.fanout.audienceOf(userScope(id as UserId)) > 0;
      if (kind !== 'user' || !here) continue;
      const parsed = user.safeParse(JSON.parse(json));
      if (!parsed.success) continue;
      const { role, disabledAt } = parsed.data;
      // S12
      if (disabledAt !== null) this.#end(({ userId }) => userId === id, revoked);
      for (const connection of this.#connections) {
        if (connection.identified && connection.userId === id) connection.role = role;
      }
    }
  }

  #end(which: (connection: Connection) => boolean, why: Goodbye): void {
    for (const connection of this.#connections) {
      if (connection.identified && which(connection)) connection.end(why);
    }
  }
}

const revoked = goodbye(closeCodes.revoked, 'the account was closed');
const signedOut = goodbye(closeCodes.unauthenticated, 'the session has ended');

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
