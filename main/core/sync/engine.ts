import type { Clock } from '../../../shared/domain/clock.ts';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Down, DownFrame } from '../../../shared/protocol/down.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import type { Cache } from '../cache/cache.ts';
import { asCacheError, CacheError } from '../cache/open.ts';
import { tellEntry } from '../outbox/tell.ts';
import { isUnwritten } from '../outbox/unwritten.ts';
import { noteContact } from '../session/lease.ts';
import { applyRows, settleAcked } from './apply.ts';
import { Backlog } from './backlog.ts';
import { Company } from './company.ts';
import { fetchHistory } from './fetch.ts';
import { nextPull, type Directory, type Pull } from './pull-plan.ts';
import { Requests } from './requests.ts';
import { Sender } from './sender.ts';
import { applyFound } from './wants.ts';

/** Pulls under way at once: enough to hide the way there and back, few enough to stay polite. */
const PULLS = 6;
const CONTACT_EVERY_MS = 60_000;
/** Before a scope is asked for again whose rows could not be had. */
const REST_MS = 5_000;
/** Messages below a place in a hole that somebody looks at. */
const WANTED_ROWS = 100;

/** What live presence and typing are made of; rows end the typing of those who wrote them. */
export type PassingFrame = Down<'presence'> | Down<'typing'> | Down<'rows'>;

