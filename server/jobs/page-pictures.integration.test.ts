import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import { previewId } from '../../shared/domain/kinds/preview.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope, orgScope, registryScope } from '../../shared/domain/scope.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { sendArgs } from '../gateway/testing/test-client.ts';
import { TestRelay, tokenOf } from '../gateway/testing/test-relay.ts';
import { FileClient } from '../services/files/testing/file-client.ts';
import type { Internet } from '../services/previews/ask-outside.ts';
import { getRow } from '../store/read-row.ts';

let relay: TestRelay;
let ayu: Actor;
let budi: Actor;
let eka: Actor;
let channelId: ChannelId;
/** What is at `https://gambar.id/p`, and what its server calls that. */
let picture: Buffer;
let called: string;

const photo = () =>
  sharp({ create: { width: 1_200, height: 630, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Make: 'Balai', Copyright: 'rahasia' } })
    .jpeg()
    .toBuffer();

/** Pages whose pictures are elsewhere, and where those lead. */
const internet: Internet = {
  resolve: async (host) => [host === 'dalam.id' ? '10.0.0.1' : '93.184.216.34'],
  async ask({ href, hostname }) {
    const isPicture = href.endsWith('/p');
    const of = hostname === 'a.id' ? 'gambar.id' : hostname.replace('www.', '');
    const page = `<title>Halaman</title><meta property="og:image" content="https://${of}/p">
      <meta property="og:image:alt" content="Sebuah truk">`;
    async function* body() {
      yield isPicture ? picture : Buffer.from(page);
    }
    const location = href === 'https://pindah.id/p' ? 'http://dalam.id/p' : undefined;
    const type = isPicture ? called : 'text/html';
    return {
      ...{ status: location === undefined ? 200 : 302, body: body(), close: () => {} },
      headers: { 'content-type': type, location },
    };
  },
};

beforeEach(async () => {
  [picture, called] = [await photo(), 'image/jpeg'];
  relay = await TestRelay.start({
    flags: ['--link-previews', 'true'],
    parts: { internet },
    seed: async (office) => {
      ayu = await office.person('Ayu', 'admin');
      budi = await office.person('Budi');
      eka = await office.person('Eka');
      channelId = await office.channel(ayu, 'umum', [budi]);
    },
  });
});
afterEach(() => relay.end());

const patience = { timeout: 20_000 };
const preview = (messageId: string, place = 0) =>
  getRow(relay.office.store, channelScope(channelId), 'preview', previewId(messageId, place));
const upload = (id: string) => getRow(relay.office.store, registryScope, 'upload', id);
const as = (actor: Actor) => new FileClient(relay.url, tokenOf(actor));
const kept = (): string[] => {
  const folder = join(relay.folder, 'files');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => readdirSync(join(folder, name)));
};

/** Ayu says this; its preview, once it is there. */
async function said(text: string) {
  const client = await relay.as(ayu);
  const op = relay.office.op();
  await client.run(op, 'message.send', sendArgs(channelId, text));
  await expect.poll(() => preview(op), patience).toBeDefined();
  return { client, op, messageId: op as string as MessageId, row: (await preview(op))! };
}

async function pictured() {
  const on = await said('Lihat https://a.id');
  const fileId = on.row.picture?.fileId ?? '';
  expect(on.row.picture).toEqual({ fileId, alt: 'Sebuah truk' });
  return { ...on, fileId };
}

