import { draftId } from '../../../shared/domain/kinds/draft.ts';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AttachBytes } from '../../app/core/attach-bytes.ts';
import type { Core } from '../../app/core/unbranded.ts';
import type { Measured } from './measure.ts';

/** A file that is being copied into the core. */
interface Adding {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  /** Once the core has it: it stays here until it is seen among what is attached. */
  readonly id: string | null;
}

/** A file that was not attached, until the person has read why. */
interface NotAttached {
  readonly key: number;
  readonly name: string;
  readonly why: AttachProblem;
}

export interface TrayState {
  readonly adding: readonly Adding[];
  readonly failed: readonly NotAttached[];
}

interface Options {
  core: Pick<Core, 'checkAttach'>;
  /** Brings a file's bytes to the core. */
  attach: AttachBytes;
  measure: (file: File) => Promise<Measured>;
}

const EMPTY: TrayState = { adding: [], failed: [] };

/**
 * What is on its way into the trays of all composers. It goes on while the person looks elsewhere;
 * what has arrived is the core's, which keeps it with the draft.
 */
export class TrayDesk {
  readonly #options: Options;
  readonly #states = new Map<string, TrayState>();
  readonly #listeners = new Set<() => void>();
  /** By the key of a file that the core has: what was attached when it was first looked for. */
  readonly #lookedAt = new Map<number, readonly unknown[]>();
  #keys = 0;
  /** One after the other, so that they stand in the order in which they were chosen. */
  #queue: Promise<void> = Promise.resolve();

  constructor(options: Options) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state(channelId: string, rootId: string | null): TrayState {
    return this.#states.get(draftId(channelId, rootId)) ?? EMPTY;
  }

  /** `known`: what need not be measured. */
  add(
    channelId: string,
    rootId: string | null,
    files: readonly File[],
    known: Partial<Measured> = {},
  ): Promise<void> {
    const draft = draftId(channelId, rootId);
    const added = files.map((file) => ({
      file,
      key: ++this.#keys,
    }));
    this.#set(draft, (now) => ({
      adding: [
        ...now.adding,
        ...added.map(({ file: { name, size }, key }) => ({ key, name, size, id: null })),
      ],
      failed: [],
    }));
    for (const { file, key } of added) {
      this.#queue = this.#queue.then(async () => {
        const result = await this.#attach(channelId, rootId, file, known);
        this.#set(draft, ({ adding, failed }) =>
          result.ok
            ? {
                adding: adding.map((one) => (one.key === key ? { ...one, ...result.value } : one)),
                failed,
              }
            : {
                adding: adding.filter((one) => one.key !== key),
                failed: [...failed, { key, name: file.name, why: result.code }],
              },
        );
      });
    }
    return this.#queue;
  }

  /**
   * What is attached was read anew. Before that, a message would go out without the file that has
   * just come.
   */
  seen(
    channelId: string,
    rootId: string | null,
    attached: readonly { readonly id: string }[],
  ): void {
    const { adding } = this.state(channelId, rootId);
    const left = adding.filter(({ key, id }) => {
      if (id === null) return true;
      const before = this.#lookedAt.get(key);
      this.#lookedAt.set(key, attached);
      // A later look without it: it was taken away again.
      const gone = before !== undefined && before !== attached;
      if (!gone && !attached.some((one) => one.id === id)) return true;
      this.#lookedAt.delete(key);
      return false;
    });
    if (left.length < adding.length) {
      this.#set(draftId(channelId, rootId), (now) => ({ ...now, adding: left }));
    }
  }

  dismiss(channelId: string, rootId: string | null, key: number): void {
    this.#set(draftId(channelId, rootId), (now) => ({
      ...now,
      failed: now.failed.filter((one) => one.key !== key),
    }));
  }

  /** Another person may sign in: nothing of this one's stays. */
  forget(): void {
    this.#states.clear();
    this.#lookedAt.clear();
    this.#tell();
  }

  async #attach(
    channelId: string,
    rootId: string | null,
    file: File,
    known: Partial<Measured>,
  ): Promise<Result<{ id: string }, AttachProblem>> {
    const { core, attach, measure } = this.#options;
    const { name, size } = file;
    try {
      const problem = await core.checkAttach({ channelId, rootId, name, size });
      if (problem !== null) return { ok: false, code: problem };
      const measured = { ...(await measure(file)), ...known };
      const mediaType = file.type;
      return await attach({ channelId, rootId, name, mediaType, ...measured }, file);
    } catch {
      // A folder, a stick that was pulled out, or a core that is away.
      return { ok: false, code: 'unreadable' };
    }
  }

  #set(draft: string, change: (state: TrayState) => TrayState): void {
    this.#states.set(draft, change(this.#states.get(draft) ?? EMPTY));
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
