import { expect, test, type Page } from '@playwright/test';
import { problem as inEnglish, signInProblem } from '../../renderer/i18n/en/failures.ts';
import {
  problem as inIndonesian,
  signInProblem as doorInIndonesian,
} from '../../renderer/i18n/id/failures.ts';
import { DEMO_PASSWORD } from '../../server/services/demo/demo-state.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';
import { StrangeRelay, type Manner } from '../support/strange-relay.ts';

const DAY_MS = 86_400_000;

let office: Office;
let ayu: Screen;
let strange: StrangeRelay;
test.beforeEach(async ({ browser }) => {
  office = await Office.open();
  strange = await StrangeRelay.open(closes(closeCodes.goingAway));
  ayu = await office.screen(browser, 'ayu.kartika');
  await ayu.desk.open('umum');
  await ayu.desk.write('Sudah di relay');
  await expect(ayu.desk.pill).toHaveText('Connected');
});
test.afterEach(async () => {
  strange.close();
  await office.close();
});

const info = (oldest: number, newest: number) =>
  [
    200,
    { name: 'Nusa Mandiri', server: 'balai/9', protocol: { oldest, newest }, signIn: ['password'] },
  ] as const;

const closes = (code: number): Manner => ({
  greeted: (line) => line.close(code),
  asked: () => [503, { code: 'unavailable', message: '' }],
});

/** From now on somebody else stands at the relay's address. */
async function meet(manner: Manner, { welcomes = false } = {}): Promise<void> {
  strange.manner = manner;
  ayu.cable.leadTo(strange.port);
  ayu.cable.cut();
  ayu.cable.mend();
  // One that greets is connected again at once: no look may fall between.
  if (!welcomes) await expect(ayu.desk.pill).not.toHaveText(/^Connected/);
}

const outboxIn = (page: Page) => page.getByRole('dialog', { name: /^(Waiting|Menunggu)/ });

/** The sentence behind the state of the connection, in both languages. */
async function expectTold(code: keyof typeof inEnglish): Promise<void> {
  const { page, desk } = ayu;
  await desk.pill.click();
  const retry = desk.outbox.getByRole('button', { name: 'Try now' });
  await expect(async () => {
    // The next try may come first by itself, and the button goes with it.
    if (await retry.isVisible()) await retry.click({ timeout: 500 });
  }).toPass();
  const { what, next } = inEnglish[code];
  await expect(desk.outbox.getByText(`${what} ${next}`)).toBeVisible();
  await desk.closeOutbox();
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: /Language/ }).click();
  await page.getByRole('option', { name: 'Bahasa Indonesia' }).click();
  await page
    .getByRole('button', { name: /^(Terhubung|Menyambung|Terputus|Luring|Tidak terhubung)/ })
    .click();
  const said = inIndonesian[code];
  await expect(outboxIn(page).getByText(`${said.what} ${said.next}`)).toBeVisible();
}

for (const [what, code, closeCode] of [
  ['a relay that is too new', 'client_too_old', closeCodes.clientTooOld],
  ['a relay that is too old', 'client_too_new', closeCodes.clientTooNew],
] as const) {
  test(`${what} is told with what to do; what is here stays, and goes on by itself`, async () => {
    await meet(closes(closeCode));
    await ayu.desk.write('Ditulis sementara itu');
    await expectTold(code);
    // Somebody has updated it.
    ayu.cable.leadTo(Number(new URL(office.address).port));
    await outboxIn(ayu.page).getByRole('button', { name: 'Coba sekarang' }).click();
    await ayu.page.keyboard.press('Escape');
    await expect(ayu.page.getByRole('button', { name: /^Terhubung/ })).toHaveText('Terhubung');
  });
}

test('a clock that is a day off is told with what to do, and nothing else is in the way', async () => {
  const manner: Manner = {
    greeted: (line) =>
      line.send(
        JSON.stringify({
          ...{ t: 'welcome', protocol: 1, server: 'balai/9', directory: 'full', scopes: [] },
          ...{ userId: '00000000-0000-7000-8000-000000000000', leaseDays: 0 },
          ...{ time: Date.now() + DAY_MS, expires: Date.now() + DAY_MS + 900_000 },
        }),
      ),
    asked: () => info(1, 1),
  };
  await meet(manner, { welcomes: true });
  await expect(ayu.desk.pill).toHaveText('Connected');
  await expectTold('clock');
});

test('a session that ended asks for a new sign-in; what was unsent goes out after it', async () => {
  const { page, desk, cable } = ayu;
  cable.cut();
  await desk.write('Belum terkirim');
  await meet({
    greeted: (line) => line.close(closeCodes.unauthenticated),
    asked: (path) =>
      path.endsWith('/workspace')
        ? info(1, 1)
        : [401, { code: 'session_ended', message: 'The session has ended.' }],
  });
  await desk.connectNow();
  const { what, next } = inEnglish.session_ended;
  await expect(page.getByText(`${what} ${next}`)).toBeVisible();
  cable.leadTo(Number(new URL(office.address).port));
  await page.getByLabel('Name').fill('ayu.kartika');
  await page.getByLabel('Password', { exact: true }).fill(DEMO_PASSWORD);
  await page.getByLabel('Password', { exact: true }).press('Enter');
  await expect(desk.pill).toHaveText('Connected');
  await page.keyboard.press('Escape');
  await desk.open('umum');
  await expect(desk.messages.last()).toContainText('Belum terkirim');
  await expect(desk.messages.last()).not.toContainText('Waiting for the network');
});

for (const [locale, words] of [
  ['en-GB', signInProblem],
  ['id-ID', doorInIndonesian],
] as const) {
  test(`at the door, in ${locale}: a relay that is too old or too new`, async ({ browser }) => {
    const fresh = await office.freshScreen(browser, { locale });
    for (const [code, oldest, newest] of [
      ['client_too_old', 8, 9],
      ['client_too_new', 0, 0],
    ] as const) {
      strange.manner = { ...closes(closeCodes.goingAway), asked: () => info(oldest, newest) };
      fresh.cable.leadTo(strange.port);
      const address = fresh.page.getByRole('textbox').first();
      await address.fill('');
      await address.fill(fresh.cable.address);
      await address.press('Enter');
      await expect(fresh.page.getByText(words[code].what)).toBeVisible();
      await expect(fresh.page.getByText(words[code].next)).toBeVisible();
    }
  });
}
