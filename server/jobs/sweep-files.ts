import type { Clock } from '../../shared/domain/clock.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { registryScope, userScope } from '../../shared/domain/scope.ts';
import type { GroupResult, Store, StoredRow } from '../store/port.ts';
import { StoreUnavailable } from '../store/port.ts';
import { eachRow, readRow } from '../store/read-row.ts';
import type { Uploads } from '../services/files/uploads.ts';

/** How often everything is looked through, ms. */
const EVERY_MS = 6 * 3_600_000;
/** An upload that no message has taken for so long is given up, ms. */
const ABANDONED_MS = 14 * 24 * 3_600_000;

interface Parts {
  readonly store: Pick<Store, 'list'>;
  readonly uploads: Pick<Uploads, 'forget' | 'abandon'>;
  readonly clock: Clock;
  readonly fault: (error: unknown) => void;
}

/**
 * Deletes the bytes of deleted messages at once, and gives up uploads that nobody came back for.
 * It looks through all of them at the start too, for what a kill left out.
 */
export class SweepFiles {
  readonly #parts: Parts;
  #cancel: (() => void) | undefined;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#do(() => this.#sweep());
  }

  committed({ changes }: GroupResult): void {
    const rows = changes.find(({ scope }) => scope === registryScope)?.rows ?? [];
    const gone = rows.filter(isGone).map(({ id }) => id);
    for (const id of gone) this.#do(() => this.#parts.uploads.forget(id));
  }

  /** Resolves when nothing is being deleted. */
  idle(): Promise<void> {
    return this.#working;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    await this.#working;
  }

  #do(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) this.#parts.fault(error);
    });
  }

  async #sweep(): Promise<void> {
    const { store, uploads, clock } = this.#parts;
    try {
      const planned = new Map<string, ReadonlySet<string>>();
      for await (const upload of eachRow(store, registryScope, 'upload')) {
        if (this.#closed) return;
        const old = upload.messageId === null && upload.at < clock.now() - ABANDONED_MS;
        if (upload.state === 'gone') await uploads.forget(upload.id);
        else if (old) {
          const { ownerId } = upload;
          if (!planned.has(ownerId)) planned.set(ownerId, await this.#planned(ownerId));
          if (planned.get(ownerId)?.has(upload.id) !== true) await uploads.abandon(upload.id);
        }
      }
    } finally {
      if (!this.#closed) this.#cancel = clock.after(EVERY_MS, () => this.start());
    }
  }

  /**
   * Files of a person's messages that go out later, however far ahead that is, and of those that
   * failed, which wait for their author to decide.
   */
  async #planned(ownerId: string): Promise<ReadonlySet<string>> {
    const { store } = this.#parts;
    const ids = new Set<string>();
    for await (const row of eachRow(store, userScope(ownerId as UserId), 'scheduled')) {
      for (const one of row.attachments) if (one.type === 'file') ids.add(one.id);
    }
    return ids;
  }
}

const isGone = (row: StoredRow): boolean =>
  row.kind === 'upload' &&
  !row.json.includes('"deleted":true') &&
  readRow('upload', row).state === 'gone';
