import { isUnwritten } from '../../main/core/outbox/unwritten.ts';
import type { OpId } from '../../shared/domain/ids.ts';
import { Finding, type Written } from '../ledger.ts';
import type { World } from '../world.ts';

interface StoredOp {
  op: OpId;
  actor: string;
  name: string;
  outcome: string;
}

/**
 * S1, S7: every command that an outbox accepted is in the store's ops once, or was replaced by a
 * later one before it left; what was refused is still in that outbox, with the reason.
 */
export function checkNothingLost(world: World): void {
  const ops = new Map<string, StoredOp>();
  const all = world.storeDb.prepare<[], StoredOp>('SELECT op, actor, name, outcome FROM ops').all();
  for (const stored of all) {
    if (ops.has(stored.op)) throw new Finding(`S1: ${stored.op} was kept twice`);
    ops.set(stored.op, stored);
  }
  for (const [op, outcome] of world.ledger.outcomes) {
    const stored = ops.get(op)?.outcome;
    if (stored !== JSON.stringify(outcome))
      throw new Finding(`S10: ${op} is ${stored} in the store`);
  }
  for (const written of world.ledger.written.values()) {
    checkOne(world, written, ops.get(written.op));
  }
}

function checkOne(world: World, written: Written, stored: StoredOp | undefined): void {
  const { desk: name, op } = written;
  const what = `${name}'s ${written.name} ${op}`;
  const desk = world.desks.find((one) => one.name === name)!;
  // S12: what waited on a device whose account was closed went with it.
  if (desk.wiped || world.ledger.wasWiped(written)) return;
  const entry = desk.workspace.cache.outbox.get(op);
  if (stored === undefined) {
    if (!wasReplaced(world, written)) throw new Finding(`S7: ${what} was lost`);
    return;
  }
  const outcome = JSON.parse(stored.outcome) as { ok: boolean; refusal?: { code: string } };
  if (outcome.ok) {
    if (entry !== undefined) throw new Finding(`S8: ${what} is done, and still in the outbox`);
  } else if (!isUnwritten(written.name)) {
    if (entry === undefined) {
      if (!wasReplaced(world, written)) throw new Finding(`S7: ${what} was refused and is gone`);
    } else if (entry.state !== 'refused' || entry.refusal.code !== outcome.refusal?.code) {
      throw new Finding(`S7: ${what} was refused, and the outbox says otherwise`);
    }
  }
}

/** A later command of the same desk stated a newer value of the same thing. */
const wasReplaced = (world: World, { desk, supersedes, seq }: Written): boolean =>
  supersedes !== null &&
  [...world.ledger.written.values()].some(
    (later) => later.desk === desk && later.supersedes === supersedes && later.seq > seq,
  );
