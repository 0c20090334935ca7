import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './support/desk.ts';
import { Process } from './support/process.ts';

let dir: string;
test.beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'balai-start-'));
});
test.afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = () =>
  Process.start<{ clients: { person: string; url: string }[] }>([
    ...['scripts/start.ts', '--no-open', '--json', '--data', dir],
  ]);

test('a second start has what was written in the first', async ({ page }) => {
  const desk = new Desk(page);
  const first = await start();
  try {
    expect(first.answer.clients.map(({ person }) => person)).toEqual(['Ayu Kartika']);
    await page.goto(first.answer.clients[0]!.url);
    await desk.open('keuangan');
    await desk.write('Tersimpan untuk besok');
    await expect(desk.pill).toHaveText('Connected');
    await desk.composer.fill('Belum selesai');
    await desk.open('umum');
    await expect(desk.place('keuangan')).toContainText('Draft');
  } finally {
    await first.stop();
  }
  await expect(page.getByText(/Balai is restarting|Balai has stopped/)).toBeVisible();

  const second = await start();
  try {
    await page.goto(second.answer.clients[0]!.url);
    await desk.open('keuangan');
    await expect(desk.messages.last()).toContainText('Tersimpan untuk besok');
    await expect(desk.composer).toHaveValue('Belum selesai');
    await expect(desk.pill).toHaveText('Connected');
  } finally {
    await second.stop();
  }
});
