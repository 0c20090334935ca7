import { expect, test } from '@playwright/test';
import { Office } from '../support/office.ts';
import type { Screen } from '../support/screen.ts';

let office: Office;
let ayu: Screen;
let bagas: Screen;
test.beforeAll(async ({ browser }) => {
  office = await Office.open();
  ayu = await office.screen(browser, 'ayu.kartika', { permissions: ['microphone'] });
  // What is not granted is refused, as by somebody who clicked it away.
  bagas = await office.screen(browser, 'bagas.pratama', { permissions: ['notifications'] });
});
test.afterAll(() => office.close());

const record = (screen: Screen) =>
  screen.desk.main.getByRole('button', { name: 'Record a voice message' });
const bar = (screen: Screen) =>
  screen.desk.main.getByRole('group', { name: 'Voice message', exact: true });

test('a voice message, recorded and sent without a network, is heard once the cable is back', async () => {
  await ayu.desk.open('engineering');
  await bagas.desk.open('engineering');
  ayu.cable.cut();
  await record(ayu).click();
  await expect(bar(ayu).getByRole('timer')).toHaveText('0:02');
  await expect(ayu.desk.main.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  await bar(ayu).getByRole('button', { name: 'Add to the message' }).click();
  await expect(bar(ayu)).toHaveCount(0);
  const tray = ayu.desk.main.getByRole('list', { name: 'Attached files' });
  await expect(tray.getByRole('listitem')).toContainText(/Voice message .*0:0[2-9]/);
  await expect(ayu.desk.composer).toBeFocused();
  await ayu.desk.composer.pressSequentially('Dengarkan ini dulu');
  await ayu.desk.composer.press('Enter');
  const mine = ayu.desk
    .message('Dengarkan ini dulu')
    .getByRole('group', { name: /^Voice message/ });
  await mine.getByRole('button', { name: /^Play Voice message/ }).click();
  await expect(mine.getByRole('button', { name: /^Pause Voice message/ })).toBeVisible();
  await mine.getByRole('button', { name: /^Pause Voice message/ }).click();

  ayu.cable.mend();
  await ayu.desk.comeBack();
  const his = bagas.desk
    .message('Dengarkan ini dulu')
    .getByRole('group', { name: /^Voice message/ });
  await expect(his).toContainText(/0:0[2-9]/);
  const place = his.getByRole('slider', { name: /^Position in Voice message/ });
  await place.focus();
  await place.press('ArrowRight');
  await expect(place).toHaveAttribute('aria-valuetext', /^0:01 of 0:0[2-9]$/);
  await his.getByRole('button', { name: /^Play Voice message/ }).click();
  // Only by its end does it come back to its beginning.
  await expect(place).toHaveValue('0');
  await expect(his.getByRole('button', { name: /^Play Voice message/ })).toBeVisible();
  await expect(his.getByText('Cannot be shown right now')).toHaveCount(0);
});

test('a recording that is discarded leaves nothing; one that is left for another channel waits there', async () => {
  await ayu.desk.open('engineering');
  await record(ayu).click();
  await expect(bar(ayu).getByRole('timer')).toBeVisible();
  await bar(ayu).getByRole('button', { name: 'Add to the message' }).press('Escape');
  await expect(bar(ayu)).toHaveCount(0);
  const tray = ayu.desk.main.getByRole('list', { name: 'Attached files' });
  await expect(tray).toHaveCount(0);

  await record(ayu).click();
  await expect(bar(ayu).getByRole('timer')).toHaveText('0:01');
  await ayu.desk.open('umum');
  await expect(tray).toHaveCount(0);
  // A draft of files alone has its mark too.
  await expect(ayu.desk.place('engineering')).toContainText('Draft');
  await ayu.desk.open('engineering');
  await expect(tray.getByRole('listitem')).toContainText('Voice message');
  await tray.getByRole('button', { name: /^Remove Voice message/ }).click();
  await expect(tray).toHaveCount(0);
});

test('a microphone that is refused is told of, with what to do', async () => {
  await bagas.desk.open('engineering');
  await record(bagas).click();
  await expect(
    bagas.page.getByText('Balai is not allowed to use the microphone. Allow it in your browser'),
  ).toBeVisible();
  await expect(bar(bagas)).toHaveCount(0);
});
