import type { Db } from './open.ts';

/** Small facts that belong to a cache: when it last spoke with the relay, the person's preferences. */
export class Meta {
  readonly #statements;

  constructor(db: Db) {
    this.#statements = {
      get: db.prepare<[string]>('SELECT value FROM meta WHERE key = ?').pluck(),
      set: db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)'),
    };
  }

  get(key: string): string | undefined {
    return this.#statements.get.get(key) as string | undefined;
  }

  set(key: string, value: string): void {
    this.#statements.set.run(key, value);
  }

  number(key: string): number | null {
    const value = this.get(key);
    return value === undefined ? null : Number(value);
  }
}
