import { expect, type Locator, type Page } from '@playwright/test';
import { chosenFiles } from './chosen-files.ts';
import type { SomeFile } from './some-files.ts';

/** A message as it stands on a screen. */
export interface Said {
  readonly id: string;
  readonly who: string;
  readonly time: string;
  readonly text: string;
  /** Emoji with their counts. */
  readonly reactions: readonly string[];
}

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

/** What somebody does and sees at their screen, found by the names that a screen reader says. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }
  get sidebar(): Locator {
    return this.page.getByRole('navigation', { name: 'Conversations' });
  }
  /** The right panel: a thread, details, search results. */
  get panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Details' });
  }
  get list(): Locator {
    return this.page.getByRole('log', { name: 'Messages', exact: true });
  }
  get messages(): Locator {
    return this.list.getByRole('article');
  }
  get thread(): Locator {
    return this.page.getByRole('log', { name: 'Messages of the thread' });
  }
  get composer(): Locator {
    return this.main.getByRole('textbox', { name: /^Message / });
  }
  get reply(): Locator {
    return this.panel.getByRole('textbox', { name: 'Reply in thread' });
  }
  /** The state of the connection, which opens the outbox. */
  get pill(): Locator {
    return this.sidebar.getByRole('button', {
      name: /^(Connected|Connecting|Reconnecting|Offline|Not connected)/,
    });
  }
  /** At the door, which takes the place of all else. */
  get signIn(): Locator {
    return this.page.getByRole('button', { name: 'Sign in', exact: true });
  }
  get outbox(): Locator {
    return this.page.getByRole('dialog', { name: 'Waiting to be sent' });
  }

  get results(): Locator {
    return this.panel.getByRole('listbox', { name: 'Search results' }).getByRole('option');
  }

  /** Waits until everything that was missing is here. */
  async whole(): Promise<void> {
    await expect(this.pill).toHaveText('Connected', { timeout: 30_000 });
    await expect(this.pill.locator('[role=progressbar]')).toHaveCount(0, { timeout: 30_000 });
  }

  /** Does not wait for the next try, which may be half a minute away. Leaves the outbox open. */
  async connectNow(): Promise<void> {
    const tryNow = this.outbox.getByRole('button', { name: 'Try now' });
    await expect(async () => {
      // That next try may also have come first, and the desk has gone with a session that ended,
      // or the button with a line that is there.
      if (await this.signIn.isVisible()) return;
      if (!(await this.outbox.isVisible())) await this.pill.click({ timeout: 500 });
      const state = await this.pill.textContent({ timeout: 500 });
      if (state?.startsWith('Connected') === true) return;
      await tryNow.click({ timeout: 500 });
    }).toPass({ timeout: 20_000 });
  }

  /** As `connectNow`, and closes the outbox, under which nothing can be pressed. */
  async comeBack(): Promise<void> {
    await this.connectNow();
    await this.closeOutbox();
  }

  /** What is pressed in it may go while it is pressed; Esc finds it again a moment later. */
  async closeOutbox(): Promise<void> {
    await expect(async () => {
      if (await this.outbox.isVisible()) await this.page.keyboard.press('Escape');
      await expect(this.outbox).toBeHidden({ timeout: 500 });
    }).toPass();
  }

  message(text: string | RegExp): Locator {
    return this.messages.filter({ hasText: text });
  }

  /** A channel's row in the sidebar; its name goes on with what is unread in it. */
  place(name: string): Locator {
    return this.sidebar.getByRole('link', { name: new RegExp(`^${escaped(name)}(?![\\w-])`) });
  }

  async open(name: string): Promise<void> {
    await this.place(name).click();
    await this.main.getByRole('heading', { level: 2, name }).waitFor();
    await this.list.and(this.page.locator('[aria-busy=false]')).waitFor();
  }

  /** Goes to the newest message of what is open, where it is not in sight. */
  async toNewest(): Promise<void> {
    const jump = this.main.getByRole('button', {
      name: /^(Jump to the newest|[\d,]+ new messages?)$/,
    });
    if (!(await jump.isVisible())) return;
    await jump.click();
    await jump.waitFor({ state: 'hidden' });
  }

  /** Opens a channel and reads on to its end. */
  async readAll(name: string): Promise<void> {
    await this.open(name);
    await this.list.hover();
    await this.page.mouse.wheel(0, 100_000);
    await this.place(name)
      .filter({ hasNotText: /unread|for you/ })
      .waitFor();
  }

  /** Writes a message; `reads` is how it stands in the list. */
  async write(text: string, reads: string | RegExp = text): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await this.messages.last().filter({ hasText: reads }).waitFor();
  }

  /** What waits in the composer beside its words. */
  get tray(): Locator {
    return this.main.getByRole('list', { name: 'Attached files' }).getByRole('listitem');
  }

  /** As chosen in the system's dialog. */
  async attach(files: readonly SomeFile[]): Promise<void> {
    await this.main.locator('input[data-attach]').first().setInputFiles(chosenFiles(files));
  }

  /** Opens the details of the conversation that is open. */
  async details(): Promise<void> {
    const button = this.main.getByRole('button', { name: 'Details' });
    const shown = this.panel.getByRole('heading', { name: 'Details' });
    if (!(await shown.isVisible())) await button.click();
    await shown.waitFor();
  }

  /** Searches everywhere, by the keys. */
  async search(query: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+f');
    await this.panel.getByRole('combobox').fill(query);
  }

  /** One of the lines of a message's menu. */
  async choose(message: Locator, action: string): Promise<void> {
    await message.hover();
    await message.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async react(message: Locator, emojiName: string): Promise<void> {
    await message.hover();
    const tools = message.getByRole('toolbar');
    await tools.getByRole('button', { name: 'Add a reaction' }).click();
    await this.pickEmoji(emojiName);
  }

  /** The picker is open. */
  async pickEmoji(emojiName: string): Promise<void> {
    const field = this.page.getByRole('combobox', { name: 'Find an emoji' });
    await field.fill(emojiName);
    await field.press('Enter');
    await field.waitFor({ state: 'hidden' });
  }

  async edit(message: Locator, text: string): Promise<void> {
    await this.choose(message, 'Edit');
    const field = this.page.getByRole('textbox', { name: 'Edit the message' });
    await field.fill(text);
    await field.press('Enter');
  }

  async remove(message: Locator): Promise<void> {
    await this.choose(message, 'Delete');
    const question = this.page.getByRole('alertdialog', { name: 'Delete this message?' });
    await question.getByRole('button', { name: 'Delete' }).click();
  }

  /** What stands in the list, oldest first: of each message what a screen reader says of it. */
  said(list: Locator = this.list): Promise<Said[]> {
    return list.getByRole('article').evaluateAll((rows: HTMLElement[]) =>
      rows.map((row) => {
        const part = (name: string) => row.querySelector(`[id^="${name}-"]`);
        return {
          id: row.dataset['message'] ?? '',
          who: part('who')?.textContent ?? '',
          time: part('time')?.getAttribute('datetime') ?? '',
          text: part('body')?.textContent ?? '',
          reactions: [...row.querySelectorAll('button[aria-pressed]')]
            .filter((button) => button.closest('[role=toolbar]') === null)
            .map((button) => button.textContent),
        };
      }),
    );
  }

  /** Waits until so many messages are drawn, or all that there are: a moment after a channel opened. */
  async drawn(count: number): Promise<void> {
    const start = this.list.getByRole('heading', { level: 3 });
    await expect
      .poll(async () => (await start.isVisible()) || (await this.messages.count()) >= count)
      .toBe(true);
  }

  /** Reads what is open from its end up to its beginning; gives all of it, as it stands. */
  async readThrough(): Promise<Said[]> {
    const start = this.list.getByRole('heading', { level: 3 });
    const all: Said[] = [];
    await this.list.hover();
    for (;;) {
      const atStart = await start.isVisible();
      const now = await this.said();
      const joint = all.length === 0 ? now.length : now.findIndex(({ id }) => id === all[0]?.id);
      if (joint < 0) throw new Error('what came does not join what was there');
      all.unshift(...now.slice(0, joint));
      if (atStart) return all;
      await this.page.mouse.wheel(0, -4_000);
      await expect
        .poll(async () => (await start.isVisible()) || (await this.said())[0]?.id !== now[0]?.id)
        .toBe(true);
    }
  }
}
