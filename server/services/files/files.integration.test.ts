import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelScope, orgScope, registryScope } from '../../../shared/domain/scope.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { TestRelay, tokenOf } from '../../gateway/testing/test-relay.ts';
import { getRow } from '../../store/read-row.ts';
import { attachmentOf, FileClient, type Sample } from './testing/file-client.ts';

let relay: TestRelay;
let ayu: Actor;
let budi: Actor;
let eka: Actor;
let channelId: ChannelId;

beforeEach(async () => {
  relay = await TestRelay.start({
    seed: async (office) => {
      ayu = await office.person('Ayu', 'admin');
      budi = await office.person('Budi');
      eka = await office.person('Eka');
      channelId = await office.channel(ayu, 'umum', [budi]);
    },
  });
});
afterEach(() => relay.end());

const as = (actor: Actor) => new FileClient(relay.url, tokenOf(actor));
const sample = (bytes: Uint8Array | string, change: Partial<Sample> = {}): Sample => ({
  ...{ id: relay.office.op(), channelId, name: 'surat.txt', mediaType: 'text/plain' },
  bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  ...change,
});
async function send(actor: Actor, ...samples: Sample[]): Promise<MessageId> {
  const client = await relay.as(actor);
  const op = relay.office.op();
  const args = { channelId, rootId: null, broadcast: false, text: '' };
  const outcome = await client.run(op, 'message.send', {
    ...args,
    attachments: samples.map(attachmentOf),
  });
  expect(outcome).toMatchObject({ ok: true });
  return op as string as MessageId;
}
const fileRow = (id: string) => getRow(relay.office.store, channelScope(channelId), 'file', id);
const uploadRow = (id: string) => getRow(relay.office.store, registryScope, 'upload', id);
const folder = () => join(relay.folder, 'files');
const kept = (): string[] =>
  existsSync(folder())
    ? readdirSync(folder()).flatMap((name) => readdirSync(join(folder(), name)))
    : [];
const setPolicy = async (policy: object) =>
  relay.office.put(orgScope, {
    ...{ kind: 'workspace', id: 'workspace', name: 'Nusa', createdAt: 1, policy },
  });

