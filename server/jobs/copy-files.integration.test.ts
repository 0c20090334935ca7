import { existsSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId, MessageId, OpId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { TestRelay, tokenOf } from '../gateway/testing/test-relay.ts';
import { BlobFolder } from '../services/files/blob-folder.ts';
import { attachmentOf, FileClient, type Sample } from '../services/files/testing/file-client.ts';
import { getRow } from '../store/read-row.ts';

let relay: TestRelay;
let ayu: Actor;
let budi: Actor;
let eka: Actor;
let source: ChannelId;
let target: ChannelId;

beforeEach(async () => {
  relay = await TestRelay.start({
    seed: async (office) => {
      ayu = await office.person('Ayu', 'admin');
      budi = await office.person('Budi');
      eka = await office.person('Eka');
      source = await office.channel(ayu, 'umum', [budi]);
      target = await office.channel(ayu, 'gaji', [eka]);
    },
  });
});
afterEach(() => relay.end());

const as = (actor: Actor) => new FileClient(relay.url, tokenOf(actor));
const stateOf = async (id: string) =>
  (await getRow(relay.office.store, channelScope(target), 'file', id))?.state;
const patience = { timeout: 20_000 };

/** Budi has sent a picture. */
async function sent(): Promise<{ sample: Sample; messageId: MessageId }> {
  const create = { width: 90, height: 60, channels: 3, background: 'teal' } as const;
  const bytes = await sharp({ create }).png().toBuffer();
  const facts = { name: 'gudang.png', mediaType: 'image/png' };
  const sample = { ...facts, id: relay.office.op(), channelId: source, bytes };
  const op = relay.office.op();
  const words = { channelId: source, rootId: null, broadcast: false, text: '' };
  const args = { ...words, attachments: [attachmentOf(sample)] };
  expect(await (await relay.as(budi)).run(op, 'message.send', args)).toMatchObject({ ok: true });
  expect(await as(budi).send(sample)).toMatchObject({ status: 200 });
  return { sample, messageId: op as string as MessageId };
}

async function forward(messageId: MessageId, of: OpId): Promise<{ id: OpId; op: MessageId }> {
  const [id, op] = [relay.office.op(), relay.office.op()];
  const from = { channelId: source, messageId };
  const args = { channelId: target, from, text: '', files: [{ of, id }] };
  expect(await (await relay.as(ayu)).run(op, 'message.forward', args)).toMatchObject({ ok: true });
  return { id, op: op as string as MessageId };
}

it('gives a file that is handed on its bytes, for those who are where it went, and no others', async () => {
  const { sample, messageId } = await sent();
  const { id } = await forward(messageId, sample.id);
  await expect.poll(() => stateOf(id), patience).toBe('ready');
  const got = await as(eka).get(id);
  expect(Buffer.from(await got.arrayBuffer()).equals(sample.bytes)).toBe(true);
  expect((await as(eka).preview(id)).status).toBe(200);
  expect((await as(budi).get(id)).status).toBe(404);
  expect((await as(eka).get(sample.id)).status).toBe(404);
});

it('leaves each to its own message: the one stays when the other goes', async () => {
  const { sample, messageId } = await sent();
  const { id, op } = await forward(messageId, sample.id);
  await expect.poll(() => stateOf(id), patience).toBe('ready');
  const path = new BlobFolder(join(relay.folder, 'files'));
  await (
    await relay.as(budi)
  ).run(relay.office.op(), 'message.delete', { channelId: source, messageId });
  await expect.poll(() => existsSync(path.file(sample.id)), patience).toBe(false);
  const got = await as(eka).get(id);
  expect(Buffer.from(await got.arrayBuffer()).equals(sample.bytes)).toBe(true);
  const gone = { channelId: target, messageId: op };
  await (await relay.as(ayu)).run(relay.office.op(), 'message.delete', gone);
  await expect.poll(() => existsSync(path.file(id)), patience).toBe(false);
  expect(existsSync(path.preview(id))).toBe(false);
});

it('copies at the next start what a kill left out, and says so where there is nothing to copy', async () => {
  const { sample, messageId } = await sent();
  const lost = await sent();
  await new BlobFolder(join(relay.folder, 'files')).remove(lost.sample.id);
  await relay.stop();
  const [id, none] = [relay.office.op(), relay.office.op()];
  for (const [copy, one] of [
    [id, { of: sample.id, from: messageId }],
    [none, { of: lost.sample.id, from: lost.messageId }],
  ] as const) {
    const from = { channelId: source, messageId: one.from };
    const args = { channelId: target, from, text: '', files: [{ of: one.of, id: copy }] };
    const command = relay.office.command(ayu, 'message.forward', args);
    expect(await relay.office.run(command)).toMatchObject({ ok: true });
  }
  expect(await stateOf(id)).toBe('waiting');
  await relay.startAgain();
  await expect.poll(() => stateOf(id), patience).toBe('ready');
  await expect.poll(() => stateOf(none), patience).toBe('refused');
});

it('nobody sends other bytes in the name of what was handed on', async () => {
  const { sample, messageId } = await sent();
  const { id } = await forward(messageId, sample.id);
  const other = { ...sample, id, channelId: target, bytes: Buffer.from('lain') };
  expect((await as(ayu).begin(other)).body.code).toBe('file_taken');
});
