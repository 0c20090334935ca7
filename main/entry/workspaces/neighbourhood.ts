import type { OwnState, WorkspaceEntry } from '../../../shared/rpc/workspace-entry.ts';
import type { WorkspaceFolder } from './workspace-folders.ts';

interface Neighbour {
  readonly colour: number;
  /** Nothing was heard of it yet, and it is not free. */
  used: boolean;
  state: OwnState;
  /** Of one that ended: its window still says whose access was taken away. */
  lastName: string | null;
}

const EMPTY: OwnState = {
  name: null,
  address: null,
  state: 'signed_out',
  problem: null,
  badge: 0,
  colour: null,
};

/**
 * What the workspaces of this computer know of one another: name, colour, and how much waits. It is
 * kept in memory alone, by whoever carries their cores.
 */
export class Neighbourhood {
  readonly #all = new Map<string, Neighbour>();
  readonly #listeners = new Set<() => void>();

  /** In the order in which they are listed. `used`: somebody is signed in, as its core will tell. */
  add({ id, colour, used }: Pick<WorkspaceFolder, 'id' | 'colour' | 'used'>): void {
    this.#all.set(id, { colour, used, state: EMPTY, lastName: null });
    this.#changed();
  }

  remove(id: string): void {
    if (this.#all.delete(id)) this.#changed();
  }

  /** The core of this one says how it is. */
  told(id: string, state: OwnState): void {
    const one = this.#all.get(id);
    if (one === undefined) return;
    one.lastName = state.name ?? (state.problem === null ? null : one.lastName);
    one.state = state;
    one.used = false;
    this.#changed();
  }

  /** Nobody is signed in, and what its window had to say was read. */
  cleared(id: string): void {
    this.told(id, EMPTY);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** As the window of `here` lists them: itself, and those in which somebody is or was signed in. */
  listFor(here: string): WorkspaceEntry[] {
    return [...this.#all]
      .map(([id, { colour, state, lastName }]) => ({
        ...{ ...state, id, here: id === here },
        colour: state.colour ?? colour,
        name: state.name ?? lastName,
      }))
      .filter((entry) => entry.here || isUsed(entry));
  }

  /** Another one to go to, if there is any. */
  other(id: string): string | undefined {
    return this.listFor(id).find(({ here }) => !here)?.id;
  }

  /** Where nobody is signed in: the place for the next workspace. */
  free(): string | undefined {
    const [id] = [...this.#all].find(([, { used, state }]) => !used && !isUsed(state)) ?? [];
    return id;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isUsed = ({ name, problem }: Pick<OwnState, 'name' | 'problem'>): boolean =>
  name !== null || problem !== null;
