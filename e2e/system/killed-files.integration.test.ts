import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../main/core/testing/folder.ts';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { dies, said } from './dying-client.ts';
import { Office, type Computer } from './office.ts';

/** `BALAI_FILE_KILLS` asks for more. */
const KILLS = Number(process.env['BALAI_FILE_KILLS'] ?? 5);
/** Bytes of a file, and of the pieces in which the client sends and reads it. */
const SIZE = 4 * 1024 * 1024;
const SENT_PIECES = SIZE / (1024 * 1024);
const random = new SeededRandom(64);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const blobsOf = (computer: Computer): string[] =>
  readdirSync(join(computer.dir, 'files')).filter((name) => /^[0-9a-f]{32}$/.test(name));

const messagesIn = async (computer: Computer, channelId: string) => {
  const { messages } = await computer.api.messages({
    channelId: channelId as ChannelId,
    at: { from: 'newest' },
    limit: 400,
  });
  return messages.filter((message) => message.system === null);
};

async function fetched(computer: Computer, channelId: string, fileId: string): Promise<Buffer> {
  const { status, body } = await computer.files.serve({
    ...{ channelId, fileId, part: 'original', use: 'show', range: null },
  });
  expect(status).toBe(200);
  const pieces: Uint8Array[] = [];
  for await (const piece of body!) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function harbour() {
  const office = await Office.open(['ayu', 'bagas'], ['--rate-per-second', '0']);
  const ayu = await office.signedIn('ayu');
  const { op: channelId } = await ayu.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [office.id('bagas')] },
  });
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  const bagas = await office.signedIn('bagas');
  return { office, ayu, bagas, channelId };
}

/** Where the nth kill falls: in the copy, between two statements, or around a piece on its way. */
function deathOf(round: number): string {
  if (round % 5 === 3) return `piece:${1 + random.int(SIZE / (64 * 1024))}`;
  if (round % 5 === 4) return `statement:${1 + random.int(40)}:${random.pick(['before', 'after'])}`;
  return `upload:${2 + random.int(SENT_PIECES - 1)}:${['amid', 'after', 'before'][round % 5]}`;
}

it(`S7: ${KILLS} kills of a client that attaches, sends and uploads lose nothing, double nothing, and go on where they were`, async () => {
  const { ayu, bagas, channelId } = await harbour();
  await ayu.close();
  const source = temporaryFolder();
  const hashes = new Map<string, string>();
  const told: string[] = [];
  const attached: string[] = [];
  /** What the relay has said it keeps, by file. */
  const kept = new Map<string, number>();
  let resumed = 0;
  const sentAgain: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const name = `muatan-${round}`;
    const bytes = Buffer.from(new SeededRandom(round).bytes(1024));
    const path = join(source, name);
    writeFileSync(path, Buffer.alloc(SIZE, bytes));
    hashes.set(name, sha256(Buffer.alloc(SIZE, bytes)));
    const lines = await dies(ayu.dir, channelId, 'send', path, deathOf(round));
    told.push(...said(lines, 'told'));
    attached.push(...said(lines, 'attached'));
    const begun = new Set<string>();
    for (const [word, id = '', offset] of lines) {
      if (word === 'from' && !begun.has(id)) {
        begun.add(id);
        const before = kept.get(id);
        if (before !== undefined) resumed++;
        if (Number(offset) < (before ?? 0)) sentAgain.push(`${name}: ${id} from ${offset}`);
      }
      if (word === 'kept') kept.set(id, Number(offset));
    }
  }
  expect(resumed).toBeGreaterThan(0);
  // Not a byte that the relay had told of is sent again.
  expect(sentAgain).toEqual([]);

  await ayu.reopen();
  await ayu.until(async (api) => {
    const { state, waiting, refused, syncing } = await api.connection({});
    const moving = (await api.uploads({})).filter((one) => one.state !== 'done');
    return state === 'connected' && waiting + refused + moving.length === 0 && syncing === null;
  });
  const sent = (await messagesIn(ayu, channelId)).map(({ text }) => text);
  await bagas.until(async () => {
    const messages = await messagesIn(bagas, channelId);
    const ready = messages.every(({ files }) => files.every(({ state }) => state === 'ready'));
    return messages.length === sent.length && ready;
  });
  const heard = await messagesIn(bagas, channelId);
  expect(heard.map(({ text }) => text)).toEqual(sent);
  expect(told.filter((text) => !sent.includes(text))).toEqual([]);
  // Once each, with its own file and no other.
  expect(new Set(heard.map(({ text }) => text)).size).toBe(heard.length);
  for (const { text, files } of heard) {
    expect(files.map(({ name }) => name)).toEqual([text]);
    expect(sha256(await fetched(bagas, channelId, files[0]!.id))).toBe(hashes.get(text));
  }
  // What was attached stands in a message, or is still in the draft.
  const drafted = await ayu.api.attached({ channelId: channelId as ChannelId, rootId: null });
  const places = [...heard.flatMap(({ files }) => files), ...drafted].map(({ id }) => id);
  expect(attached.filter((id) => !places.includes(id))).toEqual([]);
  expect(new Set(places).size).toBe(places.length);
  // Nothing of a copy that a kill cut short stays on the disk.
  expect(blobsOf(ayu)).toHaveLength(places.length);
}, 240_000);

it(`S14: ${KILLS} kills of a client that fetches a file leave it whole or not at all, and once`, async () => {
  const { ayu, bagas, channelId } = await harbour();
  const bytes = Buffer.alloc(SIZE, Buffer.from(random.bytes(1024)));
  const result = await ayu.files.attach(
    {
      ...{ channelId: channelId as ChannelId, rootId: null, name: 'muatan' },
      ...{ mediaType: 'application/octet-stream', size: null },
      ...{ width: null, height: null, durationMs: null },
    },
    (async function* () {
      yield bytes;
    })(),
  );
  if (!result.ok) throw new Error(result.code);
  const fileId = result.value.id;
  const message = { rootId: null, broadcast: false, text: 'muatan', fileIds: [fileId] };
  await ayu.api.send({ ...message, channelId: channelId as ChannelId });
  await bagas.until(async () =>
    (await messagesIn(bagas, channelId)).some(({ files }) => files[0]?.state === 'ready'),
  );
  await bagas.close();
  for (let round = 0; round < KILLS; round++) {
    const death =
      round % 2 === 0
        ? `piece:${1 + random.int(50)}`
        : `statement:${1 + random.int(40)}:${random.pick(['before', 'after'])}`;
    const lines = await dies(bagas.dir, channelId, 'get', fileId, death);
    const got = said(lines, 'got').map(Number);
    expect(got.at(-1) ?? 0).toBeLessThanOrEqual(SIZE);
  }
  await bagas.reopen();
  await bagas.until(async (api) => (await api.connection({})).state === 'connected');
  expect(blobsOf(bagas).length).toBeLessThanOrEqual(1);
  expect((await fetched(bagas, channelId, fileId)).equals(bytes)).toBe(true);
  expect(blobsOf(bagas)).toHaveLength(1);
  // From here on it is read from this computer.
  await ayu.close();
  expect((await fetched(bagas, channelId, fileId)).equals(bytes)).toBe(true);
}, 240_000);
