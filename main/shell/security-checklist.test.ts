import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { bundlePreload } from '../../scripts/building/programs.ts';
import { shellInfoArgument } from '../preload/shell-info.ts';
import { contentPolicy } from './content-policy.ts';
import { anEvent, FakeContents } from './testing/electron.ts';
import { runningApp, type Given } from './testing/running-app.ts';

/**
 * Electron's security checklist, item by item, in its own order and numbering
 * (electronjs.org/docs/latest/tutorial/security).
 */
type Running = Awaited<ReturnType<typeof runningApp>>;
const open: Running[] = [];
const start = async (given?: Given): Promise<Running> => {
  const app = await runningApp(given);
  open.push(app);
  return app;
};
afterEach(() => {
  for (const app of open.splice(0)) app.clean();
});

const root = join(import.meta.dirname, '..', '..');

/** Any web contents that comes to be, also one that the shell did not make. */
async function strangeContents() {
  const running = await start();
  const contents = new FakeContents();
  running.app.emit('web-contents-created', {}, contents);
  return { ...running, contents };
}

describe('Electron’s security checklist', () => {
  it('1: only load secure content', async () => {
    const { window, schemes } = await start();
    expect(window.loaded).toEqual(['app://balai/index.html']);
    expect(schemes).toEqual([
      {
        scheme: 'app',
        privileges: {
          ...{ standard: true, secure: true, supportFetchAPI: true },
          ...{ stream: true, codeCache: true },
        },
      },
    ]);
    expect(contentPolicy).not.toContain('http');
  });

  it('2: disable the Node.js integration', async () => {
    const { webPreferences } = (await start()).window.options;
    expect(webPreferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  it('3: enable context isolation', async () => {
    expect((await start()).window.options.webPreferences?.contextIsolation).toBe(true);
  });

  it('4: enable process sandboxing', async () => {
    const { app, window } = await start();
    expect(window.options.webPreferences?.sandbox).toBe(true);
    expect(app.calls).toContain('enableSandbox');
  });

  it.each([
    ['notifications', {}, true],
    ['notifications', { AllowNotifications: false }, false],
    ['media of the microphone', {}, true],
    ['media of the camera', {}, false],
    ['media of both', {}, false],
    ['media', {}, false],
    ['media of the microphone', { AllowMedia: false }, false],
    ['media of both', { AllowMedia: true }, true],
    ['clipboard-sanitized-write', {}, true],
    ['clipboard-read', {}, false],
    ['geolocation', { AllowMedia: true }, false],
    ['display-capture', { AllowMedia: true }, false],
    ['openExternal', {}, false],
    ['fileSystem', {}, false],
    ['a permission of a later Electron', {}, false],
  ])('5: handle session permission requests: %s with %j is %j', async (asked, policy, expected) => {
    const { defaultSession } = await start({ policy });
    const mediaTypes = {
      ...{ 'media of the microphone': ['audio'], 'media of the camera': ['video'] },
      'media of both': ['audio', 'video'],
    }[asked];
    const permission = mediaTypes === undefined ? asked : 'media';
    const answers: unknown[] = [];
    const request = (requestingUrl: string) =>
      defaultSession.request?.({}, permission, (answer: boolean) => answers.push(answer), {
        ...{ requestingUrl, ...(mediaTypes === undefined ? {} : { mediaTypes }) },
      });
    request('app://balai/index.html');
    request('https://example.com/');
    expect(answers).toEqual([expected, false]);
    const check = (origin: string, mediaType: string | undefined) =>
      defaultSession.check?.({}, permission, origin, { mediaType });
    expect((mediaTypes ?? [undefined]).every((one) => check('app://balai', one))).toBe(expected);
    expect(check('https://example.com', mediaTypes?.[0])).toBe(false);
    expect(defaultSession.device?.({})).toBe(false);
  });

  it('6: do not disable webSecurity', async () => {
    expect((await start()).window.options.webPreferences?.webSecurity).toBe(true);
  });

  it('7: define a content security policy', async () => {
    const { pages } = await start();
    const answer = await pages.get('app')?.(new Request('app://balai/none.html'));
    const policy = answer?.headers.get('content-security-policy') ?? '';
    const rules = new Map(
      policy.split('; ').map((rule) => {
        const [name = '', ...values] = rule.split(' ');
        return [name, values.join(' ')] as const;
      }),
    );
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('script-src')).toBe("'self'");
    // The app's own scheme: the shell answers it, and no network does.
    expect(rules.get('connect-src')).toBe("'self'");
    expect(rules.get('frame-ancestors')).toBe("'none'");
    expect(policy).not.toMatch(/unsafe-|\*|http/);
  });

  it('8: do not set allowRunningInsecureContent', async () => {
    const { webPreferences } = (await start()).window.options;
    expect(webPreferences?.allowRunningInsecureContent).toBe(false);
  });

  it('9: do not enable experimental features', async () => {
    expect((await start()).window.options.webPreferences?.experimentalFeatures).toBe(false);
  });

  it('10: do not use enableBlinkFeatures', async () => {
    const { webPreferences } = (await start()).window.options;
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures');
  });

  it('11: do not use allowpopups for WebViews', async () => {
    const { webPreferences } = (await start()).window.options;
    expect(webPreferences?.webviewTag).toBe(false);
    expect(readFileSync(join(root, 'renderer', 'index.html'), 'utf8')).not.toContain('webview');
  });

  it('12: verify WebView options before creation: there is none', async () => {
    const { contents } = await strangeContents();
    const event = anEvent({});
    contents.emit('will-attach-webview', event, {}, {});
    expect(event.prevented).toBe(true);
  });

  it.each([
    ['app://balai/index.html#/c/1', false, []],
    ['https://example.com/', true, ['https://example.com/']],
    ['app://balai.example.com/', true, []],
    ['app://evil@balai/', true, []],
    ['file:///etc/passwd', true, []],
    ['javascript:alert(1)', true, []],
    ['balai://open', true, []],
  ])('13: disable or limit navigation: to %s', async (url, prevented, outside) => {
    const { contents, opened, settle } = await strangeContents();
    for (const name of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
      const event = anEvent({ url, isMainFrame: true });
      contents.emit(name, event);
      expect(event.prevented).toBe(prevented);
    }
    await settle();
    expect([...new Set(opened)]).toEqual(outside);
  });

  it('13: a frame within the page goes nowhere', async () => {
    const { contents, opened } = await strangeContents();
    const event = anEvent({ url: 'https://example.com/', isMainFrame: false });
    contents.emit('will-frame-navigate', event);
    expect([event.prevented, opened]).toEqual([true, []]);
  });

  it('14: disable or limit creation of new windows', async () => {
    const { contents, opened, settle } = await strangeContents();
    for (const url of [
      'https://example.com/',
      'app://balai/index.html',
      'file:///x',
      'about:blank',
    ]) {
      expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    }
    await settle();
    expect(opened).toEqual(['https://example.com/']);
  });

  it('15: do not use shell.openExternal with untrusted content', async () => {
    const { call, opened } = await start();
    for (const url of ['file:///etc/passwd', 'ms-msdt:/id', 'javascript:1', 'https://a:b@c/']) {
      expect(await call('openOutside', { url })).toMatchObject({ value: false });
    }
    expect(opened).toEqual([]);
  });

  it('16: use a current version of Electron', () => {
    const read = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));
    const wanted = read('package.json').devDependencies.electron as string;
    const major = Number(/\d+/.exec(wanted)?.[0]);
    // The newest three are kept (electronjs.org/docs/latest/tutorial/electron-timelines).
    expect(major).toBeGreaterThanOrEqual(45);
    expect(read('node_modules', 'electron', 'package.json').version).toMatch(`${major}.`);
  });

  it.each([
    ['another origin', { url: 'https://example.com/' }],
    ['an origin that begins alike', { url: 'app://balai.example.com/' }],
    ['a frame within the page', { frame: { url: 'app://balai/index.html' } }],
    ['a frame that has gone', { frame: null }],
  ])('17: validate the sender of all IPC messages: %s gets nothing', async (_who, from) => {
    const { ask, logged } = await start();
    expect(ask('core', from)).toBeUndefined();
    expect(ask('shell', from)).toBeUndefined();
    expect(ask('file', from)).toBeUndefined();
    expect(logged).toEqual(Array(3).fill('a port was refused'));
  });

  it('17: the page itself gets the three ports that it can name, and no other', async () => {
    const { ask, ipcMain, window } = await start();
    expect(ask('core')).toBeDefined();
    expect(ask('shell')).toBeDefined();
    expect(ask('file')).toBeDefined();
    const before = window.webContents.posted.length;
    for (const name of ['main', '', null, {}, '__proto__']) ask(name);
    expect(window.webContents.posted).toHaveLength(before);
    expect(ipcMain.eventNames()).toEqual(['balai:port']);
  });

  it('17: a page that went elsewhere meanwhile gets no port', async () => {
    const { ask, clock, processes, window } = await start();
    processes[0]?.emit('exit', 1);
    ask('core');
    window.webContents.url = 'https://example.com/';
    clock.advance(100);
    expect(processes).toHaveLength(2);
    expect(window.webContents.posted).toEqual([]);
  });

  it('18: avoid the file: protocol, prefer a custom one', async () => {
    const { pages, window } = await start();
    expect([...pages.keys()]).toEqual(['app']);
    expect(window.loaded.join()).not.toContain('file:');
  });

  it('19: check which fuses you can change', () => {
    const config = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    const fuses = Object.fromEntries(
      [...config.matchAll(/^ {2}(\w+): (true|false)$/gm)].map((match) => [match[1], match[2]]),
    );
    expect(fuses).toMatchObject({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('20: do not expose Electron APIs to untrusted web content', async () => {
    const exposed = new Map<string, Record<string, unknown>>();
    const sent: unknown[] = [];
    const required: string[] = [];
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name: string, api: Record<string, unknown>) => exposed.set(name, api),
      },
      ipcRenderer: { on: () => undefined, send: (...message: unknown[]) => sent.push(message) },
    };
    const info = {
      host: 'electron',
      platform: 'linux',
      version: '1.2.3',
      ownFrame: false,
    } as const;
    runInNewContext(await bundlePreload(root), {
      require: (name: string) => (required.push(name), electron),
      process: { argv: ['electron', shellInfoArgument(info)] },
      window: { location: { origin: 'app://balai' } },
      module: {},
      exports: {},
    });
    expect(required).toEqual(['electron']);
    expect([...exposed.keys()]).toEqual(['balai']);
    const bridge = exposed.get('balai') ?? {};
    expect(Object.keys(bridge)).toEqual(['info', 'requestPort']);
    expect(bridge['info']).toEqual(info);
    const request = bridge['requestPort'] as (name: unknown) => void;
    for (const name of ['core', 'shell', 'file', 'other', {}, undefined]) request(name);
    expect(sent).toEqual([
      ['balai:port', 'core'],
      ['balai:port', 'shell'],
      ['balai:port', 'file'],
    ]);
  });

  it('beyond the list: nothing is downloaded, and nothing fetched for spelling', async () => {
    const { defaultSession, window } = await start();
    const event = anEvent({});
    defaultSession.emit('will-download', event);
    expect(event.prevented).toBe(true);
    expect(window.options.webPreferences?.spellcheck).toBe(false);
  });

  it('beyond the list: developer tools are for development', async () => {
    const released = await start();
    expect(released.window.options.webPreferences?.devTools).toBe(false);
    const developed = await start({ before: (fake) => (fake.app.isPackaged = false) });
    expect(developed.window.options.webPreferences?.devTools).toBe(true);
  });
});
