import { describe, expect, it, onTestFinished } from 'vitest';
import { comeToRest } from './checks/rest.ts';
import type { Desk } from './desk.ts';
import { Stage } from './scenes.ts';
import { World } from './world.ts';

const HOUR = 3_600_000;

/** Budi's two computers at a relay, and a message that he is to be reminded of in an hour. */
async function kept(seed = 1) {
  const world = await World.open({ seed, quiet: true });
  onTestFinished(() => world.close());
  const { umum, hello } = await Stage.set(world);
  const [desk, laptop] = [world.addDesk('budi'), world.addDesk('budi', '-2')];
  // Their clocks are right: who is late is what a test says.
  for (const one of [desk, laptop]) one.setClock(0);
  await comeToRest(world);
  const at = world.timeline.now() + HOUR;
  const remind = (remindAt: number) =>
    world.did('budi', 'saved.set', { channelId: umum, messageId: hello, state: 'open', remindAt });
  await remind(at);
  await world.pass(5_000);
  const until = (ms: number) => world.pass(at + ms - world.timeline.now());
  return { world, desk, laptop, at, until, remind };
}

const rings = (...desks: Desk[]): number =>
  desks.flatMap(({ shown }) => shown.filter(({ type }) => type === 'reminder')).length;

describe('a reminder, where a person has two computers awake', () => {
  it.each([1, 2, 3, 4, 5, 6])('is told on one of them (%i)', async (seed) => {
    const { desk, laptop, until } = await kept(seed);
    await until(-1);
    expect(rings(desk, laptop)).toBe(0);
    await until(5_000);
    expect(rings(desk, laptop)).toBe(1);
    await until(HOUR);
    expect(rings(desk, laptop)).toBe(1);
    // On the list it is due on both.
    for (const one of [desk, laptop]) expect(one.workspace.saved.counts().due).toBe(1);
  });

  it('is told on the one that the person uses', async () => {
    const { desk, laptop, until } = await kept();
    desk.workspace.look(null, [], false);
    await until(HOUR);
    expect([rings(desk), rings(laptop)]).toEqual([0, 1]);
  });

  it('is told by a computer without a line as well, and not again once it is back', async () => {
    const { desk, laptop, until } = await kept();
    laptop.setOnline(false);
    await until(60_000);
    expect([rings(desk), rings(laptop)]).toEqual([1, 1]);
    laptop.setOnline(true);
    await until(HOUR);
    expect([rings(desk), rings(laptop)]).toEqual([1, 1]);
  });

  it('is not told by one that was off, and hears that it was told elsewhere', async () => {
    const { desk, laptop, until } = await kept();
    laptop.kill();
    await until(60_000);
    laptop.start();
    await until(HOUR);
    expect([rings(desk), rings(laptop)]).toEqual([1, 0]);
  });

  it('is told, though the computer that has claimed it is killed before it tells', async () => {
    const { desk, laptop, until, world } = await kept();
    desk.opensWindow = false;
    desk.kill();
    desk.start();
    desk.workspace.notices.take(true);
    laptop.workspace.look(null, [], false);
    await until(1_900);
    const own = desk.workspace.cache.rows.list(`user:${desk.userId}`, 'saved');
    expect(own.map(({ claim }) => claim?.told)).toEqual([false]);
    desk.kill();
    await until(20_000);
    expect([rings(desk), rings(laptop)]).toEqual([0, 1]);
    desk.opensWindow = true;
    desk.start();
    await world.pass(HOUR);
    expect([rings(desk), rings(laptop)]).toEqual([0, 1]);
  });

  it('is told where no window of the other computer can show it', async () => {
    const { desk, laptop, until } = await kept();
    desk.opensWindow = false;
    desk.kill();
    desk.start();
    laptop.workspace.look(null, [], false);
    await until(5_000);
    expect(rings(laptop)).toBe(1);
  });

  it.each([-1, 1])(
    'S15: is told at its time where one computer’s clock is %i day off',
    async (days) => {
      const { desk, laptop, until, world } = await kept();
      desk.kill();
      desk.setClock(days * 24 * HOUR);
      desk.start();
      await world.pass(5_000);
      await until(-1_000);
      expect(rings(desk, laptop)).toBe(0);
      await until(15_000);
      expect(rings(desk, laptop)).toBe(1);
      await until(HOUR);
      expect(rings(desk, laptop)).toBe(1);
    },
  );

  it('rings again, once, at another time', async () => {
    const { desk, laptop, until, remind, at } = await kept();
    await until(60_000);
    await remind(at + HOUR);
    await until(HOUR + 60_000);
    expect(rings(desk, laptop)).toBe(2);
  });
});
