import type { Scope } from '../../../shared/domain/scope.ts';
import type { Scopes } from '../cache/scopes.ts';
import { isFilled, type Directory } from './pull-plan.ts';

/** How much of what had been missing is here by now (S6). It begins anew once all of it is. */
export class Backlog {
  readonly #scopes: Scopes;
  readonly #refused: (scope: Scope) => boolean;
  readonly #directory: () => Directory;
  #most = 0;
  readonly #mostOf = new Map<Scope, number>();

  /** What is refused is not fetched, and so is not missed either. */
  constructor(scopes: Scopes, refused: (scope: Scope) => boolean, directory: () => Directory) {
    this.#scopes = scopes;
    this.#refused = refused;
    this.#directory = directory;
  }

  /** 0..1; null when nothing is missing. */
  get progress(): number | null {
    const missing = this.#missing();
    this.#most = missing === 0 ? 0 : Math.max(this.#most, missing);
    return missing === 0 ? null : 1 - missing / this.#most;
  }

  /** The same of one scope; null also where nobody fetches it. */
  progressOf(name: Scope): number | null {
    const state = this.#scopes.find(name);
    if (state === undefined || this.#refused(name)) return null;
    let missing = Math.max(0, state.head - state.cursor);
    for (const hole of this.#scopes.holes(state.id)) missing += hole.high - hole.low;
    if (missing === 0) {
      this.#mostOf.delete(name);
      return null;
    }
    const most = Math.max(missing, this.#mostOf.get(name) ?? 0);
    this.#mostOf.set(name, most);
    return 1 - missing / most;
  }

  #missing(): number {
    let missing = 0;
    const names = new Map<number, Scope>();
    for (const { id, name, head, cursor } of this.#scopes.all()) {
      if (this.#refused(name)) continue;
      names.set(id, name);
      missing += Math.max(0, head - cursor);
    }
    for (const hole of this.#scopes.allHoles()) {
      const name = names.get(hole.scopeId);
      if (name === undefined || !isFilled(name, hole, this.#directory())) continue;
      missing += hole.high - hole.low;
    }
    return missing;
  }
}
