import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { Process } from './process.ts';
import { Screen } from './screen.ts';

interface Relay {
  readonly listening: string;
}

export interface OfficeOptions {
  readonly relayArgs?: readonly string[];
  /** In the place of the relay's own: one with parts of a test's. */
  readonly relayProgram?: string;
  /** The workspace's name, where it is not the demo's. */
  readonly workspace?: string;
}

/** A workspace of its own on a relay of its own, and the people who sit at their screens. */
export class Office {
  readonly dir: string;
  readonly #options: OfficeOptions;
  readonly #screens: Screen[] = [];
  /** The port of each profile's cable, by the profile's folder. */
  readonly #cables = new Map<string, number>();
  #relay: Process<Relay>;

  private constructor(dir: string, relay: Process<Relay>, options: OfficeOptions) {
    this.dir = dir;
    this.#relay = relay;
    this.#options = options;
  }

  static async open(options: OfficeOptions = {}): Promise<Office> {
    const dir = mkdtempSync(join(tmpdir(), 'balai-office-'));
    cpSync(await filled(), dir, { recursive: true });
    if (options.workspace !== undefined) await rename(dir, options.workspace);
    return new Office(dir, await startRelay(dir, options), options);
  }

  /** The relay's own address, for a client without a cable that can be cut. */
  get address(): string {
    return this.#relay.answer.listening;
  }

  /** Somebody's computer, with their Balai open and signed in, in a browser window of its own. */
  async screen(
    browser: Browser,
    name: string,
    context: BrowserContextOptions = {},
  ): Promise<Screen> {
    return this.#open(browser, join(this.dir, 'people', name), name, context);
  }

  /** A computer on which nobody is signed in. */
  freshScreen(browser: Browser, context: BrowserContextOptions = {}): Promise<Screen> {
    const dir = mkdtempSync(join(this.dir, 'fresh-'));
    return this.#open(browser, dir, null, context);
  }

  /** Adds a person by the admin's command line; gives their invitation code. */
  async invite(name: string, displayName: string): Promise<string> {
    const adding = await Process.start<{ code: string }>([
      'server/cli/main.ts',
      ...['--data', join(this.dir, 'relay'), '--json', 'user', 'add'],
      ...['--name', name, '--display-name', displayName],
    ]);
    await adding.stop();
    return adding.answer.code;
  }

  /** Somebody leaves the company. */
  async disable(name: string): Promise<void> {
    const disabling = await Process.start([
      'server/cli/main.ts',
      ...['--data', join(this.dir, 'relay'), '--json', 'user', 'disable', name],
    ]);
    await disabling.stop();
  }

  /** The folder of somebody's profile. */
  profileOf(name: string): string {
    return join(this.dir, 'people', name);
  }

  async killRelay(): Promise<void> {
    await this.#relay.stop('SIGKILL');
  }

  async startRelay(): Promise<void> {
    this.#relay = await startRelay(this.dir, this.#options);
    for (const screen of this.#screens) screen.cable.leadTo(portOf(this.#relay));
  }

  async close(): Promise<void> {
    for (const screen of this.#screens) await screen.close();
    await this.#relay.stop('SIGKILL');
    rmSync(this.dir, { recursive: true, force: true });
  }

  async #open(
    browser: Browser,
    dir: string,
    name: string | null,
    context: BrowserContextOptions,
  ): Promise<Screen> {
    const port = portOf(this.#relay);
    const cableAt = this.#cables.get(dir);
    const screen = await Screen.open(browser, { dir, port, name, context, cableAt });
    this.#cables.set(dir, screen.cable.port);
    this.#screens.push(screen);
    // While a computer that knows nothing yet fetches, its list moves under whoever clicks in it.
    const usual = Object.keys(context).length === 0;
    if (name !== null && cableAt === undefined && usual) await screen.desk.whole();
    return screen;
  }
}

const portOf = (relay: Process<Relay>): number => Number(new URL(relay.answer.listening).port);

const startRelay = (
  dir: string,
  { relayArgs = [], relayProgram = 'server/main.ts' }: OfficeOptions,
): Promise<Process<Relay>> =>
  Process.start([
    relayProgram,
    ...['--data', join(dir, 'relay'), '--port', '0', '--log-level', 'error'],
    ...['--link-previews', 'false', ...relayArgs],
  ]);

/** What every office begins with; filled once in each process that opens some. */
let demo: Promise<string> | undefined;
const filled = (): Promise<string> => (demo ??= fill());

/** Fills a relay with the demo, as the first start does; gives the folder. */
async function fill(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'balai-demo-'));
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const filling = await Process.start([
    'scripts/starting/fill-relay.ts',
    ...['--relay', join(dir, 'relay'), '--profiles', join(dir, 'people')],
    ...['--export', 'demo/nusa-mandiri', '--workspace', 'Nusa Mandiri', '--demo', '--at-work'],
  ]);
  // It says that all is there, and then closes the database.
  await filling.end();
  return dir;
}

async function rename(dir: string, name: string): Promise<void> {
  const renaming = await Process.start([
    ...['server/cli/main.ts', '--data', join(dir, 'relay'), '--json'],
    ...['workspace', 'set', '--name', name],
  ]);
  await renaming.stop();
}
