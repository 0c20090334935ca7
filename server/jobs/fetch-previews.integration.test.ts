import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId, MessageId, OpId } from '../../shared/domain/ids.ts';
import { previewId, type Preview } from '../../shared/domain/kinds/preview.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope, orgScope } from '../../shared/domain/scope.ts';
import { sendArgs } from '../gateway/testing/test-client.ts';
import { TestRelay } from '../gateway/testing/test-relay.ts';
import type { Internet } from '../services/previews/ask-outside.ts';
import { getRow } from '../store/read-row.ts';

let relay: TestRelay;
let ayu: Actor;
let channelId: ChannelId;
const asked: string[] = [];

/** Every page of it says its own address. */
const internet: Internet = {
  resolve: async (host) => [host === 'dalam.id' ? '10.0.0.1' : '93.184.216.34'],
  async ask({ href }) {
    asked.push(href);
    async function* body() {
      yield Buffer.from(`<title>Halaman ${href}</title>`);
    }
    const headers = { 'content-type': 'text/html' };
    return { status: 200, headers, body: body(), close: () => {} };
  },
};

beforeEach(async () => {
  asked.length = 0;
  relay = await TestRelay.start({
    flags: ['--link-previews', 'true'],
    parts: { internet },
    seed: async (office) => {
      ayu = await office.person('Ayu', 'admin');
      channelId = await office.channel(ayu, 'umum');
    },
  });
});
afterEach(() => relay.end());

const preview = (messageId: string, place = 0): Promise<Preview | undefined> =>
  getRow(relay.office.store, channelScope(channelId), 'preview', previewId(messageId, place));
const patience = { timeout: 20_000 };

it('puts below a message what its pages say, and asks none of our own network', async () => {
  const client = await relay.as(ayu);
  const op = relay.office.op();
  const text = 'Lihat https://a.id/satu dan https://dalam.id dan `https://kode.id`';
  await client.run(op, 'message.send', sendArgs(channelId, text));
  await expect
    .poll(() => preview(op), patience)
    .toMatchObject({
      ...{ messageId: op, url: 'https://a.id/satu', title: 'Halaman https://a.id/satu' },
      ...{ site: 'a.id', text: '' },
    });
  expect(await preview(op, 1)).toBeUndefined();
  expect(asked).toEqual(['https://a.id/satu']);
});

it('is gone when it was taken away, and with its message, and does not come again', async () => {
  const client = await relay.as(ayu);
  const op: OpId = relay.office.op();
  const messageId = op as string as MessageId;
  await client.run(op, 'message.send', sendArgs(channelId, 'https://a.id'));
  await expect.poll(() => preview(op), patience).toBeDefined();
  const remove = { channelId, messageId, place: 0 };
  expect(await client.run(relay.office.op(), 'preview.remove', remove)).toMatchObject({ ok: true });
  expect(await preview(op)).toBeUndefined();
  const edit = { channelId, messageId, base: op, text: 'baru https://a.id' };
  await client.run(relay.office.op(), 'message.edit', edit);
  const last = relay.office.op();
  await client.run(last, 'message.send', sendArgs(channelId, 'https://b.id'));
  await expect.poll(() => preview(last), patience).toBeDefined();
  expect(await preview(op)).toBeUndefined();
  expect(asked).toEqual(['https://a.id/', 'https://b.id/']);
});

it('asks nobody where the workspace does not want it', async () => {
  const workspace = { kind: 'workspace', id: 'workspace', name: 'Nusa', createdAt: 1 } as const;
  await relay.office.put(orgScope, { ...workspace, policy: { linkPreviews: false } });
  const client = await relay.as(ayu);
  await client.run(relay.office.op(), 'message.send', sendArgs(channelId, 'https://a.id'));
  await relay.office.put(orgScope, { ...workspace, policy: { linkPreviews: true } });
  const last = relay.office.op();
  await client.run(last, 'message.send', sendArgs(channelId, 'https://b.id'));
  await expect.poll(() => preview(last), patience).toBeDefined();
  expect(asked).toEqual(['https://b.id/']);
});
