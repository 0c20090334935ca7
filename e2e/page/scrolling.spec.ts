import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** What is told of a row over some time, px. */
interface Watched {
  /** The furthest that it was from where it stood at first. */
  moved: number;
  /** Messages that were drawn above it at first and at the end. */
  aboveBefore: number;
  aboveAfter: number;
  drawn: number;
}

/**
 * Does something to the list, then watches the row in the middle of the screen in every frame for
 * a while: long enough for pages to be asked for, answered and drawn.
 */
const watch = (
  page: Page,
  what: 'nothing' | 'near the top' | 'grow above' | 'say',
): Promise<Watched> =>
  page.evaluate(async (todo) => {
    const feed = document.querySelector<HTMLElement>('main [role="log"]');
    const scroller = feed?.parentElement;
    if (!feed || !scroller) throw new Error('no list');
    const rows = (): HTMLElement[] => [...feed.querySelectorAll<HTMLElement>('[data-message]')];
    // The task after a frame: what is measured then is what has been painted.
    const frame = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port2.addEventListener('message', () => resolve(), { once: true });
          port2.start();
          port1.postMessage(null);
        });
      });
    if (todo === 'near the top') {
      scroller.scrollTop = 200;
      // Where the scroll itself has put things, before any answer can come.
      await frame();
    }
    const box = scroller.getBoundingClientRect();
    const middle = rows().find((row) => row.getBoundingClientRect().top > box.top + box.height / 2);
    if (middle === undefined) throw new Error('no row in the middle');
    const first = middle.getBoundingClientRect().top;
    const aboveBefore = rows().indexOf(middle);
    if (todo === 'grow above') {
      const above = rows()[aboveBefore - 8];
      if (above === undefined) throw new Error('nothing above');
      above.style.paddingBlockEnd = '137px';
    }
    if (todo === 'say') {
      const office = window.fixture?.office;
      for (let i = 0; i < 5; i += 1)
        window.fixture?.say('panjang', office?.people[1]?.id ?? '', `baru ${i}`);
    }
    let moved = 0;
    for (let i = 0; i < 40; i += 1) {
      await frame();
      moved = Math.max(moved, Math.abs(middle.getBoundingClientRect().top - first));
    }
    return {
      moved,
      aboveBefore,
      aboveAfter: rows().indexOf(middle),
      drawn: rows().length,
    };
  }, what);

/** Scrolls the list, and waits until that has been drawn. */
const scroll = (page: Page, by: number): Promise<void> =>
  page.evaluate(async (distance) => {
    const scroller = document.querySelector('main [role="log"]')?.parentElement;
    scroller?.scrollBy({ top: distance, behavior: 'instant' });
    for (let i = 0; i < 3; i += 1) {
      await new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()));
    }
  }, by);

test('history that arrives moves nothing by more than a pixel', async ({ conversation, page }) => {
  await conversation.open('panjang');
  let pages = 0;
  for (let i = 0; i < 12; i += 1) {
    const { moved, aboveBefore, aboveAfter, drawn } = await watch(page, 'near the top');
    expect(moved).toBeLessThanOrEqual(1);
    expect(drawn).toBeLessThanOrEqual(200);
    if (aboveAfter > aboveBefore) pages += 1;
  }
  expect(pages).toBe(12);
});

test('what grows above the screen moves nothing on it', async ({ conversation, page }) => {
  await conversation.open('panjang');
  await scroll(page, -700);
  const { moved } = await watch(page, 'grow above');
  expect(moved).toBeLessThanOrEqual(1);
});

test('what is written below moves nothing for somebody who reads above', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await scroll(page, -1_500);
  await expect(page.getByRole('button', { name: 'Jump to the newest' })).toBeVisible();
  const { moved } = await watch(page, 'say');
  expect(moved).toBeLessThanOrEqual(1);
  const jump = page.getByRole('button', { name: '5 new messages' });
  await expect(jump).toBeVisible();
  await jump.click();
  await expect(conversation.messages.last()).toContainText('baru 4');
  await expect(conversation.messages.last()).toBeInViewport();
});

