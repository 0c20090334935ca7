import type { PersonView, RefusedView } from './views.ts';

/** The line to the relay, what waits for it, and who is signed in. */

export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'offline' | 'stopped';

export interface ConnectionView {
  state: ConnectionState;
  /** ms of the last contact with the relay; null for never. */
  lastContact: number | null;
  /** ms of the next try; null while none is planned. */
  nextTry: number | null;
  waiting: number;
  refused: number;
  /** Backfill in the background, 0..1; null when everything is here. */
  syncing: number | null;
  /** Why it does not connect, where that is more than "no network": a key of `problem.<code>`. */
  problem: ProblemCode | null;
  /** The relay's clock less this computer's, ms. */
  clockSkew: number;
}

export type ProblemCode =
  | 'client_too_old'
  | 'client_too_new'
  | 'session_ended'
  | 'revoked'
  | 'unavailable'
  | 'no_relay'
  | 'not_a_relay'
  | 'bad_certificate'
  | 'lease_over'
  | 'disk_full'
  | 'read_only'
  | 'no_key'
  | 'wrong_key'
  | 'passphrase'
  | 'damaged'
  | 'clock';

export interface OutboxItem {
  op: string;
  name: string;
  channelId: string | null;
  /** `#name` or the people, ready to show. */
  where: string;
  /** A line of what it is: text, emoji on text, channel name. */
  summary: string;
  createdAt: number;
  state: 'waiting' | 'sending' | 'refused';
  refusal: RefusedView | null;
  /** Text that can be recovered; null where the command has none. */
  text: string | null;
}

export interface SessionView {
  /** `locked`: the lease is over, or the key is missing or another; `storage`: the profile's folder fails. */
  state: 'signed_out' | 'signed_in' | 'locked' | 'storage';
  problem: ProblemCode | null;
  address: string | null;
  workspace: string | null;
  me: PersonView | null;
  /** Where the cache's key is kept; `passphrase`: in a file that one seals. */
  keyStore: 'keychain' | 'file' | 'passphrase' | null;
}
