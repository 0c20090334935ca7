import { writeSync } from 'node:fs';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';
import { dieAtStatement } from './statement-kill.ts';

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
dieAtStatement(Number(statement), side, () => counting);
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
