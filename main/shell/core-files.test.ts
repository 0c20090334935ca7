import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { MessagePortMain } from 'electron';
import { fileAddress } from '../../shared/rpc/file-address.ts';
import { attachFile } from '../../shared/rpc/file-port.ts';
import type { CoreFiles } from '../core/core-port.ts';
import type { FileRequest } from '../core/files/serve.ts';
import { serveFile } from '../entry/serve-files.ts';
import { portOver } from './main-port.ts';
import { FakeProcess, type FakePort } from './testing/electron.ts';
import { runningApp } from './testing/running-app.ts';

const CHANNEL = '01990000-0000-7000-8000-000000000001';
const FILE = '01990000-0000-7000-8000-0000000000f1';
const picture = { channelId: CHANNEL, fileId: FILE, part: 'original', save: false } as const;

const core = (port: FakePort) => portOver(port as unknown as MessagePortMain);

/** The app, and a core with one file in the place of its process. */
async function officeApp(change: Partial<CoreFiles> = {}) {
  const served: FileRequest[] = [];
  const attached: string[] = [];
  const files: CoreFiles = {
    serve: (asked) => {
      served.push(asked);
      const headers = { 'content-type': 'image/png', 'content-security-policy': 'sandbox' };
      if (asked.fileId !== FILE) {
        return Promise.resolve({ status: 404, headers: { 'x-problem': 'not_found' }, body: null });
      }
      const body = (async function* () {
        yield Buffer.from('gambar ');
        yield Buffer.from('gudang');
      })();
      return Promise.resolve({ status: asked.range === null ? 200 : 206, headers, body });
    },
    attach: async ({ name }, bytes) => {
      let text = '';
      for await (const piece of bytes) text += Buffer.from(piece).toString();
      attached.push(`${name}: ${text}`);
      return { ok: true, value: { id: FILE } };
    },
    ...change,
  };
  const running = await runningApp();
  onTestFinished(running.clean);
  const [process] = running.processes;
  const post = FakeProcess.prototype.postMessage;
  process!.postMessage = function (message, ports) {
    post.call(this, message, ports);
    const [port] = ports;
    if ((message as { what: string }).what !== 'file-port' || port === undefined) return;
    void serveFile(core(port), files, () => undefined);
  };
  const get = (address: string, init?: RequestInit) =>
    running.pages.get('app')!(new Request(`app://balai${address}`, init));
  const folder = mkdtempSync(join(tmpdir(), 'balai-saved-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { ...running, get, served, attached, folder };
}

it('the page draws a file by the core’s bytes and headers, and by parts of it', async () => {
  const { get, served } = await officeApp();
  const answer = await get(fileAddress(picture));
  expect(await answer.text()).toBe('gambar gudang');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'image/png', 'content-security-policy': 'sandbox' },
    ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
  const part = await get(fileAddress({ ...picture, part: 'preview' }), {
    headers: { range: 'bytes=0-5' },
  });
  expect(part.status).toBe(206);
  await part.body?.cancel();
  expect(served).toEqual([
    { channelId: CHANNEL, fileId: FILE, part: 'original', use: 'show', range: null },
    { channelId: CHANNEL, fileId: FILE, part: 'preview', use: 'show', range: 'bytes=0-5' },
  ]);
});

it('nothing but a file’s address, asked by the app’s own page, reaches the core', async () => {
  const { get, served, pages } = await officeApp();
  const address = fileAddress(picture);
  expect((await get(address, { method: 'POST', body: 'x' })).status).toBe(405);
  expect((await get(`/file/${CHANNEL}/../${FILE}`)).status).toBe(404);
  // What is to be saved goes through the dialog, never through the page.
  expect((await get(fileAddress({ ...picture, save: true }))).status).toBe(404);
  expect((await pages.get('app')!(new Request(`app://other${address}`))).status).toBe(403);
  expect(served).toEqual([]);
  expect((await get(fileAddress({ ...picture, fileId: CHANNEL }))).status).toBe(404);
});

it('a core that dies in the midst of a picture ends it, and the next one is a new try', async () => {
  const { get, processes, clock } = await officeApp({
    serve: () =>
      Promise.resolve({
        ...{ status: 200, headers: {} },
        body: (async function* () {
          yield Buffer.from('half');
          await new Promise(() => undefined);
        })(),
      }),
  });
  const reader = (await get(fileAddress(picture))).body!.getReader();
  expect((await reader.read()).value).toHaveLength(4);
  const rest = reader.read();
  processes[0]?.posted.at(-1)?.ports[0]?.close();
  await expect(rest).rejects.toThrow('the stream was cut');
  processes[0]?.emit('exit', 1);
  void get(fileAddress(picture));
  clock.advance(100);
  // What it is told of the workspaces comes before.
  await expect.poll(() => processes[1]?.posted.length).toBe(2);
});

it('the page attaches a file over a port of its own', async () => {
  const { ask, attached } = await officeApp();
  const port = ask('file');
  const chosen = {
    ...{ channelId: CHANNEL, rootId: null, name: 'foto.png', mediaType: 'image/png' },
    ...{ size: 3, width: null, height: null, durationMs: null },
  };
  const bytes = (async function* () {
    yield Buffer.from('isi');
  })();
  expect(await attachFile(core(port!), chosen, bytes)).toMatchObject({ ok: true });
  expect(attached).toEqual(['foto.png: isi']);
});

it('a file is saved where the person says, whole, and opened from there', async () => {
  const { call, saving, openedFiles, folder, served } = await officeApp();
  const path = join(folder, 'foto gudang.png');
  writeFileSync(path, 'what stood there before');
  saving.path = path;
  const name = 'a/../foto.png';
  const answer = await call('saveFile', { channelId: CHANNEL, fileId: FILE, name });
  expect(answer).toMatchObject({ value: { ok: true, value: { opens: true } } });
  expect(saving.asked[0]).toMatch(/a_.._foto\.png$/);
  expect(readFileSync(path, 'utf8')).toBe('gambar gudang');
  expect(readdirSync(folder)).toEqual(['foto gudang.png']);
  expect(served.map(({ use }) => use)).toEqual(['save', 'save']);
  const { key } = (answer as { value: { value: { key: string } } }).value.value;
  expect(await call('openSaved', { key })).toMatchObject({ value: true });
  expect(await call('openSaved', { key: path })).toMatchObject({ value: false });
  expect(openedFiles).toEqual([`open ${path}`]);
});

it('what may run is shown in its folder, and never opened', async () => {
  const { call, saving, openedFiles, folder } = await officeApp();
  saving.path = join(folder, 'setup.sh');
  const answer = await call('saveFile', { channelId: CHANNEL, fileId: FILE, name: 'foto.png' });
  expect(answer).toMatchObject({ value: { value: { opens: false } } });
  const { key } = (answer as { value: { value: { key: string } } }).value.value;
  await call('openSaved', { key });
  expect(openedFiles).toEqual([`show ${saving.path}`]);
});

it('what is not saved is told: refused before the person is asked, changed their mind, broken off', async () => {
  const gone = await officeApp();
  const save = (app: typeof gone, fileId: string) =>
    app.call('saveFile', { channelId: CHANNEL, fileId, name: 'foto.png' });
  expect(await save(gone, CHANNEL)).toMatchObject({ value: { ok: false, code: 'not_found' } });
  expect(gone.saving.asked).toEqual([]);
  expect(await save(gone, FILE)).toMatchObject({ value: { ok: false, code: 'cancelled' } });

  const broken = await officeApp({
    serve: ({ range }) =>
      Promise.resolve({
        ...{ status: range === null ? 200 : 206, headers: {} },
        body: (async function* () {
          yield Buffer.from('half');
          throw new Error('the line broke');
        })(),
      }),
  });
  broken.saving.path = join(broken.folder, 'foto.png');
  writeFileSync(broken.saving.path, 'what stood there before');
  expect(await save(broken, FILE)).toMatchObject({ value: { ok: false, code: 'unavailable' } });
  expect(readFileSync(broken.saving.path, 'utf8')).toBe('what stood there before');
  expect(readdirSync(broken.folder)).toEqual(['foto.png']);

  broken.saving.path = join(broken.folder, 'no', 'such', 'folder.png');
  expect(await save(broken, FILE)).toMatchObject({ value: { ok: false, code: 'storage' } });
});