export interface EngineOptions {
  cache: Cache;
  clock: Clock;
  send: (frame: UpFrame) => boolean;
  live: () => boolean;
  /** Frames that hold nothing that is kept: presence and typing. */
  onPassing: (frame: PassingFrame) => void;
  /** Messages that came for the first time, also long after they were written. */
  onSaid?: (scope: Scope, messages: readonly Message[]) => void;
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
  /** Not to be asked for on this line: the relay said no, or the person is not in them. */
  readonly #refused = new Set<Scope>();
  /** Not to be asked for at this moment. */
  readonly #resting = new Map<Scope, () => void>();
  #open: Scope | null = null;
  /** What somebody looks at and is not here; kept until it came. */
  #wanted: { channelId: ChannelId; before: number } | null = null;
  readonly #backlog: Backlog;
  readonly #company: Company;
  #cancelContact: (() => void) | null = null;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#cache = options.cache;
    this.#sender = new Sender(options.cache.outbox, options.send);
    this.requests = new Requests(options.send, options.clock);
    this.#company = new Company(options.cache, this.requests, options.clock);
    this.#backlog = new Backlog(
      options.cache.scopes,
      (scope) => this.#refused.has(scope),
      () => this.#directory,
    );
  }

  /** The line stands: the outbox goes out at once, and what was missed comes in. */
  live(welcome: Down<'welcome'>): void {
    this.#refused.clear();
    const taken = this.#change(() => {
      this.#cache.meta.set('directory', welcome.directory);
      this.#cache.meta.set('leaseDays', String(welcome.leaseDays));
      this.#contact();
      this.#heads(welcome.scopes);
      this.#forgetLost(new Set(welcome.scopes.map(({ scope }) => scope as Scope)));
    });
    if (!taken) return;
    this.#contactLater();
    this.#sender.pump();
    if (this.#directory === 'lazy') this.#company.live();
    if (this.#wanted !== null) this.#fetchWanted(this.#wanted).catch(this.#failed);
    this.#pull();
  }

  down(): void {
    this.#cancelContact?.();
    this.#cancelContact = null;
    this.#company.down();
    this.#pulling.clear();
    for (const cancel of this.#resting.values()) cancel();
    this.#resting.clear();
    this.requests.down();
    this.#cache.outbox.disconnected();
    this.#cache.topics.changed('outbox');
  }

  receive(frame: DownFrame): void {
    if (this.requests.receive(frame)) return;
    switch (frame.t) {
      case 'rows':
        this.#options.onPassing(frame);
        return this.#rows(frame);
      case 'company':
        applyFound(
          this.#cache,
          frame.rows.map((row) => ({ scope: orgScope, row })),
        );
        return;
      case 'acks':
        return this.#acks(frame);
      case 'subscribed':
        return this.#subscribed(frame);
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

  /** Somebody scrolled to a hole: what stands just below this position comes at once. */
  want(channelId: ChannelId, before: number): void {
    if (this.#wanted?.channelId === channelId && this.#wanted.before === before) return;
    this.#wanted = { channelId, before };
    this.#fetchWanted(this.#wanted).catch(this.#failed);
  }

  /** 0..1 of what had been missing; null when everything is here. */
  get progress(): number | null {
    return this.#backlog.progress;
  }

  /** 0..1 of one channel's backfill; null when it is whole, or while nobody fetches it. */
  progressOf(channelId: string): number | null {
    const scope = channelScope(channelId as ChannelId);
    return this.#options.live() ? this.#backlog.progressOf(scope) : null;
  }

  /** Runs a change to the cache. False: the disk refuses, which has been reported. */
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

  /** Reading fails too where the disk does. */
  readonly #failed = (error: unknown): void => {
    const told = asCacheError(error);
    if (!(told instanceof CacheError)) throw error;
    this.#options.onDiskProblem(told);
  };

  get #directory(): Directory {
    return this.#cache.meta.get('directory') === 'lazy' ? 'lazy' : 'full';
  }

  #heads(heads: readonly { scope: string; head: number; count: number }[]): void {
    const { rows, scopes } = this.#cache;
    for (const { scope, head, count } of heads) {
      const name = scope as Scope;
      // The relay's store went back to an earlier day: its word counts, and is fetched anew.
      if (head < (scopes.find(name)?.cursor ?? 0)) {
        rows.purge(name);
        if (name === orgScope) this.#company.forget();
      }
      scopes.heard(name, head, count);
    }
    this.#cache.overlay.invalidate();
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

  /**
   * S11: only of what is kept here. It is the membership that brings a channel; a notice that is
   * late must not bring one back that was lost.
   */
  #subscribed(frame: Down<'subscribed'>): void {
    const { scopes } = this.#cache;
    const kept = frame.scopes.filter(({ scope }) => scopes.knownId(scope as Scope) !== undefined);
    this.#change(() => this.#heads(kept));
    for (const { scope } of kept) this.#refused.delete(scope as Scope);
    this.#pull();
  }

  #rows(frame: Down<'rows'>): void {
    const scope = frame.scope as Scope;
    const state = this.#cache.scopes.find(scope);
    // S11: what was on its way for a channel that is purged does not bring it back.
    if (state === undefined) return;
    const { cursor } = state;
    let news = frame.from > cursor;
    this.#change(() => {
      this.#cache.scopes.heard(scope, frame.to, frame.count);
      // S4: a frame that begins above the cursor is not applied; a pull brings it with the rest.
      if (frame.from <= cursor && frame.to > cursor) {
        news = this.#keep(scope, frame.rows);
        this.#cache.scopes.cover(scope, frame.from, frame.to);
      }
      settleAcked(this.#cache);
    });
    if (news) this.#pull();
  }

  /** Answers whether there is a channel now that may be asked for. */
  #keep(scope: Scope, rows: Down<'rows'>['rows']): boolean {
    const applied = applyRows(this.#cache, scope, rows);
    for (const lost of applied.lost) {
      this.#refused.add(lost);
      // What was asked before is answered of the time before, also where the person comes back.
      this.#pulling.delete(lost);
    }
    for (const gained of applied.gained) this.#refused.delete(gained);
    if (applied.unknown > 0) {
      this.#options.log('rows of unknown kinds', { scope, count: applied.unknown });
    }
    if (applied.said.length > 0) this.#options.onSaid?.(scope, applied.said);
    return applied.gained.length > 0;
  }

  #acks(frame: Down<'acks'>): void {
    const { outbox, overlay, scopes, topics } = this.#cache;
    this.#change(() => {
      for (const ack of frame.acks) {
        const entry = outbox.get(ack.op as OpId);
        if (entry === undefined) continue;
        if (ack.ok) {
          outbox.acked(entry.op, ack.at);
          // A large directory's rows do not come by themselves.
          const at = ack.at[orgScope];
          if (at !== undefined && this.#directory === 'lazy') scopes.heard(orgScope, at, 0);
        } else if (isUnwritten(entry.name)) {
          outbox.remove(entry.op);
        } else {
          outbox.refused(entry.op, ack.refusal);
        }
        overlay.invalidate();
        tellEntry(this.#cache, entry);
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
    const directory = this.#directory;
    while (this.#pulling.size < PULLS) {
      const pull = nextPull({
        scopes: this.#cache.scopes,
        own: userScope(this.#cache.userId),
        open: this.#open,
        directory,
        busy: (scope) =>
          this.#pulling.has(scope) || this.#refused.has(scope) || this.#resting.has(scope),
      });
      if (pull === undefined) return;
      this.#pulling.set(pull.scope, pull);
      this.#fetch(pull).catch(this.#failed);
    }
  }

  async #fetch(pull: Pull): Promise<void> {
    const answer = await this.requests.ask('pull', pull);
    // The line went and perhaps came back meanwhile: this pull is not the present one.
    if (this.#pulling.get(pull.scope) !== pull) return;
    this.#pulling.delete(pull.scope);
    if (answer.ok) {
      if (!this.#page(pull, answer.frame)) return;
    } else if (answer.reason === 'unavailable') {
      this.#rest(pull.scope);
    } else if (answer.reason !== 'down') {
      this.#refused.add(pull.scope);
    }
    this.#pull();
  }

  /** False: the disk refuses. */
  #page({ scope }: Pull, frame: Down<'page'>): boolean {
    const { from, to, head, count, rows } = frame;
    const { scopes } = this.#cache;
    // S11: a page for a channel that was purged while it was on its way is dropped.
    if (scopes.knownId(scope) === undefined) return true;
    const taken = this.#change(() => {
      scopes.heard(scope, head, count);
      this.#keep(scope, rows);
      const cursor = scopes.find(scope)?.cursor;
      // S6: where the relay is ahead, a message that stands in this page may have moved out of it,
      // beyond the cursor. The page counts once that has come; it is asked for again then.
      const ahead = to < head && cursor !== undefined && cursor < head;
      if (cursor !== undefined && !ahead) scopes.cover(scope, from, to);
      settleAcked(this.#cache);
    });
    // Nothing where something was promised: asking at once would be asking without end.
    if (taken && from === to) this.#rest(scope);
    this.#cache.topics.changed('connection');
    return taken;
  }

  #rest(scope: Scope): void {
    this.#resting.get(scope)?.();
    const wake = (): void => {
      this.#resting.delete(scope);
      this.#pull();
    };
    this.#resting.set(scope, this.#options.clock.after(REST_MS, wake));
  }

  /** By positions and not by versions: the latter come newest first alone (see the pull plan). */
  async #fetchWanted(wanted: { channelId: ChannelId; before: number }): Promise<void> {
    const { channelId, before } = wanted;
    const place = { channelId, rootId: null, direction: 'before', position: before } as const;
    const question = { ...place, limit: WANTED_ROWS };
    const here = await fetchHistory(this.#cache, this.requests, question);
    if (this.#wanted !== wanted) return;
    // Without a line it is asked for when there is one; what the relay refuses is not.
    if (here || this.#options.live()) this.#wanted = null;
  }

  #contact(): void {
    noteContact(this.#cache.meta, this.#options.clock.now());
  }

  /** S12: the lease counts from the last contact, which a kill must not move far back. */
  #contactLater(): void {
    this.#cancelContact?.();
    this.#cancelContact = this.#options.clock.after(CONTACT_EVERY_MS, () => {
      if (this.#change(() => this.#contact())) this.#contactLater();
    });
  }
}
