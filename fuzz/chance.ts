import type { MessageId } from '../shared/domain/ids.ts';
import type { Desk } from './desk.ts';
import { checkScreen } from './checks/screen.ts';
import { Hands } from './hands.ts';
import type { Name, World } from './world.ts';

/** Those whose accounts are closed and opened; the others keep the company going. */
const LEAVERS: readonly Name[] = ['budi', 'eka'];

interface Deed {
  readonly name: string;
  readonly weight: (world: World) => number;
  readonly run: (world: World) => void | Promise<void>;
}

const desk = (world: World, fits: (desk: Desk) => boolean): Desk | undefined => {
  const found = world.desks.filter(fits);
  return found.length === 0 ? undefined : world.random.pick(found);
};
const running = (one: Desk): boolean => one.running;

/** What can happen in the next moment. */
const deeds: readonly Deed[] = [
  {
    name: 'somebody writes',
    weight: () => 60,
    run(world) {
      const at = desk(world, running);
      if (at === undefined) return;
      const hands = new Hands(world, at);
      for (let n = 1 + world.random.int(3); n > 0; n--) hands.write();
    },
  },
  { name: 'somebody looks', weight: () => 12, run: look },
  {
    name: 'a line breaks',
    weight: ({ profile }) => profile.cuts,
    run(world) {
      const at = desk(world, ({ wire }) => wire !== null);
      if (at === undefined) return;
      world.story.tell(at.name, 'loses its line');
      if (world.random.chance(0.3)) at.wire?.silence();
      else at.wire?.cut();
    },
  },
  {
    name: 'a device goes offline or comes back',
    weight: ({ profile }) => profile.cuts,
    run(world) {
      const at = desk(world, () => true);
      if (at === undefined) return;
      world.story.tell(at.name, at.online ? 'goes offline' : 'comes back');
      at.setOnline(!at.online);
    },
  },
  {
    name: 'a device is killed or started',
    weight: ({ profile }) => 2 * profile.kills,
    run(world) {
      const at = desk(world, ({ wiped }) => !wiped);
      if (at === undefined) return;
      world.story.tell(at.name, at.running ? 'is killed' : 'starts again');
      if (at.running) at.kill();
      else at.start();
    },
  },
  {
    name: 'a node is killed or started',
    weight: ({ profile }) => profile.kills,
    async run(world) {
      const node = world.random.pick([...world.nodes.values()]);
      if (!node.up) return world.startNode(node.name);
      world.story.tell(node.name, 'is killed');
      node.kill();
    },
  },
  {
    name: 'a clock is set',
    weight: ({ profile }) => profile.kills,
    run(world) {
      const at = desk(world, running);
      const skew = world.random.int(4) === 0 ? 86_400_000 : world.random.int(60_000) - 30_000;
      world.story.tell(at?.name ?? '-', `has its clock set ${skew} ms off`);
      at?.setClock(skew);
    },
  },
  {
    name: 'an account is closed or opened',
    weight: ({ profile }) => profile.moves,
    async run(world) {
      const name = world.random.pick(LEAVERS);
      const disabled = !world.isDisabled(world.id(name));
      await world.setDisabled(name, disabled);
      if (disabled) return;
      for (const one of world.desks) {
        if (one.wiped && one.userId === world.id(name)) one.signInAgain();
      }
    },
  },
  {
    name: 'a role changes',
    weight: ({ profile }) => profile.moves,
    run: (world) => world.setRole('budi', world.random.pick(['member', 'admin'])),
  },
];

/** Somebody looks at something: a page, a search, a place that may not be here. */
function look(world: World): void {
  const at = desk(world, running);
  if (at === undefined) return;
  const hands = new Hands(world, at);
  const { workspace } = at;
  const channelId = hands.channel();
  const messageId: MessageId | undefined = hands.message(channelId);
  switch (world.random.int(6)) {
    case 0:
      return workspace.look(channelId, [hands.person()], world.random.chance(0.8));
    case 1:
      return workspace.engine.want(channelId, 1 + world.random.int(120));
    case 2:
      if (messageId !== undefined) void workspace.fetcher.around(channelId, messageId);
      return;
    case 3:
      if (messageId !== undefined) void workspace.fetcher.thread(channelId, messageId);
      return;
    case 4:
      workspace.search.run({ query: 'rapat', channelId: null, after: null, limit: 20 });
      return;
    default:
      checkScreen(at, channelId);
  }
}

/** Lets chance do so many things, with a little time between them. */
export async function happen(world: World, steps: number): Promise<void> {
  const weights = deeds.map(({ weight }) => weight(world));
  const sum = weights.reduce((a, b) => a + b, 0);
  for (let step = 0; step < steps; step++) {
    let rest = world.random.int(sum);
    const chosen = deeds.find((_deed, n) => (rest -= weights[n]!) < 0)!;
    world.deeds.set(chosen.name, (world.deeds.get(chosen.name) ?? 0) + 1);
    await chosen.run(world);
    // Mostly people are quick; now and then everybody has lunch.
    await world.pass(world.random.chance(0.05) ? 40_000 : world.random.int(800));
  }
}
