import { createReadStream, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';
import { die, dieAtStatement } from './statement-kill.ts';

/**
 * A client that attaches and sends a file, or fetches one, until it dies, for the tests that kill
 * it:
 *
 *   file-computer.ts DIR CHANNEL send PATH DEATH     its text is the file's name
 *   file-computer.ts DIR CHANNEL get FILE DEATH
 *
 * DEATH: `statement:12:before` or `:after`, counted from where it begins; `piece:3` of the bytes
 * that it reads; `upload:4:before`, `:amid` or `:after` the fourth piece that goes to the relay;
 * or `never`: somebody else kills it.
 *
 * What it says: `attached ID`, `told TEXT` once its message is written, `from ID OFFSET` and `kept ID OFFSET`
 * before and after each piece that goes to the relay, `got BYTES` of what it fetches, `end`.
 */
const [dir, channel, task, what, death] = process.argv.slice(2) as [
  string,
  string,
  'send' | 'get',
  string,
  string,
];
const [cause, count = '0', side = ''] = death.split(':');
const channelId = channel as ChannelId;
const say = (line: string): void => void writeSync(1, `${line}\n`);

let begun = false;
if (cause === 'statement') {
  dieAtStatement(Number(count), side === 'before' ? 'before' : 'after', () => begun);
}

let uploads = 0;
const fetchIt = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  if (init?.method !== 'PATCH') return fetchIt(input, init);
  const last = begun && cause === 'upload' && ++uploads === Number(count);
  if (last && side === 'before') die();
  const id = new URL(input instanceof Request ? input.url : input).pathname.split('/').at(-1)!;
  const offset = Number(new Headers(init.headers).get('upload-offset'));
  say(`from ${id} ${offset}`);
  const sending = fetchIt(input, init);
  if (last && side === 'amid') setTimeout(die, 3);
  const answer = await sending;
  if (last) die();
  if (answer.ok) say(`kept ${id} ${offset + (init.body as Uint8Array).byteLength}`);
  return answer;
};

async function* counted(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let pieces = 0;
  for await (const piece of bytes) {
    if (cause === 'piece' && ++pieces === Number(count)) die();
    yield piece;
  }
}

const core = await createNodeCore({
  ...{ dir, version: 'test', allowInsecure: false, relayAddress: null, keyStore: 'file' },
  log: (message, detail) => writeSync(2, `${message} ${JSON.stringify(detail ?? {})}\n`),
});
begun = true;
if (task === 'send') {
  const name = basename(what);
  const result = await core.files.attach(
    {
      ...{ channelId, rootId: null, name, mediaType: 'application/octet-stream' },
      ...{ size: null, width: null, height: null, durationMs: null },
    },
    counted(createReadStream(what)),
  );
  if (!result.ok) throw new Error(result.code);
  const { id } = result.value;
  say(`attached ${id}`);
  const message = { channelId, rootId: null, broadcast: false, text: name, fileIds: [id] };
  await core.handlers.send(message);
  say(`told ${name}`);
} else {
  const { status, body } = await core.files.serve({
    ...{ channelId, fileId: what, part: 'original', use: 'show', range: null },
  });
  if (status !== 200 || body === null) throw new Error(`the core answered ${status}`);
  let got = 0;
  for await (const piece of counted(body)) {
    got += piece.byteLength;
    say(`got ${got}`);
  }
  say('end');
}
// Until somebody kills it: what is on its way goes on.
setInterval(() => undefined, 60_000);
