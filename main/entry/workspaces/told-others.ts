import type { WorkspaceEntry } from '../../../shared/rpc/workspace-entry.ts';
import type { FromCore } from '../core-messages.ts';
import type { Others } from './among-others.ts';

/** The other workspaces as the shell tells of them; it shows their windows itself. */
export class ToldOthers implements Others {
  readonly #post: (message: FromCore) => void;
  readonly #listeners = new Set<() => void>();
  #list: WorkspaceEntry[] = [];

  constructor(post: (message: FromCore) => void) {
    this.#post = post;
  }

  /** The shell says how it is now. */
  take(list: WorkspaceEntry[]): void {
    this.#list = list;
    for (const listener of this.#listeners) listener();
  }

  list(): WorkspaceEntry[] {
    return this.#list;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open(id: string): Promise<null> {
    return this.#ask({ what: 'open', id });
  }

  add(): Promise<null> {
    return this.#ask({ what: 'add' });
  }

  leave(): Promise<null> {
    return this.#ask({ what: 'leave' });
  }

  #ask(message: FromCore): Promise<null> {
    this.#post(message);
    return Promise.resolve(null);
  }
}
