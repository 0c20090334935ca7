import { expect } from 'vitest';
import { kinds } from '../../../../../shared/domain/registry.ts';
import { parts, type ImportReport } from '../tally.ts';
import type { Workplace } from './exported.ts';

/** Every line that was read became something, or was left out for a reason that is told. */
export function expectNothingLost(report: ImportReport): void {
  for (const part of parts) {
    const skipped = report.skipped.filter(({ of }) => of === part);
    const sum =
      report.imported[part] +
      report.already[part] +
      skipped.reduce((total, { count }) => total + count, 0);
    expect({ part, sum }).toEqual({ part, sum: report.read[part] });
  }
}

/** Every row fits the schema of its kind. */
export async function expectRowsValid(at: Workplace): Promise<void> {
  for (const { row } of await at.everything()) {
    const parsed = kinds[row.kind].schema.safeParse(row);
    expect(parsed.error?.issues ?? []).toEqual([]);
  }
}
