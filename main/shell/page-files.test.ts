import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentPolicy } from './content-policy.ts';
import { pageFiles, pathOf } from './page-files.ts';

let folder = '';
let serve: (request: Request) => Promise<Response>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'balai-page-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'page2'));
  writeFileSync(join(folder, 'page', 'index.html'), '<p>Halo</p>');
  writeFileSync(join(folder, 'page', 'assets', 'a b.js'), 'let a;');
  writeFileSync(join(folder, 'page', 'assets', 'x.map'), '{}');
  writeFileSync(join(folder, 'page', '.secret.json'), '{}');
  writeFileSync(join(folder, 'secret.json'), '{"key":1}');
  writeFileSync(join(folder, 'page2', 'secret.json'), '{"key":2}');
  serve = pageFiles(join(folder, 'page'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const get = (address: string, init?: RequestInit) => serve(new Request(address, init));

describe('the app’s own pages', () => {
  it('are served with their type', async () => {
    const page = await get('app://balai/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>Halo</p>');
    expect(await (await get('app://balai/')).text()).toBe('<p>Halo</p>');
    const script = await get('app://balai/assets/a%20b.js?v=1#x');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['app://balai/index.html', 'app://balai/none.js', 'app://other/index.html'])(
    'carry the content policy, whatever the answer (%s)',
    async (address) => {
      const { headers } = await get(address);
      expect(headers.get('content-security-policy')).toBe(contentPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    String.raw`/..\secret.json`,
    '/assets/%2e%2e%2f%2e%2e%2fsecret.json',
    '/../page2/secret.json',
    '//secret.json',
    '/C:/secret.json',
    '/C:%5csecret.json',
    '/index.html::$DATA',
    '/.secret.json',
    '/secret.json%00.html',
    '/%',
    '/%ff',
  ])('never leave their folder: %s', async (path) => {
    const answer = await get(`app://balai${path}`);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).toBe('');
  });

  it('never leave it by a link on the disk either', async () => {
    symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'linked.json'));
    symlinkSync(join(folder, 'page2'), join(folder, 'page', 'linked'));
    expect((await get('app://balai/linked.json')).status).toBe(403);
    expect((await get('app://balai/linked/secret.json')).status).toBe(403);
  });

  it('come from one origin, by GET, and of known types', async () => {
    expect((await get('app://evil/index.html')).status).toBe(403);
    expect((await get('app://balai:80/index.html')).status).toBe(403);
    expect((await get('app://balai/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await get('app://balai/assets/x.map')).status).toBe(404);
    expect((await get('app://balai/assets')).status).toBe(404);
  });

  it('have paths without tricks', () => {
    expect(pathOf('app://balai/a//b.js')).toBe(join('a', 'b.js'));
    expect(pathOf('app://balai/a/./b.js')).toBe(join('a', 'b.js'));
    expect(pathOf('not an address')).toBeUndefined();
  });
});
