import { draftId } from '../../../shared/domain/kinds/draft.ts';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import type { AttachBytes } from '../../app/core/attach-bytes.ts';
import type { Core } from '../../app/core/unbranded.ts';
import type { Measured } from './measure.ts';

/** A file that is being copied into the core. */
interface Adding {
  readonly key: number;
  readonly name: string;
  readonly size: number;
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
      waiting: { key: ++this.#keys, name: file.name, size: file.size },
    }));
    this.#set(draft, (now) => ({
      adding: [...now.adding, ...added.map(({ waiting }) => waiting)],
      failed: [],
    }));
    for (const { file, waiting } of added) {
      this.#queue = this.#queue.then(async () => {
        const why = await this.#attach(channelId, rootId, file, known);
        this.#set(draft, ({ adding, failed }) => ({
          adding: adding.filter((one) => one !== waiting),
          failed: why === null ? failed : [...failed, { key: waiting.key, name: file.name, why }],
        }));
      });
    }
    return this.#queue;
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
    this.#tell();
  }

  async #attach(
    channelId: string,
    rootId: string | null,
    file: File,
    known: Partial<Measured>,
  ): Promise<AttachProblem | null> {
    const { core, attach, measure } = this.#options;
    const { name, size } = file;
    try {
      const problem = await core.checkAttach({ channelId, rootId, name, size });
      if (problem !== null) return problem;
      const measured = { ...(await measure(file)), ...known };
      const mediaType = file.type;
      const result = await attach({ channelId, rootId, name, mediaType, ...measured }, file);
      return result.ok ? null : result.code;
    } catch {
      // A folder, a stick that was pulled out, or a core that is away.
      return 'unreadable';
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
