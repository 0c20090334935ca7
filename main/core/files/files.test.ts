import { existsSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orgScope } from '../../../shared/domain/scope.ts';
import { applyRows } from '../sync/apply.ts';
import { goOn } from '../testing/client.ts';
import {
  askFor,
  attachOf,
  bodyOf,
  CHANNEL,
  sha256,
  someBytes,
  stream,
  testFiles,
} from '../testing/files.ts';

const blobsIn = (dir: string): string[] =>
  readdirSync(join(dir, 'files')).filter((name) => /^[0-9a-f]{32}$/.test(name));

async function attached(on: ReturnType<typeof testFiles>, bytes: Buffer, change = {}) {
  const result = await on.files.attach(attachOf(change), stream(bytes));
  if (!result.ok) throw new Error(result.code);
  return result.value.id;
}

/** A file of somebody else, with its bytes on the relay. */
function others(on: ReturnType<typeof testFiles>, id: string, bytes: Buffer, change = {}) {
  on.relay.files.set(id, { request: {} as never, bytes, done: true });
  on.told(id, { size: bytes.length, sha256: sha256(bytes), ...change });
}
const FILE = '01990000-0000-7000-8000-0000000000f1';
const OTHER = '01990000-0000-7000-8000-0000000000f2';

describe('attaching', () => {
  it('keeps a copy with its draft, also over a kill', async () => {
    const on = testFiles();
    on.line.live = false;
    const bytes = someBytes(150_000);
    const id = await attached(on, bytes, { width: 640, height: 480, durationMs: 9 });
    on.files.close();
    const { files } = on.again();
    expect(files.ofDraft(CHANNEL, null)).toMatchObject([
      { id, name: 'foto.png', mediaType: 'image/png', size: 150_000, width: 640, state: 'waiting' },
    ]);
    expect(files.ofDraft(CHANNEL, FILE)).toEqual([]);
    expect((await bodyOf(await files.serve(askFor(id)))).equals(bytes)).toBe(true);
  });

  it('says at once what the company does not allow, and keeps nothing of it', async () => {
    const on = testFiles();
    on.opened.cache.transaction(() =>
      applyRows(on.opened.cache, orgScope, [
        {
          ...{ kind: 'workspace', id: 'workspace', version: 1, name: 'Nusa', createdAt: 1 },
          policy: { maxFileBytes: 1000, blockedFileTypes: ['exe'] },
        },
      ]),
    );
    const tried = (change: object, size: number) =>
      on.files.attach(attachOf(change), stream(someBytes(size)));
    expect(await tried({ name: 'pasang.EXE' }, 10)).toEqual({ ok: false, code: 'type_blocked' });
    expect(await tried({ name: 'pasang.exe. ' }, 10)).toEqual({ ok: false, code: 'type_blocked' });
    expect(await tried({ size: 1001 }, 1001)).toEqual({ ok: false, code: 'too_large' });
    // Whatever it said of its size.
    expect(await tried({ size: 10 }, 1001)).toEqual({ ok: false, code: 'too_large' });
    expect(await tried({}, 0)).toEqual({ ok: false, code: 'empty' });
    expect(blobsIn(on.dir)).toEqual([]);
    expect((await tried({ size: 1000 }, 1000)).ok).toBe(true);
  });

  it('takes twenty files for one message, however they come', async () => {
    const on = testFiles();
    on.line.live = false;
    const results = await Promise.all(
      Array.from({ length: 22 }, (_, n) => on.files.attach(attachOf(), stream(someBytes(9, n)))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(20);
    expect(results.filter((one) => !one.ok && one.code === 'too_many')).toHaveLength(2);
    expect(blobsIn(on.dir)).toHaveLength(20);
  });

  it('tells a full disk, and that nothing can be written', async () => {
    const on = testFiles();
    rmSync(join(on.dir, 'files'), { recursive: true });
    const failed = await on.files.attach(attachOf(), stream(someBytes(9)));
    expect(failed).toEqual({ ok: false, code: 'storage' });
  });

  it('takes a name as it can stand on any computer', async () => {
    const on = testFiles();
    on.line.live = false;
    await attached(on, someBytes(9), { name: '../lap\u202eoran.pdf' });
    expect(on.files.ofDraft(CHANNEL, null)[0]?.name).toBe('.._lap_oran.pdf');
  });
});

describe('what is taken back', () => {
  it('goes from the disk', async () => {
    const on = testFiles();
    on.line.live = false;
    const id = await attached(on, someBytes(9));
    on.files.detach(id);
    await goOn();
    expect(blobsIn(on.dir)).toEqual([]);
    expect(on.files.ofDraft(CHANNEL, null)).toEqual([]);
    expect((await on.files.serve(askFor(id))).status).toBe(404);
  });

  it('goes back into its draft with the words of a message that was never sent', async () => {
    const on = testFiles();
    on.line.live = false;
    const id = await attached(on, someBytes(9));
    const attachments = on.files.attachments([id]);
    on.files.leaveDraft([id]);
    expect(on.files.ofDraft(CHANNEL, null)).toEqual([]);
    on.files.enterDraft({ channelId: CHANNEL, rootId: null, attachments });
    expect(on.files.ofDraft(CHANNEL, null)).toMatchObject([{ id }]);
    on.files.givenUp({ attachments });
    await goOn();
    expect(blobsIn(on.dir)).toEqual([]);
  });
});

describe('what the cache keeps', () => {
  it('is fetched once, and then here without a line', async () => {
    const on = testFiles();
    const bytes = someBytes(200_000);
    others(on, FILE, bytes);
    const answer = await on.files.serve(askFor(FILE));
    expect(answer.headers).toMatchObject({
      'content-length': '200000',
      'content-type': 'image/png',
    });
    expect((await bodyOf(answer)).equals(bytes)).toBe(true);
    on.relay.away = true;
    expect((await bodyOf(await on.files.serve(askFor(FILE)))).equals(bytes)).toBe(true);
    expect(await on.files.serve(askFor(OTHER))).toMatchObject({ status: 404 });
  });

  it('is not what came otherwise than its row says', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(1000), { sha256: '0'.repeat(64) });
    await bodyOf(await on.files.serve(askFor(FILE)));
    expect(blobsIn(on.dir)).toEqual([]);
  });

  it('is fetched again where its blob is gone or damaged', async () => {
    const on = testFiles();
    const bytes = someBytes(1000);
    others(on, FILE, bytes);
    await bodyOf(await on.files.serve(askFor(FILE)));
    const [blob] = blobsIn(on.dir);
    writeFileSync(join(on.dir, 'files', blob!), 'not what it was');
    expect((await bodyOf(await on.files.serve(askFor(FILE)))).equals(bytes)).toBe(true);
    expect(blobsIn(on.dir)).toHaveLength(1);
  });

  it('gives a part of what is not here without fetching the rest', async () => {
    const on = testFiles();
    const bytes = someBytes(100_000);
    others(on, FILE, bytes, { mediaType: 'video/mp4', name: 'film.mp4' });
    const answer = await on.files.serve(askFor(FILE, { range: 'bytes=50000-50099' }));
    expect(answer).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 50000-50099/100000', 'content-length': '100' },
    });
    expect((await bodyOf(answer)).equals(bytes.subarray(50_000, 50_100))).toBe(true);
    expect(blobsIn(on.dir)).toEqual([]);
    const outside = await on.files.serve(askFor(FILE, { range: 'bytes=100000-' }));
    expect(outside).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */100000' } });
  });

  it('keeps nothing of what was left half-way', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(500_000));
    const { body } = await on.files.serve(askFor(FILE));
    for await (const _ of body ?? []) break;
    expect(blobsIn(on.dir)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')(
    'is let go of by whoever asked and took nothing',
    async () => {
      const on = testFiles();
      const bytes = someBytes(150_000);
      others(on, FILE, bytes);
      const open = (): number =>
        readdirSync('/proc/self/fd').filter((fd) => {
          try {
            return readlinkSync(join('/proc/self/fd', fd)).startsWith(on.dir);
          } catch {
            return false;
          }
        }).length;
      const leave = async (): Promise<void> => {
        const { body } = await on.files.serve(askFor(FILE));
        await body?.[Symbol.asyncIterator]().return?.();
      };
      await leave();
      expect(on.relay.signals.at(-1)?.aborted).toBe(true);
      await bodyOf(await on.files.serve(askFor(FILE)));
      const before = open();
      const answer = await on.files.serve(askFor(FILE));
      expect(open()).toBe(before + 1);
      await answer.body?.[Symbol.asyncIterator]().return?.();
      await expect.poll(open).toBe(before);
    },
  );

  it('stays within its bound, the longest unused first, and never gives up what is unsent', async () => {
    const on = testFiles({ bound: 3000 });
    on.line.live = false;
    const mine = await attached(on, someBytes(5000));
    const ids = Array.from({ length: 4 }, (_, n) => `01990000-0000-7000-8000-00000000010${n}`);
    for (const [n, id] of ids.entries()) {
      others(on, id, someBytes(1000, n));
      on.opened.clock.advance(3_600_000);
      await bodyOf(await on.files.serve(askFor(id)));
      // The first one is in use all the time.
      await bodyOf(await on.files.serve(askFor(ids[0]!)));
    }
    const { files } = on.opened.cache;
    expect(files.evictable).toBe(3000);
    expect(ids.map((id) => files.get(id, 'original') !== undefined)).toEqual([
      ...[true, false, true, true],
    ]);
    expect(files.get(mine, 'original')?.unsent).toBe(1);
    await goOn();
    expect(blobsIn(on.dir)).toHaveLength(4);
  });

  it('makes room at once where its bound is made smaller', async () => {
    const on = testFiles();
    const [first, second] = [someBytes(60_000, 1), someBytes(60_000, 2)];
    for (const [id, bytes] of [
      [FILE, first],
      [OTHER, second],
    ] as const) {
      others(on, id, bytes);
      await bodyOf(await on.files.serve(askFor(id)));
      on.opened.clock.advance(1);
    }
    expect(blobsIn(on.dir)).toHaveLength(2);
    on.bound.bytes = 70_000;
    on.files.makeRoom();
    await expect.poll(() => blobsIn(on.dir)).toHaveLength(1);
    expect(on.opened.cache.files.get(OTHER, 'original')).toBeDefined();
  });

  it('shows the first page of a document by the relay’s picture of it, its own too', async () => {
    const on = testFiles();
    const id = await attached(on, someBytes(900), { mediaType: 'application/pdf' });
    const page = someBytes(50, 7);
    on.relay.previews.set(id, page);
    on.told(id, {
      ...{ name: 'surat.pdf', mediaType: 'application/pdf', size: 900 },
      preview: { width: 509, height: 720 },
    });
    const answer = await on.files.serve(askFor(id, { part: 'preview' }));
    expect(answer.headers['content-type']).toBe('image/webp');
    expect((await bodyOf(answer)).equals(page)).toBe(true);
  });

  it('shows a picture of its own before the relay has made a small one', async () => {
    const on = testFiles();
    const bytes = someBytes(900);
    const id = await attached(on, bytes);
    const small = await on.files.serve(askFor(id, { part: 'preview' }));
    expect((await bodyOf(small)).equals(bytes)).toBe(true);
    others(on, FILE, someBytes(900), { preview: { width: 10, height: 10 } });
    on.relay.previews.set(FILE, someBytes(50, 9));
    const preview = await on.files.serve(askFor(FILE, { part: 'preview' }));
    expect(preview.headers['content-type']).toBe('image/webp');
    expect(await bodyOf(preview)).toHaveLength(50);
    on.relay.away = true;
    expect(await bodyOf(await on.files.serve(askFor(FILE, { part: 'preview' })))).toHaveLength(50);
  });
});

