/** What an export is made of. `other`: lines and files that are neither. */
export const parts = [
  'users',
  'channels',
  'conversations',
  'messages',
  'reactions',
  'attachments',
  'other',
] as const;
export type Part = (typeof parts)[number];
export type Counts = Record<Part, number>;

/** Things of one sort and how many; a few of them by file and place in it. */
export interface Remark {
  readonly of: Part;
  readonly reason: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** For each part: what was read = imported + already here + skipped. */
export interface ImportReport {
  readonly read: Counts;
  readonly imported: Counts;
  /** Imported by an earlier run. */
  readonly already: Counts;
  readonly skipped: readonly Remark[];
  /** Imported, but not quite as it was. */
  readonly changed: readonly Remark[];
  /** By how much all times were moved, ms. */
  readonly shift: number;
}

const MOST_EXAMPLES = 3;

const none = (): Counts => ({
  ...{ users: 0, channels: 0, conversations: 0, messages: 0 },
  ...{ reactions: 0, attachments: 0, other: 0 },
});

class Remarks {
  readonly #all = new Map<
    string,
    { of: Part; reason: string; count: number; examples: string[] }
  >();

  add(of: Part, reason: string, example: string, count: number): void {
    const key = `${of} ${reason}`;
    const known = this.#all.get(key) ?? { of, reason, count: 0, examples: [] };
    known.count += count;
    if (known.examples.length < MOST_EXAMPLES) known.examples.push(example);
    this.#all.set(key, known);
  }

  list(): Remark[] {
    return [...this.#all.values()].sort((a, b) => b.count - a.count);
  }
}

/** Counts what becomes of each line of an export. */
export class Tally {
  readonly #read = none();
  readonly #imported = none();
  readonly #already = none();
  readonly #skipped = new Remarks();
  readonly #changed = new Remarks();

  read(of: Part, count = 1): void {
    this.#read[of] += count;
  }

  /** @param fresh false where an earlier run had brought it */
  arrived(of: Part, fresh: boolean, count = 1): void {
    (fresh ? this.#imported : this.#already)[of] += count;
  }

  skip(of: Part, reason: string, example: string, count = 1): void {
    if (count > 0) this.#skipped.add(of, reason, example, count);
  }

  change(of: Part, reason: string, example: string, count = 1): void {
    this.#changed.add(of, reason, example, count);
  }

  get messages(): number {
    return this.#imported.messages + this.#already.messages;
  }

  report(shift: number): ImportReport {
    return {
      ...{ read: this.#read, imported: this.#imported, already: this.#already },
      ...{ skipped: this.#skipped.list(), changed: this.#changed.list(), shift },
    };
  }
}
