import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './scripts/browser.ts';

const executablePath = findBrowser();

/** Whole-system tests: a relay, a core and the page, in a browser that is on the machine already. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  // For the longest of them on a machine that has other things to do.
  timeout: 120_000,
  // Half as much again as in the slowest hours that were seen (24 minutes). What failed is told then.
  globalTimeout: 35 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 10_000,
    // Takes a picture at each key, which doubles the time: `--trace on` where something is sought.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: browserArguments(),
    },
  },
});
