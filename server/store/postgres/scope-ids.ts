import type { Scope } from '../../../shared/domain/scope.ts';

/** About 20 MB. */
const MOST = 200_000;

/** The numbers by which rows name their scopes, as far as they were met. They never change. */
export class ScopeIds {
  #ids = new Map<Scope, number>();

  get(scope: Scope): number | undefined {
    return this.#ids.get(scope);
  }

  /** Of committed scopes only. */
  learn(scope: Scope, id: number): void {
    if (this.#ids.has(scope)) return;
    if (this.#ids.size >= MOST) this.#ids = new Map();
    this.#ids.set(scope, id);
  }
}
