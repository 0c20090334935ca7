import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { PORT_CHANNEL } from '../../preload/port-channel.ts';
import { startApp } from '../app.ts';
import { START_PAGE } from '../origin.ts';
import { readPolicy } from '../policy/policies.ts';
import { fakeElectron, type FakeWindow } from './electron.ts';

export interface Given {
  readonly platform?: NodeJS.Platform;
  readonly argv?: readonly string[];
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly before?: (fake: ReturnType<typeof fakeElectron>, folder: string) => void;
}

/** The app, started on a fake Electron, with its window open and its page loaded. */
export async function runningApp({
  platform = 'linux',
  argv = [],
  policy = {},
  before,
}: Given = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'balai-shell-'));
  const fake = fakeElectron(folder);
  const clock = new FakeClock();
  const logged: string[] = [];
  before?.(fake, folder);
  startApp({
    electron: fake.electron,
    clock,
    policy: readPolicy([policy], () => undefined),
    platform,
    argv,
    folder,
    log: (message) => logged.push(message),
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  await settle();
  const window = fake.windows[0]!;
  window?.webContents.emit('did-finish-load');

  /** The page asks for a port, as the preload does. */
  const ask = (
    name: unknown,
    from: { url?: string; frame?: object | null; window?: FakeWindow } = {},
  ) => {
    const { webContents } = from.window ?? window;
    const frame = { ...webContents.mainFrame, url: from.url ?? webContents.url };
    const senderFrame = from.frame === undefined ? frame : from.frame;
    const sender = Object.assign(Object.create(webContents), {
      mainFrame: from.frame === undefined ? frame : webContents.mainFrame,
    });
    fake.ipcMain.emit(PORT_CHANNEL, { sender, senderFrame }, name);
    return webContents.posted.at(-1)?.ports[0];
  };

  /** Calls the shell as the page does, over a port of its own. */
  const call = async (method: string, args: object, of = window): Promise<unknown> => {
    const port = ask('shell', { window: of });
    if (port === undefined) throw new Error('the page got no port');
    const answer = new Promise<unknown>((resolve) =>
      port.on('message', ({ data }: { data: unknown }) => resolve(data)),
    );
    port.start();
    port.postMessage({ id: 1, method, args });
    return answer;
  };

  return {
    ...fake,
    ask,
    call,
    clock,
    folder,
    logged,
    settle,
    window,
    page: START_PAGE,
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}
