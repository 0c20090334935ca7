import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
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
  const bagas = await office.signedIn('bagas');
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
