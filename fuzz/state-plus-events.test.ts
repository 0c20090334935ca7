import { describe, expect, it, onTestFinished } from 'vitest';
import { commands, type ArgsOf, type CommandName } from '../shared/commands/registry.ts';
import type { ChannelId } from '../shared/domain/ids.ts';
import { channelOf } from '../shared/domain/scope.ts';
import { comeToRest } from './checks/rest.ts';
import { deskRows } from './checks/same-everywhere.ts';
import type { Desk } from './desk.ts';
import { checkAll } from './run.ts';
import { scenes, Stage } from './scenes.ts';
import { names, World } from './world.ts';

/** Everything that a device keeps and tells, scope by scope. */
function held(desk: Desk) {
  const { cache, unread, messages, channels } = desk.workspace;
  return cache.scopes
    .all()
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, cursor, head, count }) => {
      const rows = [...deskRows(desk, name)].sort(([a], [b]) => (a < b ? -1 : 1));
      const channelId = channelOf(name);
      const shown = channelId && {
        unread: unread.of(channelId, (channels.row(channelId)?.people.length ?? 0) > 0),
        page: messages.page(channelId, { from: 'newest' }, 100).messages.map((one) => one.id),
      };
      return { name, cursor, head, count, rows: rows.map(([, row]) => row), shown };
    });
}

/** The author's two devices, another member's, an outsider's, and those of who come or go by it. */
async function play(name: CommandName, away: boolean) {
  const world = await World.open({ seed: 1, quiet: true });
  onTestFinished(() => world.close());
  const stage = await Stage.set(world);
  const devices = names.flatMap((person) => [world.addDesk(person), world.addDesk(person, '-2')]);
  await comeToRest(world);
  const author = devices.find((desk) => desk.name === scenes[name].by)!;
  for (const desk of devices) if (away && desk !== author) desk.setOnline(false);
  await world.pass(1_000);
  const args = (await scenes[name].args(stage)) as ArgsOf<typeof name>;
  const heads = await world.store.heads(await world.store.scopesOf(author.userId));
  author.write(name, args);
  await comeToRest(world);
  const after = await world.store.heads(await world.store.scopesOf(author.userId));
  return { world, devices, changed: JSON.stringify(after) !== JSON.stringify(heads) };
}

const all = [...commands.keys()] as CommandName[];

describe('the state that was held and what came after it are what a fresh fetch gives', () => {
  it.each(all.flatMap((name) => [false, true].map((away) => ({ name, away }))))(
    'S3, S4, S11: $name, away $away',
    async ({ name, away }) => {
      const { world, devices, changed } = await play(name, away);
      const own = [...world.ledger.written.keys()];
      expect(own.map((op) => world.ledger.outcomes.get(op)?.ok)).toEqual([true]);
      expect(changed).toBe(true);
      await checkAll(world);
      const fresh = names.map((person) => world.addDesk(person, '-fresh'));
      await comeToRest(world);
      await checkAll(world);
      for (const desk of devices) {
        const anew = fresh.find(({ userId }) => userId === desk.userId)!;
        expect(held(desk), desk.name).toEqual(held(anew));
      }
    },
  );

  it('has a scene for every command', () => {
    expect(Object.keys(scenes).sort()).toEqual([...all].sort());
  });

  it('S11: who was put out of a channel holds nothing of it, and who was brought in all of it', async () => {
    const out = await play('channel.remove', false);
    const [gaji] = gajiOf(out.world);
    const holds = (world: World, name: string) =>
      world.desks.find((desk) => desk.name === name)!.workspace.cache.scopes.find(gaji!);
    expect(holds(out.world, 'budi')).toBeUndefined();
    expect(holds(out.world, 'ayu')?.cursor).toBeGreaterThan(3);
    const into = await play('channel.invite', false);
    expect(holds(into.world, 'eka')?.cursor).toBe(holds(into.world, 'ayu')?.cursor);
    expect(holds(into.world, 'dewi')).toBeUndefined();
  });
});

/** The private channel is the second that was made. */
const gajiOf = (world: World) =>
  world.ledger.channels.slice(1, 2).map((id: ChannelId) => `channel:${id}` as const);
