import { ready } from './ready.ts';
import type { Scene } from './scene.ts';
import { fillMoment, momentField } from '../../e2e/support/moment.ts';

const MESSAGE = 'scanner export';

/** Tasks of messages and by themselves, their list, and a checklist. Also at 900 px and from right to left. */
export const tasks: Scene = async (studio) => {
  const { camera } = studio;
  const { page, desk } = await studio.mainScreen();
  await ready(page);
  const list = desk.sidebar.getByRole('link', { name: /^Tasks/ });
  await list.click();
  await desk.main.getByText('You have no open tasks').waitFor();
  await camera.take(page, 'tasks-none');
  await desk.open('gudang-surabaya');
  await desk.choose(desk.message(MESSAGE), 'Create a task');
  const form = page.getByRole('dialog', { name: 'New task' });
  await form.getByRole('combobox', { name: 'Assigned to' }).fill('Ayu');
  await form.getByRole('option').first().waitFor();
  await camera.take(page, 'task-form');
  await form.getByRole('option').first().click();
  await fillMoment(momentField(form, 'Due (optional)'), '2026-01-05T09:00');
  await form.getByRole('button', { name: 'Create task' }).click();
  await desk.message(MESSAGE).getByRole('checkbox').waitFor();
  await desk.main.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Checklist' }).click();
  const lines = page.getByRole('dialog', { name: 'New checklist' });
  await lines.getByLabel('Title').fill('Sebelum gudang ditutup malam ini');
  await lines.getByLabel('Item 1', { exact: true }).fill('Hitung palet di dok 3');
  await lines.getByLabel('Item 2', { exact: true }).fill('Kunci semua pintu dok');
  await camera.take(page, 'checklist-form');
  await lines.getByRole('button', { name: 'Send checklist' }).click();
  const checklist = desk.message('Sebelum gudang ditutup');
  await checklist.getByRole('checkbox', { name: 'Hitung palet' }).click();
  await checklist.getByText('1 of 2 done').waitFor();
  await page.mouse.move(0, 0);
  await camera.take(page, 'task-and-checklist');
  await list.click();
  for (const [title, due] of [
    ['Siapkan slide rapat direksi', '2027-03-01T15:00'],
    ['Beli kopi untuk tim', ''],
  ] as const) {
    await desk.main.getByRole('button', { name: 'New task' }).click();
    await form.getByLabel('What needs to be done').fill(title);
    await fillMoment(momentField(form, 'Due (optional)'), due);
    await form.getByRole('button', { name: 'Create task' }).click();
    await desk.main.getByText(title).waitFor();
  }
  await page.mouse.move(0, 0);
  await camera.take(page, 'tasks');
  for (const { name, context } of [
    { name: 'narrow', context: { viewport: { width: 900, height: 768 } } },
    { name: 'arabic', context: { locale: 'ar-EG' } },
  ]) {
    const { page: other } = await studio.mainScreen(context);
    await other.getByRole('navigation').getByRole('link').first().waitFor({ state: 'attached' });
    await other.goto(new URL('#/tasks', other.url()).href);
    await other.getByRole('main').getByRole('listitem').nth(1).waitFor();
    await other.mouse.move(0, 0);
    await camera.take(other, `tasks-${name}`, ['light']);
  }
};
