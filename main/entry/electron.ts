import * as electron from 'electron';
import { startApp } from '../shell/app.ts';
import { readPolicy } from '../shell/policy/policies.ts';
import { policySources, thisMachine } from '../shell/policy/sources.ts';
import { nodeClock } from './node-clock.ts';

/** The program that Electron starts: the real Electron, clock and policies, put together. */
const log = (message: string, detail: Record<string, unknown> = {}): void => {
  process.stderr.write(`${JSON.stringify({ time: Date.now(), message, ...detail })}\n`);
};

startApp({
  electron,
  clock: nodeClock,
  policy: readPolicy(policySources(thisMachine), (name) =>
    log('a policy has a value of the wrong type and is passed over', { name }),
  ),
  platform: process.platform,
  argv: process.argv,
  folder: electron.app.getAppPath(),
  log,
});
