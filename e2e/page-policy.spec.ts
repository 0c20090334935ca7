import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ORIGIN } from '../main/shell/origin.ts';
import { pageFiles } from '../main/shell/page-files.ts';

/**
 * The built page as Electron's shell serves it, with the shell's own headers and a bridge like the
 * preload's, in Chromium: whether the page lives within that policy shows without Electron too.
 */
const serve = pageFiles(join(import.meta.dirname, '..', 'dist', 'renderer'));

const server = createServer((request, response) => {
  void serve(new Request(`${ORIGIN}${request.url}`, { method: request.method ?? 'GET' })).then(
    async (answer) => {
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    },
  );
});

test.beforeAll(
  () => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve())),
);
test.afterAll(() => new Promise<void>((resolve) => void server.close(() => resolve())));

/** The other ends of the ports: a core where nobody is signed in, and a shell. */
function bridge(): void {
  const answers: Record<string, unknown> = {
    info: { host: 'electron', platform: 'linux', version: '1.2.3', ownFrame: false },
    session: {
      state: 'signed_out',
      problem: null,
      address: 'chat.nusa-mandiri.example',
      workspace: null,
      me: null,
      keyStore: 'keychain',
    },
    preferences: {
      theme: 'light',
      language: 'en',
      enterSends: true,
      sidebarWidth: 252,
      foldedSections: [],
      keptFilesMb: 1_000,
      noticeDetail: 'words',
      noticeSound: true,
    },
    checkAddress: { ok: false, code: 'no_relay' },
  };
  const requestPort = (name: string): void => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<{ id: number; method: string }>) => {
      port1.postMessage({ id: data.id, value: answers[data.method] ?? null });
    });
    port1.start();
    window.postMessage({ balai: name }, location.origin, [port2]);
  };
  Object.assign(globalThis, { balai: { info: answers['info'], requestPort }, violations: [] });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    (globalThis as unknown as { violations: string[] }).violations.push(
      `${violatedDirective} ${blockedURI}`,
    );
  });
}

test('the page works within the shell’s content policy, over its ports alone', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.addInitScript(bridge);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(page.getByLabel('Workspace address')).toHaveValue('chat.nusa-mandiri.example');
  await page.evaluate(() => document.fonts.ready);
  const violations = await page.evaluate(
    () => (globalThis as unknown as { violations: string[] }).violations,
  );
  expect({ errors, violations }).toEqual({ errors: [], violations: [] });
});

test('what the policy forbids does not happen', async ({ page }) => {
  await page.addInitScript(bridge);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(page.getByLabel('Workspace address')).toBeVisible();
  const fetched = await page.evaluate(
    // The same server under another name: an origin that is not the page's own.
    () =>
      fetch(`http://localhost:${location.port}/`, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      ),
  );
  expect(fetched).toBe(false);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = "document.title = 'text was run'";
    document.head.append(script);
  });
  expect(await page.title()).not.toBe('text was run');
});
