import Database from 'better-sqlite3';
import { writeSync } from 'node:fs';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';

/**
 * A client that writes message after message until it dies, for the tests that kill it. It says
 * each one whose `send` has resolved, and kills itself at the statement that it was given:
 *
 *   sending-computer.ts DIR CHANNEL PREFIX STATEMENT before|after
 *
 * STATEMENT counts from the first message on, BEGIN and COMMIT included; 0: somebody else kills it.
 */
const [dir, channelId, prefix, statement, side] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  'before' | 'after',
];

let counting = false;
let ran = 0;
const die = (): void => void process.kill(process.pid, 'SIGKILL');

/** Every statement of better-sqlite3 goes through these, those of its transactions too. */
function watch(): void {
  const probe = new Database(':memory:');
  const prototype = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<
    'run' | 'get' | 'all',
    (this: unknown, ...args: unknown[]) => unknown
  >;
  probe.close();
  for (const name of ['run', 'get', 'all'] as const) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      const last = counting && ++ran === Number(statement);
      if (last && side === 'before') die();
      const result = original.apply(this, args);
      if (last) die();
      return result;
    };
  }
}

watch();
const core = await createNodeCore({
  ...{ dir, version: 'test', allowInsecure: false, relayAddress: null, keyStore: 'file' },
  log: () => undefined,
});
writeSync(1, 'open\n');
counting = true;
for (let n = 0; ; n++) {
  const text = `${prefix}-${n}`;
  await core.handlers.send({
    channelId: channelId as ChannelId,
    rootId: null,
    broadcast: false,
    text,
  });
  writeSync(1, `${text}\n`);
  // What came from the relay meanwhile is taken in, as in a window with a person before it.
  await new Promise((resolve) => setImmediate(resolve));
}
