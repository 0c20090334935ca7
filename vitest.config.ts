import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', 'dist/**', 'e2e/**/*.spec.ts', '.tmp/**'];
const contract = '**/*.contract.test.ts';
const integration = '**/*.integration.test.ts';

/**
 * Three kinds of test by the end of their name: `x.test.ts` needs nothing but the code,
 * `x.contract.test.ts` runs one suite over every engine behind a port, and
 * `x.integration.test.ts` starts processes, sockets or a keychain.
 */
export default defineConfig({
  test: {
    // Two workers: the suites must be fast on two cores, and steady on more.
    maxWorkers: 2,
    setupFiles: ['shared/testing/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, contract, integration],
          // A guard against a test that hangs; a busy machine is no fault of the code.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'contract',
          include: [contract],
          exclude: never,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [integration],
          exclude: never,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
