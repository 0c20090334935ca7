import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { attachFile, getFile } from '../../shared/rpc/file-port.ts';
import type { Port } from '../../shared/rpc/port.ts';
import type { CoreFiles } from '../core/core-port.ts';
import type { Chosen } from '../core/files/attach.ts';
import type { FileRequest } from '../core/files/serve.ts';
import { serveFile } from './serve-files.ts';

const CHANNEL = '01990000-0000-7000-8000-000000000001';
const FILE = '01990000-0000-7000-8000-0000000000f1';
const PIECE = 50_000;

const portOver = (port: MessagePort): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.once('close', listener),
  close: () => port.close(),
});

/** A core whose file has so many pieces, on one end of a real port; the other end is given. */
function core({ pieces = 40, breaksAt = -1 } = {}) {
  const asked: FileRequest[] = [];
  const attached: { chosen: Chosen; bytes: Buffer }[] = [];
  const seen = { read: 0, over: false, cut: '' };
  const failed: unknown[] = [];
  const files: CoreFiles = {
    serve: (request) => {
      asked.push(request);
      if (request.fileId !== FILE) {
        return Promise.resolve({ status: 404, headers: { 'x-problem': 'gone' }, body: null });
      }
      const body = (async function* () {
        try {
          for (let n = 0; n < pieces; n++) {
            if (n === breaksAt) throw new Error('a file was cut');
            seen.read++;
            yield Buffer.alloc(PIECE, n);
          }
        } finally {
          seen.over = true;
        }
      })();
      return Promise.resolve({ status: 200, headers: { 'content-type': 'image/png' }, body });
    },
    attach: async (chosen, bytes) => {
      if (chosen.name === 'printer.exe') return { ok: false, code: 'type_blocked' };
      const all: Uint8Array[] = [];
      try {
        for await (const piece of bytes) all.push(piece);
      } catch (error) {
        seen.cut = (error as NodeJS.ErrnoException).code ?? '';
        return { ok: false, code: 'unreadable' };
      }
      attached.push({ chosen, bytes: Buffer.concat(all) });
      return { ok: true, value: { id: FILE } };
    },
  };
  const open = (): Port => {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port2.close());
    void serveFile(portOver(port1), files, (error) => failed.push(error));
    return portOver(port2);
  };
  return { open, asked, attached, seen, failed };
}

const where = { channelId: CHANNEL, fileId: FILE } as const;
const wanted = { ...where, part: 'original', use: 'show', range: 'bytes=0-' } as const;
const chosen = {
  ...{ channelId: CHANNEL, rootId: null, name: 'foto.png', mediaType: 'image/png' },
  ...{ size: null, width: 640, height: 480, durationMs: 1_500 },
} as const;

it('a file comes over a port whole, with what the core says of it', async () => {
  const { open, asked } = core();
  const { status, headers, body } = await getFile(open(), wanted);
  expect([status, headers]).toEqual([200, { 'content-type': 'image/png' }]);
  const got: Uint8Array[] = [];
  for await (const piece of body!) got.push(piece);
  expect(Buffer.concat(got).equals(Buffer.concat(got.map((_, n) => Buffer.alloc(PIECE, n))))).toBe(
    true,
  );
  expect(got).toHaveLength(40);
  expect(asked).toEqual([wanted]);
});

it('no more is read than is used: a reader that stops holds back the core', async () => {
  const { open, seen } = core({ pieces: 1_000 });
  const { body } = await getFile(open(), wanted);
  for (let n = 0; n < 3; n++) await body!.next();
  await expect.poll(() => seen.read).toBe(6);
  expect(seen.read).toBeLessThan(10);
  await body!.return?.();
  await expect.poll(() => seen.over).toBe(true);
});

it('whoever takes nothing of it leaves nothing open', async () => {
  const { open, seen } = core({ pieces: 1_000 });
  const { body } = await getFile(open(), wanted);
  await body!.next();
  await body!.return?.();
  await expect.poll(() => seen.over).toBe(true);
  expect(seen.read).toBeLessThan(10);
});

it('a refusal has its code and no bytes', async () => {
  const { open } = core();
  const answer = await getFile(open(), { ...wanted, fileId: CHANNEL });
  expect(answer).toEqual({ status: 404, headers: { 'x-problem': 'gone' }, body: null });
});

it('a file that turns out damaged, and a core that dies, end it with an error', async () => {
  const { open, seen } = core({ breaksAt: 3 });
  const { body } = await getFile(open(), wanted);
  const read = async (): Promise<number> => {
    let n = 0;
    for await (const _ of body!) n++;
    return n;
  };
  await expect(read()).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  expect(seen.over).toBe(true);
  const { port1, port2 } = new MessageChannel();
  port1.close();
  expect(await getFile(portOver(port2), wanted)).toMatchObject({ status: 503, body: null });
});

it('a file is attached by the pieces that the core asks for', async () => {
  const { open, attached } = core();
  const bytes = Buffer.alloc(300_000, 'isi berkas ');
  const result = await attachFile(
    open(),
    chosen,
    (async function* () {
      for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
    })(),
  );
  expect(result).toEqual({ ok: true, value: { id: FILE } });
  expect(attached.map((one) => one.chosen)).toEqual([chosen]);
  expect(attached[0]?.bytes.equals(bytes)).toBe(true);
});

it('what is refused is not read', async () => {
  const { open } = core();
  let read = 0;
  const result = await attachFile(
    open(),
    { ...chosen, name: 'printer.exe' },
    (async function* () {
      read++;
      yield Buffer.from('MZ');
    })(),
  );
  expect([result, read]).toEqual([{ ok: false, code: 'type_blocked' }, 0]);
});

it('a file that cannot be read to its end, and a page that goes away, attach nothing', async () => {
  const { open, attached, seen } = core();
  const broken = (async function* () {
    yield Buffer.from('half');
    throw new Error('the stick was pulled out');
  })();
  expect(await attachFile(open(), chosen, broken)).toEqual({ ok: false, code: 'unreadable' });
  seen.cut = '';
  const port = open();
  port.post({ what: 'attach', ...chosen });
  port.post({ bytes: new Uint8Array(3) });
  port.close();
  await expect.poll(() => seen.cut).toBe('ERR_STREAM_PREMATURE_CLOSE');
  expect(attached).toEqual([]);
});

it('a port that says nothing that makes sense is closed', async () => {
  const { open, asked } = core();
  for (const message of [null, { what: 'get' }, { what: 'get', ...wanted, fileId: 7 }, 'x']) {
    const port = open();
    const closed = new Promise<void>((resolve) => port.onClose(resolve));
    port.onMessage(() => undefined);
    port.post(message);
    await closed;
  }
  expect(asked).toEqual([]);
});
