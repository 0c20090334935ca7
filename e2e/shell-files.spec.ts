import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { bridge } from './support/false-bridge.ts';
import { FalseShell } from './support/false-shell.ts';
import { Office } from './support/office.ts';
import { signIn } from './support/sign-in.ts';
import { aDocument, forbidden, papers, recording } from './support/some-files.ts';

/** Files in the Electron app, with everything of it but Electron. */
let office: Office;
let shell: FalseShell;
let profile: string;
test.beforeAll(async () => {
  office = await Office.open();
  profile = mkdtempSync(join(tmpdir(), 'balai-shell-files-'));
  shell = await FalseShell.open(profile);
});
test.afterAll(async () => {
  await shell.close();
  await office.close();
  rmSync(profile, { recursive: true, force: true });
});

test('files are attached, drawn, played and saved within the shell’s policy', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  await page.addInitScript(bridge);
  await page.goto(shell.address);
  await signIn(page, office.address);
  const desk = new Desk(page);
  await desk.open('engineering');
  const document = aDocument(3_000_000);
  await desk.attach([...papers(document), recording(2), forbidden]);
  await expect(desk.tray).toHaveCount(4);
  await expect(desk.main.getByRole('alert').filter({ hasText: 'printer.exe' })).toBeVisible();
  await desk.composer.fill('Foto dan surat jalan');
  await desk.main.getByRole('button', { name: 'Send', exact: true }).click();
  const message = desk.message('Foto dan surat jalan');
  const picture = message.getByRole('img', { name: 'Picture gudang 3.png' });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(640);
  await expect(message.getByRole('group', { name: 'petunjuk.txt' })).toContainText(
    'Sambungkan kabel.',
  );
  await message.getByRole('button', { name: 'Play pesan.wav' }).click();
  await expect(message.getByRole('button', { name: 'Pause pesan.wav' })).toBeVisible();

  const save = message.getByRole('link', { name: 'Download surat jalan.pdf' });
  await save.click();
  await expect.poll(() => shell.asked).toBe(1);
  // They changed their mind: nothing is said, and nothing written.
  shell.saveAt = join(profile, 'saved.pdf');
  await save.click();
  await expect(page.getByText('surat jalan.pdf was saved.')).toHaveCount(1);
  expect(readFileSync(shell.saveAt).equals(document)).toBe(true);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect.poll(() => shell.opened).toEqual([shell.saveAt]);
  expect(problems).toEqual([]);
});
