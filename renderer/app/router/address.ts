/** Where the address is kept, and when there is time to write it. */
export interface AddressBar {
  read(): string;
  write(address: string, replace: boolean): void;
  /** Runs it once somebody has stayed where they went; gives what forgets it. */
  later(run: () => void): () => void;
}

interface Step {
  readonly address: string;
  readonly replace: boolean;
}

/**
 * The page's address, true at once and written into the browser's history once somebody stays: to
 * the browser an address is a visit, for which it takes the page's icon anew and tells other
 * processes, all of which would hold up the next channel of somebody who only passes through. So
 * Back leads to where they read, not through each place on the way.
 */
export class Address {
  readonly #bar: AddressBar;
  /** What is not written yet. */
  #step: Step | null = null;
  /** What stood in the bar before it. */
  #before = '';
  #forget = (): void => undefined;

  constructor(bar: AddressBar) {
    this.#bar = bar;
  }

  read(): string {
    const written = this.#bar.read();
    // Somebody has gone elsewhere by the bar meanwhile, which is the newer wish.
    if (this.#step !== null && written !== this.#before) this.#step = null;
    return this.#step?.address ?? written;
  }

  go(address: string, replace: boolean): void {
    // What somebody wrote into the bar meanwhile ends what waits.
    this.read();
    this.#forget();
    if (this.#step === null) this.#before = this.#bar.read();
    // What waits was only passed through: what becomes of the place before it, it has said already.
    this.#step = { address, replace: this.#step?.replace ?? replace };
    this.#forget = this.#bar.later(() => this.flush());
  }

  /** Writes what waits, a step that one can go back from. */
  flush(): void {
    this.read();
    this.#forget();
    const step = this.#step;
    this.#step = null;
    if (step !== null && step.address !== this.#before) this.#bar.write(step.address, step.replace);
  }
}
