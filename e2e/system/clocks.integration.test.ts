import { expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { Office, type Computer } from './office.ts';

const DAY = 86_400_000;

const settled = (computer: Computer): Promise<void> =>
  computer.until(async (api) => {
    const { state, waiting, syncing } = await api.connection({});
    return state === 'connected' && waiting === 0 && syncing === null;
  });

it('S5, S15: clocks a day ahead and a day behind change neither order nor times, and are told', async () => {
  const office = await Office.open(['ayu', 'bagas', 'citra']);
  const ahead = await office.signedIn('ayu', DAY);
  const behind = await office.signedIn('bagas', -DAY);
  const right = await office.signedIn('citra');
  const { op } = await ahead.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '' },
    userIds: [office.id('bagas'), office.id('citra')],
  });
  const all = [ahead, behind, right];
  for (const one of all) {
    await one.until(async (api) => (await api.sidebar({}))?.channels.length === 1);
  }
  const expected: string[] = [];
  for (let n = 0; n < 9; n++) {
    const text = `pesan ${n}`;
    await all[n % 3]!.send(op, text);
    expected.push(text);
    // Each has read what the other wrote before it answers.
    for (const one of all) await one.until(async () => (await one.texts(op)).includes(text));
    await settled(all[n % 3]!);
  }
  for (const one of all) expect(await one.texts(op)).toEqual(expected);

  // The relay's clock decides, whoever wrote it.
  const times = async (one: Computer): Promise<number[]> =>
    (
      await one.api.messages({
        ...{ channelId: op as ChannelId, limit: 50, at: { from: 'newest' } },
      })
    ).messages.map(({ createdAt }) => createdAt);
  const told = await times(right);
  expect(told.every((time) => Math.abs(time - Date.now()) < DAY / 2)).toBe(true);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
  expect(await times(ahead)).toEqual(told);
  expect(await times(behind)).toEqual(told);

  for (const wrong of [ahead, behind]) {
    expect((await wrong.api.connection({})).problem).toBe('clock');
  }
  expect((await right.api.connection({})).problem).toBeNull();

  // What is unsent stands after all others, whatever its clock says (S5); then it is sent.
  for (const wrong of [ahead, behind]) {
    await office.stop();
    await wrong.send(op, 'menunggu');
    expect((await wrong.texts(op)).at(-1)).toBe('menunggu');
    await office.start();
    // A restart asks for tokens anew, whose times the wrong clock misjudges.
    await wrong.close();
    await wrong.reopen();
    await settled(wrong);
    await right.api.connectNow({});
    const count = expected.push('menunggu');
    await right.until(async () => (await right.texts(op)).length === count);
    expect(await right.texts(op)).toEqual(expected);
  }
});