describe('S11', () => {
  it('a channel that was lost takes its files with it, also the unsent', async () => {
    const on = testFiles();
    on.line.live = false;
    await attached(on, someBytes(900));
    others(on, FILE, someBytes(900));
    await bodyOf(await on.files.serve(askFor(FILE)));
    expect(blobsIn(on.dir)).toHaveLength(2);
    on.lost();
    await goOn();
    expect(blobsIn(on.dir)).toEqual([]);
    expect(on.files.uploads()).toEqual([]);
    expect((await on.files.serve(askFor(FILE))).status).toBe(404);
  });

  it('so does a message that was deleted', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(900));
    await bodyOf(await on.files.serve(askFor(FILE)));
    on.gone(FILE);
    await goOn();
    expect(blobsIn(on.dir)).toEqual([]);
  });

  it('what a kill left on the disk goes at the next start', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(900));
    await bodyOf(await on.files.serve(askFor(FILE)));
    // Killed between the transaction and the blobs.
    on.files.close();
    on.lost();
    await goOn();
    expect(blobsIn(on.dir)).toHaveLength(1);
    on.again();
    expect(blobsIn(on.dir)).toEqual([]);
    expect(existsSync(join(on.dir, 'files', 'key.json'))).toBe(true);
  });

  it('a file that arrives after its channel was lost is not kept', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(900));
    const answer = await on.files.serve(askFor(FILE));
    on.lost();
    await bodyOf(answer);
    expect(blobsIn(on.dir)).toEqual([]);
  });
});