test('the newest stays in sight when it comes, and when the composer grows', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const distance = (): Promise<number> =>
    page.evaluate(() => {
      const scroller = document.querySelector('main [role="log"]')?.parentElement;
      if (!scroller) return Number.NaN;
      return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    });
  expect(await distance()).toBeLessThanOrEqual(1);
  await conversation.say('panjang', 'satu\ndua\ntiga');
  await expect(conversation.messages.last()).toContainText('tiga');
  expect(await distance()).toBeLessThanOrEqual(1);
  await conversation.composer.fill('a\nb\nc\nd\ne\nf');
  await expect.poll(distance).toBeLessThanOrEqual(1);
});

test('S6: the newest stays in sight also where for a while something newer was missing', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  await page.evaluate(() => window.fixture?.missing('panjang', 300));
  await expect(page.locator('main [data-row^="hole-"]')).toContainText('300');
  await page.evaluate(() => {
    const { fixture } = window;
    for (let i = 0; i < 300; i++)
      fixture?.say('panjang', fixture.office.people[2]?.id ?? '', `ke-${i}`);
    fixture?.missing('panjang', 0);
  });
  await expect(conversation.messages.last()).toContainText('ke-299');
  await expect(conversation.messages.last()).toBeInViewport({ ratio: 1 });
});

test('the newest stays in sight when it grows before an older scroll is told', async ({
  conversation,
  page,
}) => {
  await conversation.open('panjang');
  const distance = await page.evaluate(async () => {
    const scroller = document.querySelector<HTMLElement>('main [role="log"]')?.parentElement;
    const last = [...document.querySelectorAll<HTMLElement>('main [data-message]')].at(-1);
    if (!scroller || last === undefined) return Number.NaN;
    last.style.paddingBlockEnd = '120px';
    scroller.dispatchEvent(new Event('scroll'));
    for (let i = 0; i < 3; i += 1) {
      await new Promise<void>((resolve) => void requestAnimationFrame(() => resolve()));
    }
    return scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  });
  expect(distance).toBeLessThanOrEqual(1);
});

test('a channel comes back where it was left', async ({ conversation, page }) => {
  await conversation.open('panjang');
  await scroll(page, -1_300);
  const top = (): Promise<string> =>
    page.evaluate(() => {
      const scroller = document.querySelector<HTMLElement>('main [role="log"]')?.parentElement;
      const edge = scroller?.getBoundingClientRect().top ?? 0;
      const row = [...document.querySelectorAll('main [data-message]')].find(
        (one) => one.getBoundingClientRect().bottom > edge,
      );
      return `${row?.getAttribute('data-message')} ${Math.round((row?.getBoundingClientRect().top ?? 0) - edge)}`;
    });
  const left = await top();
  await conversation.open('kosong');
  await conversation.open('panjang');
  await expect.poll(top).toBe(left);
  // And where something was written meanwhile, which makes what was kept worthless (S11).
  await conversation.open('kosong');
  await conversation.say('panjang', 'baru');
  await conversation.open('panjang');
  await expect.poll(top).toBe(left);
});

test('a link to a message goes to it and lights it up', async ({ conversation, page }) => {
  await conversation.open('panjang');
  const id = await page.evaluate(async () => {
    const channel = window.fixture?.office.channels.find((one) => one.view.name === 'panjang') as
      | { view: { id: string }; messages: { id: string }[] }
      | undefined;
    const message = channel?.messages[1_234]?.id ?? '';
    location.hash = `#/c/${channel?.view.id ?? ''}/m/${message}`;
    return message;
  });
  await expect(page.locator(`[data-message="${id}"]`)).toBeInViewport();
  await expect(page.locator(`[data-message="${id}"]`)).toContainText('pesan 1235');
});

test('a channel opened at what is new stays unread until its end has been on the screen', async ({
  conversation,
  page,
}) => {
  // More that is new than the screen holds.
  for (let i = 0; i < 30; i += 1) await conversation.say('semua-jenis', `baru ${i}`);
  const row = page.getByRole('navigation', { name: 'Conversations' }).getByRole('link', {
    name: 'semua-jenis',
  });
  await expect(row).toContainText('unread');
  await conversation.open('semua-jenis');
  await expect(page.getByRole('separator').filter({ hasText: 'New' })).toBeInViewport();
  await expect(row).toContainText('unread');
  await page.getByRole('button', { name: '30 new messages' }).click();
  await expect(row).not.toContainText('unread');
});
