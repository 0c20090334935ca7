import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Down, DownFrame } from '../../../shared/protocol/down.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import type { Cache } from '../cache/cache.ts';
import { CacheError } from '../cache/open.ts';
import { applyRows, settleAcked, tellLane } from './apply.ts';
import { nextPull, type Pull } from './pull-plan.ts';
import { Requests } from './requests.ts';
import { Sender } from './sender.ts';

/** Pulls under way at once: enough to hide the way there and back, few enough to stay polite. */
const PULLS = 6;
const CONTACT_EVERY_MS = 60_000;

export interface EngineOptions {
  cache: Cache;
  clock: Clock;
  send: (frame: UpFrame) => boolean;
  live: () => boolean;
  /** Frames that hold nothing that is kept: presence and typing. */
  onPassing: (frame: Down<'presence'> | Down<'typing'>) => void;
  /** The disk refuses: nothing was lost, nothing more is taken in until it works again. */
  onDiskProblem: (error: CacheError) => void;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * Keeps the cache true to the relay while a line stands: takes in live rows, pulls what is missing
 * in the order that matters to the person, sends the outbox. It owns no state that matters: the
 * cursors, holes and the outbox are in the cache (S14).
 */
export class SyncEngine {
  readonly #options: EngineOptions;
  readonly #cache: Cache;
  readonly #sender: Sender;
  readonly requests: Requests;
  readonly #pulling = new Map<Scope, Pull>();
  /** The relay said no to these, for as long as this line stands. */
  readonly #refused = new Set<Scope>();
  #open: Scope | null = null;
  #wanted: { scope: Scope; before: number } | null = null;
  #backlog = 0;
  readonly #backlogs = new Map<Scope, number>();
  #cancelContact: (() => void) | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#cache = options.cache;
    this.#sender = new Sender(options.cache.outbox, options.send);
    this.requests = new Requests(options.send);
  }

