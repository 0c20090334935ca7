import { expect, test } from '@playwright/test';

/** What these specs stand on: a browser that does nothing of its own beside them. */
const OFF = '--disable-features=';

test('what Playwright switches off of the browser stays off', async ({ browser }) => {
  const session = await browser.newBrowserCDPSession();
  const { commandLine } = await session.send('SystemInfo.getInfo');
  const [byPlaywright, byUs] = commandLine
    .split(' ')
    .filter((one) => one.startsWith(OFF))
    .map((one) => one.slice(OFF.length).split(','));
  expect(byPlaywright).toContain('HttpsUpgrades');
  expect(byUs).toEqual(expect.arrayContaining(byPlaywright!));
});

test('a window holds its page, and none of the browser’s own', async ({ browser, page }) => {
  await page.goto('data:text/html,<title>Alone</title>');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', {
    filter: [{ type: 'tab', exclude: true }, {}],
  });
  expect(targetInfos.map(({ url }) => url)).toEqual([page.url()]);
});
