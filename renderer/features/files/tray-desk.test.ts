import { expect, it } from 'vitest';
import type { AttachProblem } from '../../../shared/rpc/file-views.ts';
import { idOf } from '../../testing/messages.ts';
import { TrayDesk } from './tray-desk.ts';

const CHANNEL = idOf(1);

function setup(problems: Readonly<Record<string, AttachProblem>> = {}) {
  const posted: string[] = [];
  const finish: (() => void)[] = [];
  const desk = new TrayDesk({
    core: { checkAttach: ({ name }) => Promise.resolve(problems[name] ?? null) },
    attach: ({ width, height, durationMs }, file) => {
      posted.push(`${file.name} ${width}x${height} ${durationMs}`);
      if (file.name === 'folder') return Promise.reject(new TypeError('failed to fetch'));
      return new Promise((resolve) =>
        finish.push(() => resolve({ ok: true, value: { id: file.name } })),
      );
    },
    measure: () => Promise.resolve({ width: 3, height: 4, durationMs: null }),
  });
  const file = (name: string): File => new File(['x'], name, { type: 'image/png' });
  return { desk, posted, finish, file };
}

it('brings files one after the other, in the order in which they were chosen', async () => {
  const { desk, posted, finish, file } = setup();
  const all = desk.add(CHANNEL, null, [file('a.png'), file('b.png')]);
  expect(desk.state(CHANNEL, null).adding.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
  expect(desk.state(CHANNEL, idOf(2)).adding).toEqual([]);
  await expect.poll(() => finish).toHaveLength(1);
  expect(posted[0]).toBe('a.png 3x4 null');
  finish[0]?.();
  await expect.poll(() => finish).toHaveLength(2);
  finish[1]?.();
  await all;
  const names = (): string[] => desk.state(CHANNEL, null).adding.map(({ name }) => name);
  // It is on its way until it is seen among what is attached: a message now would go without it.
  expect(names()).toEqual(['a.png', 'b.png']);
  desk.seen(CHANNEL, null, [{ id: `a.png` }]);
  expect(names()).toEqual(['b.png']);
  desk.seen(CHANNEL, null, [{ id: 'a.png' }, { id: 'b.png' }]);
  expect(desk.state(CHANNEL, null)).toEqual({ adding: [], failed: [] });
});

it('does not wait for ever for a file that was taken away again', async () => {
  const { desk, finish, file } = setup();
  const all = desk.add(CHANNEL, null, [file('a.png')]);
  await expect.poll(() => finish).toHaveLength(1);
  finish[0]?.();
  await all;
  const before: { id: string }[] = [];
  desk.seen(CHANNEL, null, before);
  desk.seen(CHANNEL, null, before);
  expect(desk.state(CHANNEL, null).adding).toHaveLength(1);
  desk.seen(CHANNEL, null, []);
  expect(desk.state(CHANNEL, null).adding).toEqual([]);
});

it('says of each that is not taken why, sends nothing of it, and goes on with the others', async () => {
  const { desk, posted, finish, file } = setup({ 'a.exe': 'type_blocked' });
  const all = desk.add(CHANNEL, null, [file('a.exe'), file('folder'), file('b.png')]);
  await expect.poll(() => finish).toHaveLength(1);
  finish[0]?.();
  await all;
  expect(posted).toHaveLength(2);
  const { failed } = desk.state(CHANNEL, null);
  expect(failed).toMatchObject([
    { name: 'a.exe', why: 'type_blocked' },
    { name: 'folder', why: 'unreadable' },
  ]);
  desk.dismiss(CHANNEL, null, failed[0]?.key ?? 0);
  expect(desk.state(CHANNEL, null).failed.map(({ name }) => name)).toEqual(['folder']);
});

it('takes the length of what was recorded here as it is', async () => {
  const { desk, posted, finish, file } = setup();
  const all = desk.add(CHANNEL, null, [file('voice.webm')], { durationMs: 7_000 });
  await expect.poll(() => finish).toHaveLength(1);
  finish[0]?.();
  await all;
  expect(posted).toEqual(['voice.webm 3x4 7000']);
});

it('forgets everything of a person who leaves', async () => {
  const { desk, file } = setup({ 'a.exe': 'type_blocked' });
  await desk.add(CHANNEL, null, [file('a.exe')]);
  desk.forget();
  expect(desk.state(CHANNEL, null)).toEqual({ adding: [], failed: [] });
});
