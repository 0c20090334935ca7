import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import { isTombstone, parseRow, wireRow } from './wire-row.ts';

const id = anId(1);
const member = { kind: 'member', id, version: 4, role: 'owner', joinedAt: 1 };

describe('a row on the wire', () => {
  it('keeps its fields past the first look, for the second', () => {
    expect(parseRow(wireRow.parse(member))).toEqual(member);
  });

  it('is a tombstone where it says so, of any kind, and nothing else is left of it', () => {
    const row = parseRow(wireRow.parse({ ...member, kind: 'poll', deleted: true }));
    expect(row).toEqual({ kind: 'poll', id, version: 4, deleted: true });
    expect(row !== undefined && isTombstone(row)).toBe(true);
  });

  it.each([
    ['of a kind that this side does not know', { ...member, kind: 'poll' }],
    ['of a shape that this side does not know', { ...member, role: 'guest' }],
  ])('spoils nothing when it is %s', (_what, row) => {
    expect(parseRow(wireRow.parse(row))).toBeUndefined();
  });

  it.each([
    ['no version', { version: undefined }],
    ['a negative version', { version: -1 }],
    ['no id', { id: '' }],
    ['no kind', { kind: '' }],
    ['deleted that is not true', { deleted: false }],
  ])('is none with %s', (_what, change) => {
    expect(wireRow.safeParse({ ...member, ...change }).success).toBe(false);
  });
});
