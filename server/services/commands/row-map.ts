import type { Kind } from '../../../shared/domain/registry.ts';
import type { Scope } from '../../../shared/domain/scope.ts';

/**
 * Values by the key of a row. Maps within maps: each part of a key has been hashed before, while a
 * joined one would be made and hashed anew at every look, of which a command takes a dozen.
 */
export class RowMap<V> {
  readonly #scopes = new Map<Scope, Map<Kind, Map<string, V>>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(scope: Scope, kind: Kind, id: string): V | undefined {
    return this.#scopes.get(scope)?.get(kind)?.get(id);
  }

  set(scope: Scope, kind: Kind, id: string, value: V): void {
    let ofScope = this.#scopes.get(scope);
    if (ofScope === undefined) this.#scopes.set(scope, (ofScope = new Map()));
    let ofKind = ofScope.get(kind);
    if (ofKind === undefined) ofScope.set(kind, (ofKind = new Map()));
    const before = ofKind.size;
    ofKind.set(id, value);
    this.#size += ofKind.size - before;
  }

  forEach(visit: (value: V) => void): void {
    for (const ofScope of this.#scopes.values()) {
      for (const ofKind of ofScope.values()) ofKind.forEach(visit);
    }
  }

  clear(): void {
    this.#scopes.clear();
    this.#size = 0;
  }
}
