import { expect, it } from 'vitest';
import { z } from 'zod';
import { channelScope } from '../domain/scope.ts';
import type { OpId } from '../domain/ids.ts';
import { actor, anId, nothing, START } from '../testing/office.ts';
import type { NewRow, Work } from './command.ts';
import { defineCommand, refuse } from './command.ts';
import { runWithin } from './within.ts';

const scope = channelScope(nothing);
const thread = (replies: number): NewRow => ({
  ...({ kind: 'thread', id: nothing, lastReplyAt: START, participants: [] } as const),
  replies,
});

/** Writes, reads what it wrote, and may refuse after that. */
const spec = defineCommand({
  name: 'test.within',
  args: z.strictObject({ refuses: z.boolean() }),
  lane: () => scope,
  needs: () => [],
  run(work, { refuses }) {
    work.put(scope, thread(work.nextVersion(scope)));
    const { replies } = work.get(scope, 'thread', nothing)!;
    work.remove(scope, 'thread', nothing);
    if (work.get(scope, 'thread', nothing) !== undefined) throw new Error('it was removed');
    work.put(scope, thread(replies + work.countMessage(scope, 1) * 10));
    return refuses ? refuse('stale') : undefined;
  },
});

function outer() {
  const puts: number[] = [];
  const rows: NewRow[] = [];
  let count = 4;
  const work: Work = {
    ...{ actor: actor('ayu'), now: START, op: anId(1) as OpId },
    get: () => rows.at(-1) as never,
    put: (_scope, row) => {
      rows.push(row);
      if (row.kind === 'thread') puts.push(row.replies);
    },
    remove: () => void rows.splice(0),
    nextVersion: () => 7,
    countMessage: (_scope, by) => (count += by),
  };
  return { work, puts, counted: () => count };
}

it('a command within another does what it would do alone', () => {
  const { work, puts, counted } = outer();
  expect(runWithin(work, anId(2) as OpId, spec, { refuses: false })).toBeUndefined();
  expect(puts).toEqual([7, 57]);
  expect(counted()).toBe(5);
});

it('leaves nothing behind where it refuses, whatever it wrote before', () => {
  const { work, puts, counted } = outer();
  expect(runWithin(work, anId(2) as OpId, spec, { refuses: true })).toEqual({ code: 'stale' });
  expect(puts).toEqual([]);
  expect(counted()).toBe(4);
});
