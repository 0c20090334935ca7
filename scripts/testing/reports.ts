import { z } from 'zod';
import type { Tally } from './tally.ts';

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      name: z.string().optional(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string().optional(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Reads the report of Vitest's `json` reporter. A file that did not load counts as one failure. */
export function tallyOfVitest(report: unknown): Tally {
  const read = vitestReport.parse(report);
  const broken = read.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests + broken.length,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

/** A line for each failure, with what it said first: a long run has scrolled away by its end. */
export function failuresOfVitest(report: unknown): string[] {
  const tell = (where = '', said = ''): string => `${where}: ${said.split('\n', 1)[0]}`;
  return vitestReport.parse(report).testResults.flatMap((file) => {
    if (file.status !== 'failed') return [];
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return [tell(file.name, file.message)];
    return failed.map((test) => tell(test.fullName, test.failureMessages?.[0]));
  });
}

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** Reads the report of Playwright's `json` reporter. A test that passed at a second try failed. */
export function tallyOfPlaywright(report: unknown): Tally {
  const { errors, stats } = playwrightReport.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
