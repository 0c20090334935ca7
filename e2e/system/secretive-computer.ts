import { writeSync } from 'node:fs';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';

/**
 * A client that writes known words in every way that there is, and kills itself in the midst of
 * it, for the test that looks for the words on the disk:
 *
 *   secretive-computer.ts DIR CHANNEL KEPT EDITED DELETED DRAFTED SOUGHT WAITING
 */
const [dir, channel, kept, edited, deleted, drafted, sought, waiting] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const channelId = channel as ChannelId;
const core = await createNodeCore({
  ...{ dir, version: 'test', allowInsecure: false, relayAddress: null, keyStore: 'file' },
  log: (message, detail) => writeSync(2, `${message} ${JSON.stringify(detail ?? {})}\n`),
});
const { handlers: api } = core;

const settled = (): Promise<void> =>
  new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const { state, waiting: unsent } = await api.connection({});
      if (state !== 'connected' || unsent > 0) return;
      stop();
      clearInterval(timer);
      resolve();
    };
    const stop = core.onTopics(() => void look());
    const timer = setInterval(() => void look(), 500);
  });
const send = async (word: string): Promise<MessageId> => {
  const text = `${word} `.repeat(40);
  const { op } = await api.send({ channelId, rootId: null, broadcast: false, text });
  return op as unknown as MessageId;
};

await send(kept);
const first = await send(edited);
const second = await send(deleted);
await settled();
await api.edit({ channelId, messageId: first, base: first, text: 'sesuatu yang lain' });
await api.remove({ channelId, messageId: second });
await api.setDraft({ channelId, rootId: null, text: drafted });
await settled();
await api.search({ query: sought, channelId: null, after: null, limit: 5 });
await send(waiting);
process.kill(process.pid, 'SIGKILL');