it('a sent file is one like any other once the relay has it and has named it', async () => {
  const on = testFiles();
  const bytes = someBytes(900);
  const id = await attached(on, bytes);
  await expect.poll(() => on.files.uploads()[0]?.state).toBe('done');
  on.files.leaveDraft([id]);
  expect(on.opened.cache.files.get(id, 'original')?.unsent).toBe(1);
  on.told(id, { size: 900, sha256: sha256(bytes) });
  await goOn();
  expect(on.files.uploads()).toEqual([]);
  expect(on.opened.cache.files.get(id, 'original')?.unsent).toBe(0);
});

describe('the gate', () => {
  it('gives as something to draw only what can carry no script', async () => {
    const on = testFiles();
    const types = ['image/svg+xml', 'text/html', 'application/pdf', 'application/x-msdownload', ''];
    for (const [n, mediaType] of types.entries()) {
      const id = `01990000-0000-7000-8000-00000000020${n}`;
      others(on, id, Buffer.from('<svg onload="alert(1)"/>'), { mediaType, name: `berkas-${n}` });
      const { headers } = await on.files.serve(askFor(id));
      expect(headers).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
  });

  it('gives a file to be saved under its own name, in any script', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(9), { name: 'Laporan "Q3" تقرير.pdf' });
    const { headers } = await on.files.serve(askFor(FILE, { use: 'save' }));
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Laporan _Q3_ _____.pdf"; filename*=UTF-8''Laporan%20%22Q3%22%20%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.pdf`,
    );
  });

  it('hands out nothing of a type that the company does not accept', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(9), { name: 'pasang.exe' });
    expect(await on.files.serve(askFor(FILE, { use: 'save' }))).toMatchObject({ status: 403 });
  });

  it('says that a file is not here while there is no line', async () => {
    const on = testFiles();
    others(on, FILE, someBytes(9));
    on.relay.away = true;
    const answer = await on.files.serve(askFor(FILE));
    expect(answer).toMatchObject({ status: 503, headers: { 'x-problem': 'offline' } });
  });
});
