import { expect, test, type Page } from '@playwright/test';
import { unfit } from './support/fits.ts';
import { Office } from './support/office.ts';
import { Problems } from './support/problems.ts';
import { smallTargets } from './support/small-targets.ts';
import { walkDialogs } from './support/walk-dialogs.ts';
import { walkAdmin, walkPages } from './support/walk.ts';

/**
 * WCAG 2.2, 1.4.4: the window of a small laptop, 1366 px by 768, at 200 %. And 1.4.10: one of
 * 1280 px by 1024 at 400 %.
 */
const ZOOMED = { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 };
const REFLOWED = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };
const ZOOMS = [
  { zoom: '200 %', screen: ZOOMED },
  { zoom: '400 %', screen: REFLOWED },
] as const;
const WHERE = { channel: 'gudang-surabaya', rootText: 'scanner export' };

let office: Office;

const problems = new Problems();

/** What can be pressed, but is not in sight nor comes there where one goes to it. */
const unreachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const over = [...document.querySelectorAll('[role=dialog], [role=menu]')].at(-1);
    const within = over ?? document.querySelector('main');
    const all = within?.querySelectorAll<HTMLElement>(
      'button, a[href], input, textarea, [role=menuitem], [role=option]',
    );
    return [...(all ?? [])].flatMap((one) => {
      if (one.closest('[inert], [aria-hidden="true"]') !== null) return [];
      // A switch is drawn by its label; what takes the focus is hidden in it.
      const drawn = one.closest('label') ?? one;
      drawn.scrollIntoView({ block: 'nearest' });
      const { top, bottom, width } = drawn.getBoundingClientRect();
      if (width <= 1) return [];
      const middle = (top + bottom) / 2;
      const outside = middle < 0 || middle > innerHeight;
      return outside ? [`out of reach: ${one.outerHTML.slice(0, 160)}`] : [];
    });
  });

const seeOn = (page: Page) => async (screen: string) => {
  problems.add(screen, await unfit(page));
  problems.add(screen, await smallTargets(page));
  problems.add(screen, await unreachable(page));
};

test('what is too small to be pressed is found, and what need not be large is not', async ({
  page,
}) => {
  await page.evaluate(() => {
    const plant = document.createElement('div');
    plant.setAttribute('role', 'dialog');
    plant.innerHTML =
      '<button>Close</button><button>beside</button><button>Alone</button>' +
      '<button>Large</button><button>next to large</button>' +
      '<p>As <a href="#a">one</a> <a href="#b">two</a> said.</p>';
    const place = (element: HTMLElement, x: number, width: number, height: number): void => {
      // One by one, as the page's policy has it.
      Object.assign(element.style, { position: 'fixed', top: '100px', left: `${x}px` });
      Object.assign(element.style, { width: `${width}px`, height: `${height}px` });
    };
    const [close, beside, alone, large, next] = plant.querySelectorAll('button');
    place(close!, 40, 16, 16);
    place(beside!, 60, 16, 16);
    place(alone!, 120, 16, 16);
    place(large!, 200, 24, 24);
    place(next!, 226, 22, 24);
    document.body.append(plant);
  });
  expect(await smallTargets(page)).toEqual([
    'only 16 px by 16, beside "beside": <button class=""> Close',
    'only 16 px by 16, beside "Close": <button class=""> beside',
  ]);
});

for (const { zoom, screen } of ZOOMS) {
  test.describe(`at ${zoom}`, () => {
    // Its own, as the walks leave it other than they found it.
    test.beforeAll(async () => {
      office = await Office.open();
    });
    test.afterAll(() => office.close());

    test('every screen fits, and all of it can be reached and pressed', async ({ browser }) => {
      const { page } = await office.screen(browser, 'ayu.kartika', screen);
      await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
      await walkPages(page, WHERE, seeOn(page));
      await walkDialogs(page, WHERE, seeOn(page));
      expect(problems.take()).toEqual([]);
    });

    test('also for an administrator, and at the door', async ({ browser }) => {
      const { page } = await office.screen(browser, 'hendra.wijaya', screen);
      await walkAdmin(page, seeOn(page));
      const fresh = await office.freshScreen(browser, screen);
      await fresh.page.locator('input[type=password]').waitFor();
      await seeOn(fresh.page)('the door');
      expect(problems.take()).toEqual([]);
    });

    test('messages are read and written', async ({ browser }) => {
      const { page, desk } = await office.screen(browser, 'bagas.pratama', screen);
      await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await desk.open('gudang-surabaya');
      await desk.write('Dibaca dari layar kecil');
      await expect(desk.messages.last()).toBeInViewport({ ratio: 1 });
      await expect(desk.composer).toBeInViewport({ ratio: 1 });
      // Two messages at least stand above the composer.
      if (zoom === '200 %') await expect(desk.messages.nth(-2)).toBeInViewport();
    });

    test('a reaction is picked by key, wherever the message stands', async ({ browser }) => {
      const { page, desk } = await office.screen(browser, 'agus.setiawan', screen);
      await page.locator('nav [data-channel]').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await desk.open('gudang-surabaya');
      // Again: whoever presses the open one comes to it, too.
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await desk.place('gudang-surabaya').click();
      await expect(desk.sidebar).toBeHidden();
      await expect(desk.composer).toBeFocused();
      // Between the messages and the composer stands what leads to the newest, where it is away.
      await desk.toNewest();
      await desk.composer.press('Shift+Tab');
      const picker = page.getByRole('dialog', { name: 'Emoji', exact: true });
      for (let step = 0; step < 3; step += 1) {
        await page.keyboard.press('ArrowUp');
        await page.keyboard.press('+');
        await expect(picker).toBeInViewport({ ratio: 1 });
        // All of the window's height, also from its middle: rows are left for the emoji.
        const height = (await picker.boundingBox())?.height;
        expect(height).toBeGreaterThan(Math.min(330, 0.9 * screen.viewport.height));
        await page.keyboard.press('Escape');
        await expect(picker).toBeHidden();
      }
    });

    test('the list of conversations and all places lie over the page, and go', async ({
      browser,
    }) => {
      const { page, desk } = await office.screen(browser, 'sari.wulandari', screen);
      await desk.main.waitFor();
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await seeOn(page)('the list of conversations');
      await page.getByRole('button', { name: 'People', exact: true }).click();
      await desk.main.getByRole('heading', { name: 'People', exact: true }).waitFor();
      await expect(desk.sidebar).toBeHidden();
      await page.getByRole('button', { name: 'Show conversations' }).click();
      await page.getByRole('button', { name: 'Home', exact: true }).click();
      await expect(desk.sidebar).toBeHidden();
      expect(problems.take()).toEqual([]);
    });
  });
}
