import { registryScope } from '../../shared/domain/scope.ts';
import type { Upload } from '../../shared/domain/kinds/upload.ts';
import type { Uploads } from '../services/files/uploads.ts';
import { HttpFailure } from '../services/accounts/http-failure.ts';
import { StoreUnavailable, type GroupResult, type Store } from '../store/port.ts';
import { eachRow, readRow } from '../store/read-row.ts';

interface Parts {
  readonly store: Pick<Store, 'list'>;
  readonly uploads: Pick<Uploads, 'copy'>;
  readonly fault: (error: unknown) => void;
}

/**
 * Brings the files of messages that were handed on their bytes, at once. It looks through all of
 * them at the start too, for what a kill or a full disk left out.
 */
export class CopyFiles {
  readonly #parts: Parts;
  #working: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#do(async () => {
      for await (const upload of eachRow(this.#parts.store, registryScope, 'upload')) {
        if (this.#closed) return;
        if (waits(upload)) await this.#parts.uploads.copy(upload.id);
      }
    });
  }

  committed({ changes }: GroupResult): void {
    const rows = changes.find(({ scope }) => scope === registryScope)?.rows ?? [];
    for (const row of rows) {
      if (row.kind !== 'upload' || !row.json.includes('"copyOf"')) continue;
      if (waits(readRow('upload', row))) this.#do(() => this.#parts.uploads.copy(row.id));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  #do(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).catch((error: unknown) => {
      // Refused: its message was deleted meanwhile.
      const expected = error instanceof StoreUnavailable || error instanceof HttpFailure;
      if (!expected) this.#parts.fault(error);
    });
  }
}

const waits = ({ state, copyOf }: Upload): boolean => state === 'open' && copyOf !== undefined;
