import { mkdirSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { attachAddress, fileAddress } from '../../../shared/rpc/file-address.ts';
import type { CoreApi, CoreHandlers } from '../../../shared/rpc/core-api.ts';
import { connect } from '../../../shared/rpc/connect.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { CoreFiles } from '../../core/core-port.ts';
import type { Chosen } from '../../core/files/attach.ts';
import type { FileRequest } from '../../core/files/serve.ts';
import { temporaryFolder } from '../../core/testing/folder.ts';
import { startHost } from './host-server.ts';
import { PageFolder } from './page-folder.ts';
import { portOver } from './web-socket-port.ts';

const files = {
  'index.html': '<!doctype html><title>Balai</title>',
  'assets/main-Bx1_y2Zq.js': 'export {}',
  'icon.svg': '<svg/>',
  'notes.exe': 'not for serving',
};

const CHANNEL = '01990000-0000-7000-8000-000000000001';
const FILE = '01990000-0000-7000-8000-0000000000f1';

/** A core with one file, which notes what is attached. */
function keptFiles() {
  const attached: { chosen: Chosen; bytes: string }[] = [];
  const served: FileRequest[] = [];
  const kept: CoreFiles = {
    serve: (asked) => {
      served.push(asked);
      if (asked.fileId !== FILE) return Promise.resolve({ status: 404, headers: {}, body: null });
      const body = (async function* () {
        yield Buffer.from('<script>');
        yield Buffer.from('alert(1)');
      })();
      const headers = { 'content-type': 'text/plain', 'content-security-policy': 'sandbox' };
      return Promise.resolve({ status: 200, headers, body });
    },
    attach: async (chosen, sent) => {
      let bytes = '';
      for await (const piece of sent) bytes += Buffer.from(piece).toString();
      attached.push({ chosen, bytes });
      return { ok: true, value: { id: FILE } };
    },
  };
  return { files: kept, attached, served };
}

async function setup() {
  const outside = temporaryFolder();
  writeFileSync(join(outside, 'secret.json'), '{"secret":true}');
  const folder = join(outside, 'page');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const listeners = new Set<(topics: Topic[]) => void>();
  const handlers = {
    connectNow: () => null,
    people: ({ query }: { query: string }) => {
      if (query === 'break') throw new Error('a broken disk');
      return [];
    },
  } as unknown as CoreHandlers;
  const kept = keptFiles();
  let n = 0;
  const host = await startHost({
    port: 0,
    page: new PageFolder(folder),
    core: {
      handlers,
      files: kept.files,
      onTopics: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    randomHex: (bytes) => `${++n}`.repeat(bytes * 2),
    log: () => undefined,
  });
  onTestFinished(() => host.close());
  const origin = `http://127.0.0.1:${host.port}`;

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET', sent = '') =>
    new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
      (resolve, reject) => {
        const asking = request(
          { host: '127.0.0.1', port: host.port, path, method, headers },
          (answer) => {
            let body = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk: string) => (body += chunk));
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }),
            );
          },
        );
        asking.on('error', reject).end(sent);
      },
    );
  const enter = async (): Promise<string> => {
    const { headers } = await get(host.invite().slice(origin.length));
    return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  };
  /** The socket, or the status of the refusal. */
  const open = async (path: string, headers: Record<string, string>) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.on('error', () => undefined);
    onTestFinished(() => socket.terminate());
    return new Promise<WebSocket | number>((resolve) => {
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    });
  };
  return { host, origin, get, enter, open, listeners, kept };
}