  /** The line stands: the outbox goes out at once, and what was missed comes in. */
  live(welcome: Down<'welcome'>): void {
    this.#refused.clear();
    this.#change(() => {
      this.#cache.meta.set('directory', welcome.directory);
      this.#cache.meta.set('leaseDays', String(welcome.leaseDays));
      this.#contact();
      this.#heads(welcome.scopes);
      this.#forgetLost(new Set(welcome.scopes.map(({ scope }) => scope as Scope)));
    });
    this.#contactLater();
    this.#sender.pump();
    this.#pull();
  }

  down(): void {
    this.#cancelContact?.();
    this.#cancelContact = null;
    this.#pulling.clear();
    this.requests.down();
    this.#cache.outbox.disconnected();
    this.#cache.topics.changed('outbox');
  }

  receive(frame: DownFrame): void {
    if (this.requests.receive(frame)) return;
    switch (frame.t) {
      case 'rows':
        return this.#rows(frame);
      case 'acks':
        return this.#acks(frame);
      case 'subscribed':
        this.#change(() => this.#heads(frame.scopes));
        return this.#pull();
      case 'presence':
      case 'typing':
        return this.#options.onPassing(frame);
      default:
    }
  }

  /** Something was written into the outbox. */
  written(): void {
    this.#sender.pump();
  }

  /** The channel on the screen, or none: its rows come first. */
  look(channelId: ChannelId | null): void {
    const open = channelId === null ? null : channelScope(channelId);
    if (open === this.#open) return;
    this.#open = open;
    this.#pull();
  }

  /** Somebody scrolled to a hole; its rows below this position come before other holes' rows. */
  want(channelId: ChannelId, before: number): void {
    this.#wanted = { scope: channelScope(channelId), before };
    this.#pull();
  }

  /** 0..1 of what had been missing; null when everything is here. */
  get progress(): number | null {
    const missing = this.#missing();
    if (missing === 0) {
      this.#backlog = 0;
      return null;
    }
    this.#backlog = Math.max(this.#backlog, missing);
    return 1 - missing / this.#backlog;
  }

  /** 0..1 of one channel's backfill; null when it is whole, or while nobody fetches it. */
  progressOf(channelId: string): number | null {
    const state = this.#cache.scopes.find(channelScope(channelId as ChannelId));
    if (state === undefined || !this.#options.live() || this.#refused.has(state.name)) return null;
    let missing = Math.max(0, state.head - state.cursor);
    for (const hole of this.#cache.scopes.holes(state.id)) missing += hole.high - hole.low;
    if (missing === 0) {
      this.#backlogs.delete(state.name);
      return null;
    }
    const most = Math.max(missing, this.#backlogs.get(state.name) ?? 0);
    this.#backlogs.set(state.name, most);
    return 1 - missing / most;
  }

  /** Runs a change to the cache; a disk that refuses is reported and thrown on. */
  #change(run: () => void): boolean {
    try {
      this.#cache.transaction(run);
      return true;
    } catch (error) {
      if (error instanceof CacheError) this.#options.onDiskProblem(error);
      else throw error;
      return false;
    }
  }

  #missing(): number {
    let missing = 0;
    const lazy = this.#cache.meta.get('directory') === 'lazy';
    const states = new Map(this.#cache.scopes.all().map((scope) => [scope.id, scope]));
    for (const scope of states.values()) missing += Math.max(0, scope.head - scope.cursor);
    for (const hole of this.#cache.scopes.allHoles()) {
      if (lazy && states.get(hole.scopeId)?.name === orgScope) continue;
      missing += hole.high - hole.low;
    }
    return missing;
  }

  #heads(heads: readonly { scope: string; head: number; count: number }[]): void {
    for (const { scope, head, count } of heads) {
      this.#cache.scopes.heard(scope as Scope, head, count);
    }
    this.#cache.topics.changed('sidebar');
    this.#cache.topics.changed('connection');
  }

  /**
   * S11: a channel that the relay no longer lists was lost while away. Its rows stay until the
   * tombstone in the person's own scope says so, but nothing more is asked for.
   */
  #forgetLost(listed: Set<Scope>): void {
    for (const scope of this.#cache.scopes.all()) {
      if (!listed.has(scope.name)) this.#refused.add(scope.name);
    }
  }

  #rows(frame: Down<'rows'>): void {
    const scope = frame.scope as Scope;
    const cursor = this.#cache.scopes.find(scope)?.cursor ?? 0;
    this.#change(() => {
      this.#cache.scopes.heard(scope, frame.to, frame.count);
      // S4: a frame that begins above the cursor is not applied; a pull brings it with the rest.
      if (frame.from <= cursor && frame.to > cursor)
        this.#take(scope, frame.rows, frame.from, frame.to);
      settleAcked(this.#cache);
    });
    if (frame.from > cursor) this.#pull();
  }

  #take(scope: Scope, rows: Down<'rows'>['rows'], from: number, to: number): void {
    const applied = applyRows(this.#cache, scope, rows);
    for (const lost of applied.lost) this.#refused.add(lost);
    this.#cache.scopes.cover(scope, from, to);
    if (applied.unknown > 0) {
      this.#options.log('rows of unknown kinds', { scope, count: applied.unknown });
    }
  }

  #acks(frame: Down<'acks'>): void {
    const { outbox, overlay, topics } = this.#cache;
    this.#change(() => {
      for (const ack of frame.acks) {
        const entry = outbox.get(ack.op as OpId);
        if (entry === undefined) continue;
        if (ack.ok) outbox.acked(entry.op, ack.at);
        else outbox.refused(entry.op, ack.refusal);
        overlay.invalidate();
        tellLane(this.#cache, entry.lane);
      }
      settleAcked(this.#cache);
    });
    topics.changed('outbox');
    topics.changed('connection');
    this.#sender.pump();
    this.#pull();
  }

  #pull(): void {
    if (!this.#options.live()) return;
    const lazy = this.#cache.meta.get('directory') === 'lazy';
    while (this.#pulling.size < PULLS) {
      const pull = nextPull({
        scopes: this.#cache.scopes,
        own: userScope(this.#cache.userId),
        open: this.#open,
        wanted: this.#wanted,
        directory: lazy ? 'lazy' : 'full',
        busy: (scope) => this.#pulling.has(scope) || this.#refused.has(scope),
      });
      if (pull === undefined) return;
      this.#pulling.set(pull.scope, pull);
      void this.#fetch(pull);
    }
  }

  async #fetch(pull: Pull): Promise<void> {
    const answer = await this.requests.ask('pull', pull);
    // The line went and perhaps came back meanwhile: this pull is not the present one.
    if (this.#pulling.get(pull.scope) !== pull) return;
    this.#pulling.delete(pull.scope);
    if (answer.ok) {
      const { from, to, head, count, rows } = answer.frame;
      const known = this.#cache.scopes.knownId(pull.scope) !== undefined;
      // S11: a page for a channel that was purged while it was on its way is dropped.
      const taken =
        !known ||
        this.#change(() => {
          this.#cache.scopes.heard(pull.scope, head, count);
          this.#take(pull.scope, rows, from, to);
          settleAcked(this.#cache);
        });
      if (!taken) return;
      this.#cache.topics.changed('connection');
      if (pull.scope === this.#wanted?.scope) this.#wantedDone(from);
    } else if (answer.reason !== 'down') {
      this.#refused.add(pull.scope);
    }
    this.#pull();
  }

  /** The screenful that was waited for is here; the rest of the hole takes its turn. */
  #wantedDone(from: number): void {
    if (this.#wanted !== null && from < this.#wanted.before) this.#wanted = null;
  }

  #contact(): void {
    this.#cache.meta.set('contact', String(this.#options.clock.now()));
  }

  /** S12: the lease counts from the last contact, which a kill must not move far back. */
  #contactLater(): void {
    this.#cancelContact?.();
    this.#cancelContact = this.#options.clock.after(CONTACT_EVERY_MS, () => {
      this.#change(() => this.#contact());
      this.#contactLater();
    });
  }
}
