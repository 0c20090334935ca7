import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import { dies } from './dying-client.ts';
import { indexAtRest, wordsIn, wordsInPages } from './disk-words.ts';
import { Office } from './office.ts';
import { temporaryFolder } from '../../main/core/testing/folder.ts';

const kept = 'kapalkaramkept';
const edited = 'rahasiadapuredited';
const deleted = 'suratcintadeleted';
const drafted = 'rancanganbisudrafted';
const sought = 'dicarimalamsought';
const waiting = 'belumterkirimwaiting';
const lost = 'ruangtertutuplost';
const words = [kept, edited, deleted, drafted, sought, waiting, lost];

it('S11: no word of a killed client stands in any file, and what was deleted in no page either', async () => {
  const office = await Office.open(['ayu', 'bagas']);
  await office.promote('bagas');
  const bagas = await office.signedIn('bagas');
  // Otherwise an earlier text stands beside its message, for those who may look it up.
  await bagas.api.setCompany({ editHistory: false });
  const members = [office.id('ayu')];
  const place = async (name: string): Promise<string> => {
    const { op } = await bagas.api.createChannel({
      ...{ name, type: 'private', topic: '', userIds: members },
    });
    return op;
  };
  const channelId = await place('dermaga');
  const closed = await place('tertutup');
  for (let n = 0; n < 60; n++) await bagas.send(closed, `${lost} nomor ${n} `.repeat(10));
  const ayu = await office.signedIn('ayu');
  await ayu.until(async () => (await ayu.texts(closed)).length === 60);
  await ayu.close();

  const child = spawn(
    process.execPath,
    [
      'e2e/system/secretive-computer.ts',
      ...[ayu.dir, channelId, kept, edited, deleted, drafted, sought, waiting],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  child.stderr.on('data', (data: Buffer) => (log += data.toString()));
  const [, signal] = (await once(child, 'close')) as [unknown, string | null];
  expect(signal).toBe('SIGKILL');
  // Its log would be a file too.
  writeFileSync(join(ayu.dir, 'app.log'), log);
  expect(wordsIn(ayu.dir, words)).toEqual([]);

  // Put out of a channel, and tidied up as far as a usual day tidies.
  await ayu.reopen();
  await bagas.api.removeFromChannel({
    channelId: closed as ChannelId,
    userId: office.id('ayu'),
  });
  await ayu.until(async (api) => {
    const { state, waiting: unsent } = await api.connection({});
    return state === 'connected' && unsent === 0 && (await ayu.texts(closed)).length === 0;
  });
  await ayu.until(async () => (await ayu.texts(channelId)).some((text) => text.includes(waiting)));
  await ayu.api.setDraft({ channelId: channelId as ChannelId, rootId: null, text: '' });
  await ayu.until(async (api) => (await api.connection({})).waiting === 0);
  // The index is merged step by step, each after a moment's quiet.
  await ayu.until(async () => indexAtRest(ayu.dir));
  await ayu.close();
  expect(wordsIn(ayu.dir, words)).toEqual([]);
  expect(wordsInPages(ayu.dir, [edited, deleted, drafted, sought, lost])).toEqual([]);
  // The look into the pages sees what is there.
  expect(wordsInPages(ayu.dir, words).sort()).toEqual([kept, waiting].sort());
});

it('S11: nor does a word of a file that was attached or fetched, whole or in part', async () => {
  const office = await Office.open(['ayu', 'bagas']);
  const bagas = await office.signedIn('bagas');
  const { op } = await bagas.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [office.id('ayu')] },
  });
  const channelId = op as unknown as ChannelId;
  const [whole, half, sent] = ['gajiunduhwhole', 'kontrakseparuhhalf', 'slipterkirimsent'];
  const contentOf = (word: string, size: number) => Buffer.alloc(size, `${word} `);
  const given = async (word: string, size: number): Promise<string> => {
    const result = await bagas.files.attach(
      {
        ...{ channelId, rootId: null, name: `${word}.txt`, mediaType: 'text/plain' },
        ...{ size, width: null, height: null, durationMs: null },
      },
      (async function* () {
        yield contentOf(word, size);
      })(),
    );
    if (!result.ok) throw new Error(result.code);
    const { id } = result.value;
    const message = { channelId, rootId: null, broadcast: false, text: 'berkas', fileIds: [id] };
    await bagas.api.send(message);
    return id;
  };
  const files = [await given(whole, 200_000), await given(half, 3_000_000)];
  await bagas.until(async (api) => (await api.uploads({})).length === 0);
  const ayu = await office.signedIn('ayu');
  const filesHere = async (): Promise<string[]> => {
    const page = await ayu.api.messages({ channelId, at: { from: 'newest' }, limit: 50 });
    return page.messages.flatMap((message) => message.files.map(({ id }) => id));
  };
  await ayu.until(async () => (await filesHere()).length === 2);
  await ayu.close();

  await dies(ayu.dir, channelId, 'get', files[0]!, 'never');
  await dies(ayu.dir, channelId, 'get', files[1]!, 'piece:9');
  const source = join(temporaryFolder(), `${sent}.txt`);
  writeFileSync(source, contentOf(sent, 3_000_000));
  await dies(ayu.dir, channelId, 'send', source, 'upload:2:amid');
  const blobs = (): string[] =>
    readdirSync(join(ayu.dir, 'files')).filter((name) => /^[0-9a-f]{32}$/.test(name));
  // The one that was fetched, what was left of the other, and the one that was attached.
  expect(blobs().length).toBeGreaterThanOrEqual(2);
  expect(wordsIn(ayu.dir, [whole, half, sent])).toEqual([]);

  // Deleted: from the disk, and from every page of the cache.
  await ayu.reopen();
  await ayu.until(async (api) => {
    const { state, waiting: unsent } = await api.connection({});
    return state === 'connected' && unsent + (await api.uploads({})).length === 0;
  });
  const page = await ayu.api.messages({ channelId, at: { from: 'newest' }, limit: 50 });
  for (const { id, authorId, system } of page.messages) {
    const author = authorId === office.id('ayu') ? ayu : bagas;
    if (system === null) await author.api.remove({ channelId, messageId: id as MessageId });
  }
  await ayu.until(async () => (await filesHere()).length === 0);
  await expect.poll(blobs).toEqual([]);
  await ayu.until(async () => indexAtRest(ayu.dir));
  await ayu.close();
  expect(wordsInPages(ayu.dir, [whole, half, sent])).toEqual([]);
});

it('the search for words finds them in each of their forms', () => {
  const dir = temporaryFolder();
  const around = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${kept} and more`));
  const forms = [
    ...around,
    ...around.map((bytes) => Buffer.from(bytes.toString('base64'))),
    Buffer.from(kept, 'utf16le'),
  ];
  for (const [n, form] of forms.entries()) writeFileSync(join(dir, `file-${n}`), form);
  expect(wordsIn(dir, words)).toHaveLength(forms.length);
});