describe('the picture of a linked page', () => {
  it('is a small one, drawn anew, and tells nothing of what it was made of', async () => {
    const { fileId, messageId } = await pictured();
    const answer = await as(budi).get(fileId);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { format, width, height, exif } = await sharp(bytes).metadata();
    expect({ format, width, height, exif }).toEqual({
      ...{ format: 'webp', width: limits.pagePicturePixels, height: 168, exif: undefined },
    });
    const file = await getRow(relay.office.store, channelScope(channelId), 'file', fileId);
    expect(file).toMatchObject({
      ...{ messageId, ofPage: true, state: 'ready', size: bytes.length, width, height },
    });
    // Nothing of what came is left beside it.
    expect(kept()).toEqual([fileId]);
  });

  it('can be fetched by those in the channel alone', async () => {
    const { fileId } = await pictured();
    expect((await as(ayu).get(fileId)).status).toBe(200);
    expect((await as(eka).get(fileId)).status).toBe(404);
    expect((await new FileClient(relay.url, 'nobody').get(fileId)).status).toBe(401);
    const eviction = { channelId, userId: budi.userId };
    const client = await relay.as(ayu);
    await client.run(relay.office.op(), 'channel.remove', eviction);
    expect((await as(budi).get(fileId)).status).toBe(404);
  });

  it('cannot be taken over, nor given up', async () => {
    const { fileId, client } = await pictured();
    const mine = { type: 'file', id: fileId, name: 'a.webp', mediaType: 'image/webp', size: 9 };
    const args = { ...sendArgs(channelId, 'ini'), attachments: [mine] };
    expect(await client.run(relay.office.op(), 'message.send', args as never)).toMatchObject({
      ...{ ok: false, refusal: { code: 'file_taken' } },
    });
    expect((await as(ayu).giveUp(fileId)).status).toBe(404);
    expect((await as(ayu).get(fileId)).status).toBe(200);
  });

  const ends: [what: string, name: string, args: (messageId: MessageId) => object][] = [
    ['its message', 'message.delete', () => ({})],
    ['its preview', 'preview.remove', () => ({ place: 0 })],
    ['its link', 'message.edit', (base) => ({ base, text: 'tanpa' })],
  ];
  it.each(ends)('goes with %s, and its bytes too', async (_what, name, more) => {
    const { client, messageId, fileId } = await pictured();
    const args = { channelId, messageId, ...more(messageId) };
    expect(await client.run(relay.office.op(), name as never, args as never)).toMatchObject({
      ok: true,
    });
    await expect.poll(kept, patience).toEqual([]);
    await expect.poll(() => upload(fileId), patience).toBeUndefined();
    expect(await preview(messageId)).toBeUndefined();
    expect((await as(ayu).get(fileId)).status).toBe(404);
  });
});

describe('a page whose picture cannot be used has its words alone', () => {
  const expectWords = async (text: string): Promise<void> => {
    const { row } = await said(text);
    expect(row).toMatchObject({ title: 'Halaman' });
    expect(row.picture).toBeUndefined();
    expect(kept()).toEqual([]);
  };
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"></svg>';
  const canvas = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: 'teal' } });

  it.each([
    ['a page that calls itself a picture', 'image/png', () => Buffer.from('<html><script>')],
    ['an SVG', 'image/svg+xml', () => Buffer.from(svg)],
    ['an SVG that calls itself a PNG', 'image/png', () => Buffer.from(svg)],
    ['a document', 'image/png', () => Buffer.from('%PDF-1.4\n%%EOF')],
    ['half a picture', 'image/jpeg', async () => (await photo()).subarray(0, 900)],
    ['one that counts visitors', 'image/png', () => canvas(1, 1).png().toBuffer()],
    ['a line', 'image/png', () => canvas(900, 4).png().toBuffer()],
  ])('%s', async (_what, type, make) => {
    [picture, called] = [await make(), type];
    await expectWords('Lihat https://a.id');
  });

  it('what calls itself something else, and is a picture, is one', async () => {
    called = 'text/html';
    expect((await pictured()).fileId).not.toBe('');
  });

  it.each(['dalam.id', 'pindah.id'])('one in our own network: %s', async (host) => {
    await expectWords(`Lihat https://www.${host}`);
  });

  it('one of a kind that the company does not take', async () => {
    await relay.office.put(orgScope, {
      ...{ kind: 'workspace', id: 'workspace', name: 'Nusa', createdAt: 1 },
      policy: { blockedFileTypes: ['jpg'] },
    });
    await expectWords('Lihat https://a.id');
  });
});
