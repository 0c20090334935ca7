import { dueAt } from '../../shared/domain/kinds/due.ts';
import { orgScope, registryScope } from '../../shared/domain/scope.ts';
import type { Desk } from '../desk.ts';
import { Finding } from '../ledger.ts';
import type { World } from '../world.ts';

const STEP_MS = 10_000;
/** Longer than any wait of a client or a node, several times. */
const MOST_MS = 8 * 60_000;

/** Everything that the relay has is here, and nothing waits to be sent. Undefined where all is well. */
async function unrest(world: World, desk: Desk, all: boolean): Promise<string | undefined> {
  if (desk.wiped) return undefined;
  if (!desk.running) return 'is off';
  const { connection, cache, engine } = desk.workspace;
  if (!connection.live) return `is ${connection.state}`;
  const waiting = cache.outbox.entries().find(({ state }) => state !== 'refused');
  if (waiting !== undefined) return `still has ${waiting.name} ${waiting.state}`;
  if (engine.progress !== null) return 'still fetches';
  for (const { scope, head } of await world.store.heads(await world.store.scopesOf(desk.userId))) {
    if (scope === orgScope && !all && isLazy(desk)) continue;
    const cursor = cache.scopes.find(scope)?.cursor;
    if (cursor !== head) return `is at ${cursor} of ${head} in ${scope}`;
  }
  return undefined;
}

/** What the relay must send before long. */
async function dueSoon({ store, timeline }: World): Promise<string | undefined> {
  const [next] = await store.list(registryScope, 'due', '', 1);
  return next !== undefined && dueAt(next.id) <= timeline.now() + MOST_MS ? next.id : undefined;
}

const isLazy = (desk: Desk): boolean =>
  desk.running && desk.workspace.cache.meta.get('directory') === 'lazy';

async function allAtRest(world: World, all: boolean): Promise<void> {
  for (let passed = 0; ; passed += STEP_MS) {
    await world.pass(STEP_MS);
    const restless: string[] = [];
    for (const desk of world.desks) {
      const why = await unrest(world, desk, all);
      if (why !== undefined) restless.push(`${desk.name} ${why}`);
    }
    const due = await dueSoon(world);
    if (due !== undefined) restless.push(`the relay has still to send ${due}`);
    if (restless.length === 0) return;
    if (passed >= MOST_MS) throw new Finding(`does not come to rest: ${restless.join('; ')}`);
  }
}

/** S3, S4, S13, S14: once faults end, all comes to rest by itself. */
export async function comeToRest(world: World): Promise<void> {
  await world.calmDown();
  await allAtRest(world, false);
  // Of a large directory a line tells only what had changed when it began.
  for (const desk of world.desks) if (isLazy(desk)) desk.wire?.cut();
  await allAtRest(world, true);
  // What goes by a moment's quiet: the search index.
  await world.pass(3_000);
}
