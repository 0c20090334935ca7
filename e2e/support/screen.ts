import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { Cable } from './cable.ts';
import { Desk } from './desk.ts';
import { Process } from './process.ts';

/** Who sits at a computer, and where. */
export interface Seat {
  readonly dir: string;
  /** The relay's port on this machine. */
  readonly port: number;
  /** Where the cable's near end lay when the profile was used before: it knows the relay by that. */
  readonly cableAt?: number | undefined;
  /** null: nobody is signed in. */
  readonly name: string | null;
  readonly context: BrowserContextOptions;
}

interface Host {
  readonly url: string;
}

/** One person's computer: its cable to the relay, the core, and the page in front of it. */
export class Screen {
  readonly cable: Cable;
  readonly #browser: Browser;
  readonly #seat: Seat;
  #host: Process<Host>;
  page: Page;

  private constructor(browser: Browser, seat: Seat, cable: Cable, host: Process<Host>, page: Page) {
    this.#browser = browser;
    this.#seat = seat;
    this.cable = cable;
    this.#host = host;
    this.page = page;
  }

  static async open(browser: Browser, seat: Seat): Promise<Screen> {
    const cable = await Cable.to(seat.port, seat.cableAt);
    const host = await startHost(seat, cable);
    try {
      return new Screen(browser, seat, cable, host, await openPage(browser, seat, host));
    } catch (error) {
      // Nobody knows of it yet who could close it.
      await host.stop('SIGKILL');
      cable.close();
      throw error;
    }
  }

  get desk(): Desk {
    return new Desk(this.page);
  }

  /** Kills the client in the midst of whatever it does. */
  async kill(): Promise<void> {
    await this.#host.stop('SIGKILL');
    await this.page.context().close();
  }

  /** Ends the client as a person does: it closes its files. */
  async quit(): Promise<void> {
    await this.#host.stop();
    await this.page.context().close();
  }

  /** In another window, where one is described: its size, its language. */
  async reopen(context = this.#seat.context): Promise<void> {
    this.#host = await startHost(this.#seat, this.cable);
    this.page = await openPage(this.#browser, { ...this.#seat, context }, this.#host);
  }

  async close(): Promise<void> {
    this.cable.close();
    await this.kill();
  }
}

function startHost({ dir, name }: Seat, cable: Cable): Promise<Process<Host>> {
  return Process.start(
    [
      'main/entry/browser-host.ts',
      ...['--data', dir, '--relay', cable.address, '--key-store', 'file'],
      ...(name === null ? [] : ['--person', name]),
    ],
    { BALAI_PASSWORD: DEMO_PASSWORD },
  );
}

async function openPage(browser: Browser, { context }: Seat, host: Process<Host>): Promise<Page> {
  const opened = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    timezoneId: 'Asia/Jakarta',
    ...context,
  });
  const page = await opened.newPage();
  await page.goto(host.answer.url);
  return page;
}
