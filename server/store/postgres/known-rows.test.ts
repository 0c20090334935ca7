import { expect, it } from 'vitest';
import type { Key } from '../../../shared/commands/command.ts';
import { channelScope, type Scope } from '../../../shared/domain/scope.ts';
import type { LoadedRow, RowWrite } from '../../services/commands/group-rows.ts';
import { KnownRows } from './known-rows.ts';

const scope = channelScope('01990000-0000-7000-8000-000000000001' as never);
const other = channelScope('01990000-0000-7000-8000-000000000002' as never);
const ayu: Key = { scope, kind: 'member', id: 'ayu' };
const bagas: Key = { scope, kind: 'member', id: 'bagas' };

const row = (key: Key, level: string): LoadedRow => ({
  ...{ ...key, version: 3, deleted: false },
  json: JSON.stringify({ kind: key.kind, id: key.id, level }),
});
const write = (key: Key, level: string): RowWrite => ({
  ...row(key, level),
  ...{ position: null, parent: null, row: null, fresh: false },
});
const heads = (head: number) => (_: Scope) => head;
const moved = (from: number, head: number) => ({ scope, from, head, count: 0, rows: [] });

/** Ayu's row is known with head 5 of the scope, and that Bagas has none. */
function read(): KnownRows {
  const known = new KnownRows();
  known.learn([ayu, bagas], [row(ayu, 'all')], heads(5));
  return known;
}

it('a row holds for as long as its scope has not moved', () => {
  const known = read();
  expect([known.has(ayu), known.has(bagas)]).toEqual([true, true]);
  expect(known.at(ayu, 5)).toMatchObject({ id: 'ayu', known: { level: 'all' } });
  expect(known.at(bagas, 5)).toBeNull();
  expect(known.at(ayu, 6)).toBeUndefined();
  expect(known.has({ ...ayu, scope: other })).toBe(false);
});

it('moves on with the groups of this node, and takes what they wrote', () => {
  const known = read();
  known.committed([moved(5, 9)], [write(bagas, 'mentions')]);
  expect(known.at(ayu, 9)).toMatchObject({ known: { level: 'all' } });
  expect(known.at(bagas, 9)).toMatchObject({ known: { level: 'mentions' } });
  expect(known.at(ayu, 5)).toBeUndefined();
});

it('S11: where another node came in between it knows nothing of the scope any more', () => {
  const known = read();
  known.committed([moved(6, 7)], [write(bagas, 'all')]);
  expect([known.has(ayu), known.has(bagas)]).toEqual([false, false]);
});

it('what is read anew takes the place of all that was known with an older head', () => {
  const known = read();
  known.learn([ayu], [], heads(8));
  expect(known.at(ayu, 8)).toBeNull();
  expect(known.has(bagas)).toBe(false);
});

it('keeps no row of a kind that changes often, and none of a scope without a lock', () => {
  const known = new KnownRows();
  const message: Key = { scope, kind: 'message', id: 'm' };
  known.learn([message], [row(message, '')], heads(5));
  known.learn([ayu], [], heads(0));
  expect([known.has(message), known.has(ayu)]).toEqual([false, false]);
});

it('forgets all of it where the database may be another one', () => {
  const known = read();
  known.forget();
  expect(known.has(ayu)).toBe(false);
});
