import { test as base, type Page } from '@playwright/test';
import { serveFixturePage, type FixturePage } from './fixture-page.ts';

/** What the page's own core can be told; see renderer/testing/fixture-core.ts. */
interface FixtureCore {
  say(channel: string, authorId: string, text: string): void;
  missing(channel: string, count: number): void;
  connect(connected: boolean): void;
  office: {
    me: { id: string };
    people: { id: string }[];
    channels: { view: { id: string; name: string } }[];
  };
}
declare global {
  interface Window {
    fixture?: FixtureCore;
  }
}

/** A conversation in a browser, with what tests of it do again and again. */
export class Conversation {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get composer() {
    return this.page.locator('main textarea');
  }
  get messages() {
    return this.page.locator('main [data-message]');
  }

  async open(name: string): Promise<void> {
    await this.page.evaluate((channel) => {
      const found = window.fixture?.office.channels.find((one) => one.view.name === channel);
      location.hash = `#/c/${found?.view.id ?? ''}`;
    }, name);
    const title = this.page.locator('main h2');
    if (name !== '') await title.filter({ hasText: name }).waitFor();
    await this.composer.waitFor();
  }

  /** Somebody else writes. */
  async say(channel: string, text: string): Promise<void> {
    await this.page.evaluate(
      ([name = '', words = '']) =>
        window.fixture?.say(name, window.fixture.office.people[2]?.id ?? '', words),
      [channel, text],
    );
  }
}

export const test = base.extend<{ conversation: Conversation }, { fixturePage: FixturePage }>({
  fixturePage: [
    async ({}, use) => {
      const served = await serveFixturePage();
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
  conversation: async ({ page, fixturePage }, use) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(fixturePage.url);
    await page.waitForFunction(() => window.fixture !== undefined);
    await page.locator('main textarea').waitFor();
    await use(new Conversation(page));
  },
});
export { expect } from '@playwright/test';
