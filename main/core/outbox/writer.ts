import { commands, type ArgsOf, type CommandName } from '../../../shared/commands/registry.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { channelOf } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Entry } from './outbox.ts';
import { tellEntry } from './tell.ts';

export interface WriterOptions {
  cache: Cache;
  clock: Clock;
  /** UUIDv7 (S1). */
  newId: () => string;
  /** Told after each command has been written down. */
  written: () => void;
}

/** Writes what the person does into the outbox, and shows it at once (S7, S8). */
export class Writer {
  readonly #options: WriterOptions;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /**
   * `also`: what has to change in the same transaction.
   *
   * @throws {ZodError} where the arguments break the command's schema: a bug of the caller
   * @throws {CacheError} where the disk refuses; nothing was written then
   */
  write<N extends CommandName>(name: N, args: ArgsOf<N>, also?: () => void): OpId {
    const { cache, written } = this.#options;
    const entry = cache.transaction(() => {
      also?.();
      return this.#add(name, args);
    });
    this.#show(entry);
    written();
    return entry.op;
  }

  /** For what a command names beside itself: the copy of a file, a group (S1). */
  newId(): OpId {
    return this.#options.newId() as OpId;
  }

  /**
   * The person gives up on it. `also`: what has to change in the same transaction. False where it
   * is not theirs to give up any more.
   */
  discard(op: OpId, also?: () => void): boolean {
    const { cache } = this.#options;
    const entry = cache.outbox.get(op);
    // What is under way may already be done; only what never left or was refused can be dropped.
    if (entry === undefined || cache.outbox.isSent(op) || entry.state === 'acked') return false;
    cache.transaction(() => {
      also?.();
      cache.outbox.remove(op);
    });
    cache.overlay.invalidate();
    tellEntry(cache, entry);
    return true;
  }

  /**
   * Tries a refused command again. It gets a new id: under the old one the relay would only repeat
   * its refusal (S1).
   */
  retry(op: OpId): void {
    const { cache, written } = this.#options;
    const entry = cache.outbox.get(op);
    if (entry?.state !== 'refused') return;
    const again = cache.transaction(() => {
      cache.outbox.remove(op);
      return this.#add(entry.name, entry.args);
    });
    cache.overlay.invalidate();
    this.#show(again);
    written();
  }

  /** S9: the person saw what stands now, and wants their own text all the same. */
  overwrite(op: OpId): void {
    const { cache, written } = this.#options;
    const entry = cache.outbox.get(op);
    if (entry?.state !== 'refused' || entry.name !== 'message.edit') return;
    const args = entry.args as ArgsOf<'message.edit'>;
    const confirmed = cache.rows.message(args.messageId);
    const told = entry.refusal.current as Partial<Message> | undefined;
    // The row that the refusal named may be on its way still, or have been followed by another.
    const current = (told?.version ?? 0) > (confirmed?.version ?? 0) ? told : confirmed;
    const base = current?.op;
    if (base === undefined) return;
    const again = cache.transaction(() => {
      cache.outbox.remove(op);
      return this.#add('message.edit', { ...args, base });
    });
    cache.overlay.invalidate();
    this.#show(again);
    written();
  }

  #add(name: CommandName, args: unknown): Entry {
    const { cache, clock, newId } = this.#options;
    const parsed = commands.get(name)?.args.parse(args);
    return cache.outbox.add(newId() as OpId, name, parsed, cache.actor, clock.now());
  }

  #show(entry: Entry): void {
    const { cache } = this.#options;
    for (const scope of cache.overlay.add(entry)) {
      const channel = channelOf(scope);
      if (channel !== undefined) cache.topics.changed(`channel:${channel}`);
    }
    tellEntry(cache, entry);
  }
}
