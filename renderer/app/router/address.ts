/** Where the address is kept, and when there is time to write it. */
export interface AddressBar {
  read(): string;
  write(address: string, replace: boolean): void;
  /** Runs it once the next frame is painted. */
  later(run: () => void): void;
}

interface Step {
  readonly address: string;
  readonly replace: boolean;
}

/**
 * The page's address, true at once and written into the browser's history after the frame that
 * shows the place: to the browser an address is a visit, for which it takes the page's icon anew
 * and tells other processes, all of which would come before the paint.
 */
export class Address {
  readonly #bar: AddressBar;
  /** What is not written yet, oldest first. */
  #steps: Step[] = [];
  /** What stood in the bar before them. */
  #before = '';

  constructor(bar: AddressBar) {
    this.#bar = bar;
  }

  read(): string {
    const written = this.#bar.read();
    // Somebody has gone elsewhere by the bar meanwhile, which is the newer wish.
    if (this.#steps.length > 0 && written !== this.#before) this.#steps = [];
    return this.#steps.at(-1)?.address ?? written;
  }

  go(address: string, replace: boolean): void {
    // What somebody wrote into the bar meanwhile ends what waits.
    this.read();
    if (this.#steps.length === 0) {
      this.#before = this.#bar.read();
      this.#bar.later(() => this.flush());
    }
    this.#steps.push({ address, replace });
  }

  /** Writes what waits, each place a step that one can go back to. */
  flush(): void {
    this.read();
    const steps = this.#steps;
    this.#steps = [];
    for (const { address, replace } of steps) this.#bar.write(address, replace);
  }
}
