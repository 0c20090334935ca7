import { hash, parseOptions, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Costs as much to check as any other, and no password has it: its digest is all zeros. */
const NOBODY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Thousands may come back at once in the morning; beyond this many they are told to come again. */
const MOST_WAITING = 256;

/** There is more to hash than the machine can do soon. */
export class PasswordsBusy extends Error {
  override readonly name = 'PasswordsBusy';
  readonly retryAfterMs = 2_000;
}

/** Hashing, on threads of its own, a few at a time, so that it takes neither all cores nor memory. */
export class Passwords {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** @param most how many are hashed at the same time */
  constructor(most = 2) {
    this.#most = most;
  }

  /** @throws {PasswordsBusy} */
  hash(password: string): Promise<string> {
    return this.#take(() => hash(password, COST));
  }

  /**
   * Whether the password belongs to the hash. With null, for somebody who is unknown or has no
   * password, it works as long and answers false: the time tells nothing.
   *
   * @throws {PasswordsBusy}
   */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const right = await this.#take(() => verify(passwordHash ?? NOBODY, password));
    return right && passwordHash !== null;
  }

  /** Whether the hash was made with another cost than today's. */
  isDated(passwordHash: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(passwordHash);
    const same =
      memoryCost === COST.memoryCost &&
      timeCost === COST.timeCost &&
      parallelism === COST.parallelism;
    return !same;
  }

  async #take<T>(run: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#most) {
      if (this.#waiting.length >= MOST_WAITING) throw new PasswordsBusy();
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await run();
    } finally {
      // The next one takes over this one's place.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
