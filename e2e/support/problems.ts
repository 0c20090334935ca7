/** What a walk finds: each problem once, with the first screen that shows it. */
export class Problems {
  readonly #found = new Map<string, string>();

  add(screen: string, problems: readonly string[]): void {
    for (const one of problems) if (!this.#found.has(one)) this.#found.set(one, screen);
  }

  /** One line for each since it was asked last. */
  take(): string[] {
    const all = [...this.#found].map(([problem, screen]) => `${screen}: ${problem}`);
    this.#found.clear();
    return all;
  }
}
