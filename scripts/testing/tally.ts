/** How many tests of a part did what. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What a part of the run comes to. */
export interface Ran extends Tally {
  /** Each failure in a line, where its own report is long gone by at the end. */
  readonly failures?: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };
export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };

export const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** The last line of a run, which machines read: `12 passed, 0 failed`, `, 2 skipped` where any were. */
export const closingLine = (tally: Tally): string =>
  `${tally.passed} passed, ${tally.failed} failed` +
  (tally.skipped > 0 ? `, ${tally.skipped} skipped` : '');

/**
 * A run that ended badly has failed somewhere, also where no test of it says so (a crash, a file
 * that does not load, an unhandled rejection), and so has one that ran no test at all.
 */
export function judge(counted: Tally | undefined, exitCode: number | null): Tally {
  if (counted === undefined) return oneFailed;
  const empty = counted.passed + counted.failed + counted.skipped === 0;
  const silent = exitCode !== 0 && counted.failed === 0;
  return empty || silent ? add(counted, oneFailed) : counted;
}
