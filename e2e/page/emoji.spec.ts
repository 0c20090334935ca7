import { expect, test } from './fixture.ts';

/** One of the block whose emoji a system's font may not have, and a place in it that is empty. */
const MELTING = '\u{1fae0}';
const NOTHING = '\u{1fafe}';

test('an emoji that this system cannot draw is not offered', async ({ conversation, page }) => {
  // A system whose font is older: it draws that one as what is not there.
  await page.evaluate(
    ([lacking = '', nothing = '']) => {
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function draw(text, x, y) {
        fillText.call(this, text === lacking ? nothing : text, x, y);
      };
    },
    [MELTING, NOTHING],
  );
  await conversation.open('panjang');
  await page.getByRole('main').getByRole('button', { name: 'Emoji', exact: true }).click();
  const picker = page.getByRole('dialog', { name: 'Emoji', exact: true });
  await picker.getByRole('combobox').fill('melting');
  await expect(picker.getByText('No emoji found.')).toBeVisible();
  await picker.getByRole('combobox').fill('yo-yo');
  await expect(picker.getByText('yo-yo', { exact: true })).toBeVisible();
});

test('an emoji that it can draw is offered', async ({ conversation, page }) => {
  await conversation.open('panjang');
  await page.getByRole('main').getByRole('button', { name: 'Emoji', exact: true }).click();
  const picker = page.getByRole('dialog', { name: 'Emoji', exact: true });
  await picker.getByRole('combobox').fill('melting');
  await expect(picker.getByText('melting face')).toBeVisible();
});
