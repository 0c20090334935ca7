import type { UserId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Scope } from '../../shared/domain/scope.ts';

/** Somebody who receives frames: what the fan-out and presence know of a connection. */
export interface Receiver {
  readonly userId: UserId;
  /** False once it ends: it gets nothing more. */
  readonly open: boolean;
  /** Whether it was welcomed. Before, it passes over what is written to it. */
  readonly greeted: boolean;
  /** Scopes whose rows it gets. Kept by the fan-out. */
  readonly scopes: Set<Scope>;
  /** How often it came into a scope or lost one; a greeting that overlaps reads the scopes again. */
  moves: number;
  /** A whole WebSocket frame. */
  write(frame: Buffer): void;
}

/** A connection after its welcome: what the handlers know of it. */
export interface Peer extends Receiver {
  /** With the role as it is now, which may differ from the token's. */
  readonly actor: Actor;
  readonly sessionId: string;
  send(text: string): void;
  /** The token's end has moved. */
  renewed(expires: number): void;
}
