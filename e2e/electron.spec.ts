import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';
import { findElectron } from '../scripts/electron-runtime.ts';
import { Desk } from './support/desk.ts';
import { Office } from './support/office.ts';
import { signIn } from './support/sign-in.ts';
import { aDocument, papers } from './support/some-files.ts';

/**
 * The built app in the real Electron: what no fake can show. Everything that a person does in it
 * is tested in the browser, over the same core and page.
 */
const executablePath = findElectron();
const dist = join(import.meta.dirname, '..', 'dist');

interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const test = base.extend<{ running: Running }>({
  running: async ({}, use) => {
    test.skip(executablePath === undefined, 'no Electron runtime');
    expect(existsSync(join(dist, 'main', 'electron.cjs')), 'run `npm run build` first').toBe(true);
    const profile = mkdtempSync(join(tmpdir(), 'balai-electron-'));
    const app = await _electron.launch({
      executablePath: executablePath ?? '',
      args: [
        dist,
        `--user-data-dir=${profile}`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    await use({ app, page: await app.firstWindow() });
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

const door = (page: Page) => page.getByLabel('Workspace address');

test('opens on the door, which the core in its own process has answered for', async ({
  running,
}) => {
  const { app, page } = running;
  await expect(door(page)).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/balai\/index\.html/);
  const processes = await app.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ serviceName, name }) => serviceName ?? name),
  );
  expect(processes.join()).toContain('Balai core');
});

test('the page has no Node, and of Electron two words', async ({ running }) => {
  const { page } = running;
  await expect(door(page)).toBeVisible();
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { balai: object }).balai),
  }));
  expect(found).toEqual({ node: [], bridge: ['info', 'requestPort'] });
});

test('the window is sandboxed and isolated', async ({ running }) => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });
});

test('the page reaches no network, runs no text, and leaves its origin by no way', async ({
  running,
}) => {
  const { app, page } = running;
  await expect(door(page)).toBeVisible();
  const tried = await page.evaluate(async () => {
    const failed = async (attempt: () => unknown): Promise<boolean> => {
      try {
        return (await attempt()) === null;
      } catch {
        return true;
      }
    };
    return {
      fetch: await failed(() => fetch('https://example.com/')),
      text: await failed(() => {
        const script = document.createElement('script');
        script.textContent = "document.title = 'text was run'";
        document.head.append(script);
        return document.title === 'text was run' ? script : null;
      }),
      window: await failed(() => window.open('app://balai/index.html')),
    };
  });
  expect(tried).toEqual({ fetch: true, text: true, window: true });
  await page.evaluate(() => (location.href = 'file:///etc/hosts'));
  await page.evaluate(() => (location.href = 'app://elsewhere/index.html'));
  await expect(door(page)).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/balai\/index\.html/);
  expect(app.windows()).toHaveLength(1);
});

test('no file beside the page can be read through its scheme', async ({ running }) => {
  const { page } = running;
  await expect(door(page)).toBeVisible();
  const answers = await running.app.evaluate(async ({ net }) => {
    const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2fmain%2felectron.cjs'];
    return Promise.all(paths.map(async (path) => (await net.fetch(`app://balai${path}`)).status));
  });
  for (const status of answers) expect(status).toBeGreaterThanOrEqual(400);
});

test('a core that dies comes back, and the page with it', async ({ running }) => {
  const { app, page } = running;
  await expect(door(page)).toBeVisible();
  const core = () =>
    app.evaluate(
      ({ app: electron }) =>
        electron.getAppMetrics().find(({ serviceName }) => serviceName === 'Balai core')?.pid ?? 0,
    );
  const first = await core();
  process.kill(first, 'SIGKILL');
  await expect.poll(core).not.toBe(first);
  await page.reload();
  await expect(door(page)).toBeVisible();
});

test.describe('with a workspace', () => {
  let office: Office;
  test.beforeAll(async () => {
    test.skip(executablePath === undefined, 'no Electron runtime');
    office = await Office.open();
  });
  test.afterAll(() => office?.close());

  test('files are attached, drawn, read in part and saved, all through the core', async ({
    running,
  }) => {
    const { app, page } = running;
    await signIn(page, office.address);
    const desk = new Desk(page);
    await desk.open('engineering');
    const document = aDocument(3_000_000);
    await desk.attach(papers(document));
    await expect(desk.tray).toHaveCount(3);
    await desk.composer.fill('Foto dan surat jalan');
    await desk.main.getByRole('button', { name: 'Send', exact: true }).click();
    const message = desk.message('Foto dan surat jalan');
    const picture = message.getByRole('img', { name: 'Picture gudang 3.png' });
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBe(640);
    await expect(message.getByRole('group', { name: 'petunjuk.txt' })).toContainText(
      'Sambungkan kabel.',
    );

    const path = join(office.dir, 'saved.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await message.getByRole('link', { name: 'Download surat jalan.pdf' }).click();
    await expect(page.getByText('surat jalan.pdf was saved.')).toBeVisible();
    expect(readFileSync(path).equals(document)).toBe(true);
  });
});
