import type { Clock } from '../../shared/domain/clock.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import type { Bus, Hint } from '../bus/port.ts';
import { textFrame } from './frames.ts';
import type { Receiver } from './peer.ts';

type Here = 'active' | 'away';
type State = Here | 'offline';
type PresenceHint = Extract<Hint, { type: 'presence' }>;

/** Somebody who reconnects within this time was never away, ms. */
const GRACE_MS = 5_000;
/** Nodes tell of their people again this often, so that one that died is forgotten, ms. */
export const PRESENCE_REFRESH_MS = 60_000;
const FORGET_AFTER_MS = 2.5 * PRESENCE_REFRESH_MS;

/**
 * Who is at their device. Nothing of it is kept, and changes go only to those who look at the
 * person. Nodes tell one another over the bus.
 */
export class Presence {
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #node: string;
  /** Of this node's connections. */
  readonly #here = new Map<UserId, Map<Receiver, Here>>();
  /** What other nodes said of their connections. */
  readonly #elsewhere = new Map<UserId, Map<string, { state: Here; at: number }>>();
  readonly #lookers = new Map<UserId, Set<Receiver>>();
  readonly #looks = new Map<Receiver, readonly UserId[]>();
  /** What lookers were told last. */
  readonly #told = new Map<UserId, State>();

  constructor(bus: Bus, clock: Clock, node: string) {
    this.#bus = bus;
    this.#clock = clock;
    this.#node = node;
  }

  set(receiver: Receiver, state: Here): void {
    const { userId } = receiver;
    const before = this.#stateHere(userId);
    let connections = this.#here.get(userId);
    if (connections === undefined)
      this.#here.set(userId, (connections = new Map<Receiver, Here>()));
    connections.set(receiver, state);
    this.#changedHere(userId, before);
  }

  gone(receiver: Receiver): void {
    this.look(receiver, []);
    this.#looks.delete(receiver);
    const { userId } = receiver;
    const before = this.#stateHere(userId);
    const connections = this.#here.get(userId);
    if (connections?.delete(receiver) !== true) return;
    if (connections.size > 0) {
      this.#changedHere(userId, before);
      return;
    }
    this.#here.delete(userId);
    this.#clock.after(GRACE_MS, () => this.#changedHere(userId, before));
  }

  /** Takes the place of what the connection looked at before. Answers how these people are. */
  look(receiver: Receiver, people: readonly UserId[]): { userId: UserId; state: State }[] {
    for (const userId of this.#looks.get(receiver) ?? []) {
      const lookers = this.#lookers.get(userId);
      lookers?.delete(receiver);
      if (lookers?.size === 0) this.#lookers.delete(userId);
    }
    this.#looks.set(receiver, people);
    for (const userId of people) {
      const lookers = this.#lookers.get(userId);
      if (lookers === undefined) this.#lookers.set(userId, new Set([receiver]));
      else lookers.add(receiver);
    }
    return people.map((userId) => ({ userId, state: this.#told.get(userId) ?? 'offline' }));
  }

  hint({ node, userId, state }: PresenceHint): void {
    if (node === this.#node) return;
    const id = userId as UserId;
    const nodes = this.#elsewhere.get(id) ?? new Map<string, { state: Here; at: number }>();
    if (state === 'offline') nodes.delete(node);
    else nodes.set(node, { state, at: this.#clock.now() });
    if (nodes.size === 0) this.#elsewhere.delete(id);
    else this.#elsewhere.set(id, nodes);
    this.#changed(id);
  }

  /** Tells the other nodes of everybody here, and forgets people of nodes that are silent. */
  refresh(): void {
    this.#bus.publish([...this.#here.keys()].map((userId) => this.#hint(userId)));
    const oldest = this.#clock.now() - FORGET_AFTER_MS;
    for (const [userId, nodes] of this.#elsewhere) {
      for (const [node, { at }] of nodes) if (at < oldest) nodes.delete(node);
      if (nodes.size > 0) continue;
      this.#elsewhere.delete(userId);
      this.#changed(userId);
    }
  }

  #changedHere(userId: UserId, before: State): void {
    if (this.#stateHere(userId) === before) return;
    this.#bus.publish([this.#hint(userId)]);
    this.#changed(userId);
  }

  #changed(userId: UserId): void {
    const elsewhere = [...(this.#elsewhere.get(userId)?.values() ?? [])].map(({ state }) => state);
    const state = best([this.#stateHere(userId), ...elsewhere]);
    if (state === (this.#told.get(userId) ?? 'offline')) return;
    if (state === 'offline') this.#told.delete(userId);
    else this.#told.set(userId, state);
    const lookers = this.#lookers.get(userId);
    if (lookers === undefined) return;
    const frame = textFrame(JSON.stringify({ t: 'presence', people: [{ userId, state }] }));
    for (const looker of lookers) looker.write(frame);
  }

  #stateHere(userId: UserId): State {
    return best([...(this.#here.get(userId)?.values() ?? [])]);
  }

  #hint(userId: UserId): PresenceHint {
    return { type: 'presence', node: this.#node, userId, state: this.#stateHere(userId) };
  }
}

function best(states: readonly State[]): State {
  if (states.includes('active')) return 'active';
  return states.includes('away') ? 'away' : 'offline';
}
