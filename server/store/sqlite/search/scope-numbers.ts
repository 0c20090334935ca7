import type { ChannelId } from '../../../../shared/domain/ids.ts';
import { channelScope, type Scope } from '../../../../shared/domain/scope.ts';
import type { Db } from '../database.ts';

/** The numbers by which rows and the index name scopes. One that a scope has never changes. */
export class ScopeNumbers {
  readonly #known = new Map<Scope, number>();
  readonly #find;

  constructor(rows: Db) {
    this.#find = rows.prepare<[string]>('SELECT id FROM scopes WHERE name = ?').pluck();
  }

  /** Undefined for a scope that nothing was written to. */
  of(scope: Scope): number | undefined {
    let id = this.#known.get(scope);
    if (id === undefined) {
      id = this.#find.get(scope) as number | undefined;
      if (id !== undefined) this.#known.set(scope, id);
    }
    return id;
  }

  ofChannel = (channelId: ChannelId): number | undefined => this.of(channelScope(channelId));
}