describe('the bytes of a file', () => {
  it('make the file of a message ready, with what it is, and go to its readers as they came', async () => {
    const photo = await sharp({
      create: { width: 900, height: 600, channels: 3, background: 'teal' },
    })
      .png()
      .toBuffer();
    const file = sample(photo, { name: 'gudang "baru" é.png', mediaType: 'text/html' });
    await send(ayu, file);
    expect(await fileRow(file.id)).toMatchObject({ state: 'waiting', mediaType: 'text/html' });
    expect((await as(budi).get(file.id)).status).toBe(404);
    expect(await as(ayu).send(file, 1_000)).toEqual({
      ...{ status: 200, body: { offset: photo.length, state: 'done' } },
    });
    expect(await fileRow(file.id)).toMatchObject({
      ...{ state: 'ready', mediaType: 'image/png', size: photo.length },
      ...{ width: 900, height: 600, preview: { width: 720, height: 480 } },
    });
    const got = await as(budi).get(file.id);
    expect(Buffer.from(await got.arrayBuffer()).equals(photo)).toBe(true);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
      'content-disposition': "attachment; filename*=UTF-8''gudang%20%22baru%22%20%C3%A9.png",
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const preview = await as(budi).preview(file.id);
    expect(preview.headers.get('content-type')).toBe('image/webp');
    expect(await sharp(await preview.arrayBuffer()).metadata()).toMatchObject({ width: 720 });
  });

  it('may come before the message', async () => {
    const file = sample('Halo');
    expect((await as(ayu).send(file)).body.state).toBe('done');
    expect((await as(ayu).get(file.id)).status).toBe(200);
    expect((await as(budi).get(file.id)).status).toBe(404);
    await send(ayu, file);
    expect(await fileRow(file.id)).toMatchObject({ state: 'ready', size: 4 });
    expect(await (await as(budi).get(file.id)).text()).toBe('Halo');
  });

  it('may be none', async () => {
    const file = sample('');
    await send(ayu, file);
    expect(await as(ayu).send(file)).toMatchObject({ body: { offset: 0, state: 'done' } });
    expect(await (await as(budi).get(file.id)).text()).toBe('');
  });

  it('go on where the relay says, whatever was asked before', async () => {
    const file = sample('0123456789');
    const client = as(ayu);
    await client.begin(file);
    expect(await client.piece(file.id, 0, file.bytes.subarray(0, 4))).toMatchObject({
      body: { offset: 4, state: 'open' },
    });
    for (const wrong of [0, 3, 5, 10, 1_000]) {
      expect(await client.piece(file.id, wrong, file.bytes.subarray(4))).toMatchObject({
        ...{ status: 409, body: { code: 'offset', offset: 4 } },
      });
    }
    expect((await client.begin(file)).body).toEqual({ offset: 4, state: 'open' });
    expect((await client.piece(file.id, 4, file.bytes.subarray(4))).body.state).toBe('done');
    // What is done stays done, also where its answer was lost.
    expect((await client.piece(file.id, 4, file.bytes.subarray(4))).body.state).toBe('done');
    expect((await client.begin(file)).body).toEqual({ offset: 10, state: 'done' });
  });

  it('damaged: begin again where they are not what was announced', async () => {
    const file = sample('0123456789');
    await send(ayu, file);
    const client = as(ayu);
    await client.begin(file);
    expect(await client.piece(file.id, 0, Buffer.from('012345678X'))).toMatchObject({
      ...{ status: 422, body: { code: 'damaged', offset: 0 } },
    });
    expect(await fileRow(file.id)).toMatchObject({ state: 'waiting' });
    expect((await client.send(file)).body.state).toBe('done');
    expect(await (await client.get(file.id)).text()).toBe('0123456789');
  });

  it('are no more than were announced, and no more at once than a piece may have', async () => {
    const file = sample('0123456789');
    const client = as(ayu);
    await client.begin(file);
    expect((await client.piece(file.id, 0, Buffer.alloc(11))).body.code).toBe('invalid');
    expect((await client.piece(file.id, 0, Buffer.alloc(limits.pieceBytes + 1))).status).toBe(413);
    expect((await client.send(file)).body.state).toBe('done');
  });

  it('of two requests at once the newer one goes on', async () => {
    const file = sample(Buffer.alloc(3_000_000, 'ab'));
    await send(ayu, file);
    const client = as(ayu);
    await client.begin(file);
    // Those before it are cut off, or find that it was quicker.
    const piece = () => client.piece(file.id, 0, file.bytes).catch(() => ({ status: 0 }));
    const all = await Promise.all([piece(), piece(), piece()]);
    expect(all.every(({ status }) => [0, 200, 409, 503].includes(status))).toBe(true);
    expect((await client.send(file)).body.state).toBe('done');
    const got = await as(budi).get(file.id);
    expect(got.status).toBe(200);
    const bytes = Buffer.from(await got.arrayBuffer());
    expect([bytes.length, bytes.equals(file.bytes)]).toEqual([file.bytes.length, true]);
  });

  it('are read in ranges, and not again where they are known', async () => {
    const file = sample('0123456789');
    await send(ayu, file);
    await as(ayu).send(file);
    const part = await as(budi).get(file.id, { range: 'bytes=2-4' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 2-4/10']);
    expect(await part.text()).toBe('234');
    expect((await as(budi).get(file.id, { range: 'bytes=10-' })).status).toBe(416);
    const etag = part.headers.get('etag')!;
    expect((await as(budi).get(file.id, { 'if-none-match': etag })).status).toBe(304);
    const other = { range: 'bytes=2-4', 'if-range': '"other"' };
    expect((await as(budi).get(file.id, other)).status).toBe(200);
  });
});

describe('who', () => {
  it('S11: reads a file is in its channel now; nobody else learns that it is there', async () => {
    const file = sample('rahasia');
    await send(ayu, file);
    await as(ayu).send(file);
    const nothing = await (await as(budi).get(relay.office.op())).text();
    expect((await as(budi).get(file.id)).status).toBe(200);
    const outside = await as(eka).get(file.id);
    expect([outside.status, await outside.text()]).toEqual([404, nothing]);
    const client = await relay.as(ayu);
    const args = { channelId, userId: budi.userId };
    await client.run(relay.office.op(), 'channel.remove', args);
    expect((await as(budi).get(file.id)).status).toBe(404);
    expect((await as(budi).preview(file.id)).status).toBe(404);
    expect((await new FileClient(relay.url, 'none').get(file.id)).status).toBe(401);
  });

  it('sends a file is in the channel', async () => {
    expect((await as(eka).begin(sample('a'))).body.code).toBe('forbidden');
    const elsewhere = relay.office.op() as string as ChannelId;
    expect((await as(ayu).begin(sample('a', { channelId: elsewhere }))).status).toBe(404);
  });

  it('file_taken: sends the bytes of a file is who attached it', async () => {
    const file = sample('asli');
    await send(ayu, file);
    const forged = sample('palsu', { id: file.id });
    expect((await as(budi).begin(forged)).body.code).toBe('file_taken');
    const elsewhere = await relay.office.channel(budi, 'lain');
    const moved = { ...forged, channelId: elsewhere };
    expect((await as(budi).begin(moved)).body.code).toBe('file_taken');
    expect((await as(budi).piece(file.id, 0, forged.bytes)).status).toBe(404);
    expect((await as(budi).giveUp(file.id)).status).toBe(404);
    await as(ayu).send(file);
    expect((await as(ayu).begin(forged)).body.code).toBe('file_taken');
    expect(await (await as(budi).get(file.id)).text()).toBe('asli');
  });

  it.each(['..%2f..%2frelay.db', '%2e%2e', 'relay.db', '..', 'a'.repeat(5_000), '%00'])(
    'asks for %s gets nothing',
    async (id) => {
      expect([404, 414, 400]).toContain((await as(ayu).get(id)).status);
      expect([404, 414, 400]).toContain((await as(ayu).piece(id, 0, Buffer.from('a'))).status);
      expect(kept()).toEqual([]);
    },
  );

  it.each(['../a', 'a/b', 'a\\b', 'a\nb', 'foto\u202egpj.exe', '..', ''])(
    'invalid: calls a file %j',
    async (name) => {
      expect((await as(ayu).begin(sample('a', { name }))).body.code).toBe('invalid');
    },
  );
});

describe('what the workspace takes', () => {
  it('too_large, type_blocked: by size and by name, and those who wait are told', async () => {
    await setPolicy({ maxFileBytes: 5, blockedFileTypes: ['exe'] });
    const large = sample('012345');
    const program = sample('a', { name: 'Lari.EXE' });
    expect(await as(ayu).begin(large)).toMatchObject({ status: 413, body: { code: 'too_large' } });
    await send(ayu, large, program);
    expect((await as(ayu).begin(large)).body.code).toBe('too_large');
    expect((await as(ayu).begin(program)).body.code).toBe('type_blocked');
    expect(await fileRow(large.id)).toMatchObject({ state: 'refused', reason: 'too_large' });
    expect(await fileRow(program.id)).toMatchObject({ state: 'refused', reason: 'type_blocked' });
    // The company thinks again.
    await setPolicy({ maxFileBytes: 10 });
    expect((await as(ayu).begin(large)).status).toBe(200);
    expect(await fileRow(large.id)).toMatchObject({ state: 'waiting', reason: null });
    expect((await as(ayu).send(large)).body.state).toBe('done');
    expect(await fileRow(large.id)).toMatchObject({ state: 'ready' });
  });

  it('type_blocked: by content, whatever it is called, and its bytes do not stay', async () => {
    const bytes = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]);
    const file = sample(bytes, { name: 'laporan.pdf' });
    await send(ayu, file);
    expect((await as(ayu).send(file)).body.code).toBe('type_blocked');
    expect(await fileRow(file.id)).toMatchObject({ state: 'refused', reason: 'type_blocked' });
    expect(kept()).toEqual([]);
  });
});

describe('what is no longer wanted', () => {
  it('is deleted with its message', async () => {
    const file = sample('a');
    const messageId = await send(ayu, file);
    await as(ayu).send(file);
    expect(kept()).toEqual([file.id]);
    const client = await relay.as(ayu);
    await client.run(relay.office.op(), 'message.delete', { channelId, messageId });
    await expect.poll(() => kept(), { timeout: 20_000 }).toEqual([]);
    await expect.poll(() => uploadRow(file.id), { timeout: 20_000 }).toBeUndefined();
    expect((await as(ayu).get(file.id)).status).toBe(404);
    expect(await fileRow(file.id)).toBeUndefined();
  });

  it('is given up by its owner where no message has it', async () => {
    const [loose, sent] = [sample('a'), sample('b')];
    await as(ayu).begin(loose);
    await as(ayu).piece(loose.id, 0, new Uint8Array());
    await send(ayu, sent);
    expect((await as(ayu).giveUp(loose.id)).status).toBe(204);
    expect(await uploadRow(loose.id)).toBeUndefined();
    expect((await as(ayu).giveUp(sent.id)).status).toBe(403);
    expect((await as(ayu).giveUp(loose.id)).status).toBe(404);
  });
});
