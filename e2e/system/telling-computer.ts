import { createNodeCore } from '../../main/entry/node-core.ts';

/** Opens a profile without a relay, tells how that went and what waits in it: telling-computer.ts DIR */
const core = await createNodeCore({
  ...{ dir: process.argv[2]!, version: 'test', allowInsecure: false, relayAddress: null },
  ...{ keyStore: 'file', log: () => undefined },
});
const { state, problem } = await core.handlers.session({});
const waiting =
  state === 'signed_in' ? (await core.handlers.outbox({})).map(({ text }) => text) : [];
process.stdout.write(`${JSON.stringify({ state, problem, waiting })}\n`);
await core.close();
process.exit(0);