describe('the page', () => {
  it('opens by the address with the token once, then by the cookie, in any tab', async () => {
    const { host, origin, get } = await setup();
    const path = host.invite().slice(origin.length);
    const first = await get(path);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    const cookie = first.headers['set-cookie']?.[0] ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/);

    const known = { cookie: cookie.split(';')[0] ?? '' };
    expect((await get('/', known)).body).toBe(files['index.html']);
    expect((await get('/', known)).status).toBe(200);
    // Somebody who has the address from a history or a log comes too late.
    expect((await get(path)).status).toBe(401);
    // The owner who opens it again is let in.
    expect((await get(path, known)).status).toBe(303);
  });

  it('gives nothing without the cookie, not even an icon', async () => {
    const { get } = await setup();
    for (const path of ['/', '/index.html', '/icon.svg', '/assets/main-Bx1_y2Zq.js', '/core']) {
      expect((await get(path)).status).toBe(401);
    }
  });

  it('is served with a strict policy, and hashed files for good', async () => {
    const { get, enter } = await setup();
    const headers = { cookie: await enter() };
    const page = await get('/', headers);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-cache');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    const script = await get('/assets/main-Bx1_y2Zq.js', headers);
    expect(script.headers['cache-control']).toContain('immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/icon.svg', headers)).headers['cache-control']).toBe('no-cache');
  });

  it('has nothing outside its folder, and no unknown type of file', async () => {
    const { get, enter } = await setup();
    const headers = { cookie: await enter() };
    const paths = [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/..%2fsecret.json',
      '/..%5csecret.json',
      '/assets/../../secret.json',
      '//secret.json',
      '/assets/..%252f..%252fsecret.json',
      '/notes.exe',
      '/assets',
      '/%00',
    ];
    for (const path of paths) {
      const answer = await get(path, headers);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.body).not.toContain('secret":');
    }
  });

  it('is only for requests that were meant for it, from its own page', async () => {
    const { host, origin, get, enter } = await setup();
    const cookie = await enter();
    const strange = `balai.attacker.example:${host.port}`;
    expect((await get('/', { cookie, host: strange })).status).toBe(403);
    expect((await get('/', { cookie, origin: 'https://attacker.example' })).status).toBe(403);
    expect((await get('/', { cookie, origin })).status).toBe(200);
    expect((await get('/', { cookie }, 'POST')).status).toBe(405);
    const head = await get('/', { cookie }, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  it('does not use up the token for a stranger', async () => {
    const { host, origin, get } = await setup();
    const path = host.invite().slice(origin.length);
    expect((await get(path, { origin: 'https://attacker.example' })).status).toBe(403);
    expect((await get(path)).status).toBe(303);
  });
});

describe('the core', () => {
  it('answers calls, tells failures and topics', async () => {
    const { origin, enter, open, listeners } = await setup();
    const socket = await open('/core', { cookie: await enter(), origin });
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
    const { api, onTopics } = connect<CoreApi>(portOver(socket));
    expect(await api.connectNow({})).toBeNull();
    expect(await api.people({ query: '', limit: 5 })).toEqual([]);
    await expect(api.people({ query: 'break', limit: 5 })).rejects.toThrow('a broken disk');
    await expect(api.people({ query: 'x'.repeat(101), limit: 5 })).rejects.toThrow('too_big');
    const heard = new Promise((resolve) => onTopics(resolve));
    for (const listener of listeners) listener(['sidebar']);
    expect(await heard).toEqual(['sidebar']);
    socket.close();
    await once(socket, 'close');
    await expect.poll(() => listeners.size).toBe(0);
  });

  it('needs the cookie, the origin and the path', async () => {
    const { origin, enter, open } = await setup();
    const cookie = await enter();
    expect(await open('/core', { origin })).toBe(401);
    expect(await open('/core', { cookie })).toBe(403);
    expect(await open('/core', { cookie, origin: 'https://attacker.example' })).toBe(403);
    expect(await open('/core', { cookie, origin, host: 'attacker.example' })).toBe(403);
    expect(await open('/other', { cookie, origin })).toBe(404);
  });

  it('ends a line that speaks no JSON', async () => {
    const { origin, enter, open } = await setup();
    const socket = await open('/core', { cookie: await enter(), origin });
    if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
    socket.send('{"id":');
    expect(await once(socket, 'close')).toContain(1003);
  });

  it('outlives a line that speaks no WebSocket', async () => {
    const { host, get, enter } = await setup();
    const socket = connectTcp(host.port, '127.0.0.1');
    socket.end('GET /core HTTP/1.1\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n');
    await once(socket.resume(), 'close');
    expect((await get('/', { cookie: await enter() })).status).toBe(200);
  });
});

it('says where a port is taken, and frees its own', async () => {
  const { host } = await setup();
  const again = () =>
    startHost({
      port: host.port,
      page: { find: () => undefined } as unknown as PageFolder,
      core: {
        ...{ handlers: {} as CoreHandlers, files: keptFiles().files },
        onTopics: () => () => undefined,
      },
      randomHex: (bytes) => 'a'.repeat(bytes * 2),
      log: () => undefined,
    });
  await expect(again()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await host.close();
  const second = await again();
  expect(second.port).toBe(host.port);
  await second.close();
});

describe('files', () => {
  const address = { channelId: CHANNEL, fileId: FILE, part: 'original', save: false } as const;
  const chosen = {
    ...{ channelId: CHANNEL, rootId: null, name: 'Foto & "gudang".png', mediaType: 'image/png' },
    ...{ width: 640, height: 480, durationMs: 1_500 },
  };

  it('are given as the core says, with its policy and not the page’s', async () => {
    const { get, enter, kept } = await setup();
    const headers = { cookie: await enter(), range: 'bytes=0-' };
    const answer = await get(fileAddress(address), headers);
    expect(answer).toMatchObject({ status: 200, body: '<script>alert(1)' });
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'text/plain', 'content-security-policy': 'sandbox' },
      ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
    });
    await get(fileAddress({ ...address, part: 'preview', save: true }), headers);
    expect(kept.served.map(({ part, use, range }) => [part, use, range])).toEqual([
      ['original', 'show', 'bytes=0-'],
      ['preview', 'save', 'bytes=0-'],
    ]);
    expect((await get(fileAddress({ ...address, fileId: CHANNEL }), headers)).status).toBe(404);
    expect((await get(`/file/${CHANNEL}/../${FILE}`, headers)).status).toBe(404);
    expect((await get(fileAddress(address), headers, 'HEAD')).body).toBe('');
  });

  it('are given to nobody without the cookie', async () => {
    const { get, kept } = await setup();
    expect((await get(fileAddress(address))).status).toBe(401);
    expect(kept.served).toEqual([]);
  });

  it('are attached by the page, and by no other site', async () => {
    const { get, enter, origin, kept } = await setup();
    const cookie = await enter();
    const post = (headers: Record<string, string>, path = attachAddress(chosen)) =>
      get(path, headers, 'POST', 'isi berkas');
    expect((await post({ cookie })).status).toBe(403);
    expect((await post({ cookie, origin: 'https://attacker.example' })).status).toBe(403);
    expect((await post({ origin })).status).toBe(401);
    expect((await post({ cookie, origin }, '/file?channel=x')).status).toBe(404);
    expect((await post({ cookie, origin }, '/core')).status).toBe(405);
    expect(kept.attached).toEqual([]);
    const answer = await post({ cookie, origin });
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { id: FILE } });
    expect(kept.attached).toEqual([{ chosen: { ...chosen, size: 10 }, bytes: 'isi berkas' }]);
  });
});
