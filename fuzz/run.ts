import { checkBadges, checkIndex, checkThreads } from './checks/counts.ts';
import { checkNothingLost } from './checks/nothing-lost.ts';
import { checkPolls } from './checks/polls.ts';
import { comeToRest } from './checks/rest.ts';
import { checkScheduled } from './checks/scheduled.ts';
import { checkNothingDoubled, checkRows } from './checks/same-everywhere.ts';
import { happen } from './chance.ts';
import type { Plant } from './plants.ts';
import { World } from './world.ts';

export interface RunResult {
  /** Null where all was well. */
  readonly finding: string | null;
  /** What happened last, for people. */
  readonly story: readonly string[];
  /** Two runs of one seed have the same. */
  readonly digest: string;
  readonly events: number;
  /** How often each kind of thing happened. */
  readonly deeds: ReadonlyMap<string, number>;
  /** How often each command was carried out and refused. */
  readonly done: ReadonlyMap<string, { ok: number; refused: number }>;
}

const STEPS = 90;

/** One run by one seed: a random day, then rest, then everything must be true. */
export async function runSeed(
  seed: number,
  { steps = STEPS, plant }: { steps?: number; plant?: Plant } = {},
): Promise<RunResult> {
  const world = await World.open({ seed, ...(plant === undefined ? {} : { plant }) });
  let finding: string | null = null;
  try {
    await furnish(world);
    await happen(world, steps);
    await comeToRest(world);
    await checkAll(world);
  } catch (error) {
    finding = error instanceof Error && error.name === 'Finding' ? error.message : wordsOf(error);
  } finally {
    await world.close();
  }
  const { story, ledger, deeds } = world;
  return {
    finding,
    story: story.last,
    events: story.events,
    digest: story.digest(),
    deeds,
    done: ledger.done,
  };
}

/** What must be true at rest. */
export async function checkAll(world: World): Promise<void> {
  world.ledger.check();
  checkNothingLost(world);
  await checkNothingDoubled(world);
  await checkScheduled(world);
  for (const desk of world.desks) {
    if (desk.wiped) continue;
    await checkRows(world, desk);
    await checkBadges(world, desk);
    await checkThreads(world, desk);
    checkIndex(desk);
  }
  await checkPolls(world);
  world.ledger.check();
}

/** A few channels with something in them, and people at their desks. */
export async function furnish(world: World): Promise<void> {
  const umum = await world.channel('citra', 'umum', 'public', ['ayu', 'budi', 'dewi']);
  const gaji = await world.channel('citra', 'gaji', 'private', ['ayu', 'budi']);
  for (let n = 0; n < 30; n++) {
    const who = world.random.pick(['ayu', 'budi', 'citra'] as const);
    const channelId = world.random.chance(0.6) ? umum : gaji;
    const args = { channelId, rootId: null, broadcast: false, text: `lama ${n}`, attachments: [] };
    await world.did(who, 'message.send', args);
  }
  world.addDesk('ayu');
  world.addDesk('ayu', '-2');
  world.addDesk('budi');
  world.addDesk('citra');
  world.addDesk('eka');
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
