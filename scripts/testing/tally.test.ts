import { describe, expect, it } from 'vitest';
import { failuresOfVitest, tallyOfPlaywright, tallyOfVitest } from './reports.ts';
import { add, closingLine, judge, nothing, onePassed } from './tally.ts';
import { stepsOf, steps } from './steps.ts';

describe('the closing line', () => {
  it('says how many passed and failed, and skipped where any were', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
  });

  it('adds up', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(add(add(nothing, one), onePassed)).toEqual({ passed: 2, failed: 2, skipped: 3 });
  });
});

describe('a run', () => {
  const passed = { passed: 3, failed: 0, skipped: 1 };

  it('is what its report says, where its exit says the same', () => {
    expect(judge(passed, 0)).toEqual(passed);
    const failed = { passed: 3, failed: 2, skipped: 0 };
    expect(judge(failed, 1)).toEqual(failed);
  });

  it('failed where it ended badly though no test says so', () => {
    expect(judge(passed, 1).failed).toBe(1);
    expect(judge(passed, null).failed).toBe(1);
  });

  it('failed where it left no report, or ran no test', () => {
    expect(judge(undefined, 0).failed).toBe(1);
    expect(judge(nothing, 0).failed).toBe(1);
  });

  it('has not failed where all of it was skipped', () => {
    expect(judge({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(0);
  });
});

describe('reports', () => {
  it('Vitest: a file that does not load is a failure', () => {
    const tally = tallyOfVitest({
      numPassedTests: 2,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
      ],
    });
    expect(tally).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  it('Playwright: a second try does not make good the first', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 6 };
    expect(tallyOfPlaywright({ errors: [{}], stats })).toEqual({
      passed: 5,
      failed: 3,
      skipped: 6,
    });
  });

  it('name each failure and what it said first', () => {
    const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
    const test = { status: 'failed', fullName: 'S4: asks', failureMessages: ['is 3\nat a.ts'] };
    const good = { status: 'passed', fullName: 'S5: keeps', failureMessages: [] };
    const testResults = [
      { status: 'failed', name: 'a.test.ts', assertionResults: [test, good] },
      { status: 'failed', name: 'b.test.ts', message: 'no file', assertionResults: [] },
      { status: 'passed', name: 'c.test.ts', assertionResults: [good] },
    ];
    const told = failuresOfVitest({ ...counts, testResults });
    expect(told).toEqual(['S4: asks: is 3', 'b.test.ts: no file']);
  });

  it('are refused in another shape', () => {
    expect(() => tallyOfVitest({ tests: 3 })).toThrow('numPassedTests');
    expect(() => tallyOfPlaywright({})).toThrow('stats');
  });
});

describe('the parts of a run', () => {
  const names = (...wanted: string[]) => stepsOf(wanted)?.map((step) => step.name);

  it('are all, a group, or those that are named, in their own order', () => {
    expect(stepsOf([])).toBe(steps);
    expect(names('check')).toEqual(['format', 'lint', 'types', 'imports', 'dead-code']);
    expect(names('unit', 'types')).toEqual(['types', 'unit']);
  });

  it('build before they drive a browser', () => {
    expect(names('e2e')).toEqual(['build', 'e2e']);
  });

  it('are told from unknown words', () => {
    expect(names('unit', 'everything')).toBeUndefined();
  });
});
