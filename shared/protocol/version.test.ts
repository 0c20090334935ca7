import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commands } from '../commands/registry.ts';
import { kinds } from '../domain/registry.ts';
import { closeCodes } from './close-codes.ts';
import { downFrame } from './down.ts';
import * as http from './http.ts';
import { upFrame } from './up.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from './version.ts';

/** What each version of the wire looked like: the newest must be what the schemas say now. */
const ledger: Record<number, Record<string, string>> = {
  1: {
    up: '8fd48385bec36c6b',
    down: 'ef7c7f6d4dbb2018',
    rows: '9e5f12f643b60d5a',
    commands: '3cae918cabd8df29',
    http: '6cc830fe722212a4',
  },
};

const ADVICE =
  'What goes over the wire has changed. If a released client or relay can meet it, raise PROTOCOL ' +
  'in version.ts, write there what changed, and add the new version here. If none can (nothing ' +
  'with this version has been released), put the new hash here.';

/** Keys and names in one order, so that moving a line in a schema changes nothing. */
const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [
        key,
        key === 'required' && Array.isArray(inner) ? (inner as string[]).toSorted() : stable(inner),
      ]),
  );
};
const schema = (type: z.ZodType): unknown =>
  z.toJSONSchema(type, { io: 'input', unrepresentable: 'any', reused: 'inline' });
const hash = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(stable(value)))
    .digest('hex')
    .slice(0, 16);

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

const now = {
  up: hash(schema(upFrame)),
  down: hash([schema(downFrame), closeCodes]),
  rows: hash(Object.entries(kinds).map(([kind, spec]) => [kind, spec.scopes, schema(spec.schema)])),
  commands: hash([...commands].map(([name, spec]) => [name, schema(spec.args)])),
  http: hash(
    Object.entries(http).map(([name, value]) => [name, isSchema(value) ? schema(value) : value]),
  ),
};

describe('the version of the wire', () => {
  it('moves when what goes over the wire changes', () => {
    expect(ledger[PROTOCOL], ADVICE).toEqual(now);
  });

  it('has a line for each version up to now', () => {
    const versions = Array.from({ length: PROTOCOL }, (_, i) => String(i + 1));
    expect(Object.keys(ledger)).toEqual(versions);
  });

  it('still speaks an oldest one, no newer than itself', () => {
    expect(OLDEST_PROTOCOL).toBeGreaterThan(0);
    expect(OLDEST_PROTOCOL).toBeLessThanOrEqual(PROTOCOL);
  });

  it('would notice a new field, another bound and another name, and no moved line', () => {
    const a = z.object({ name: z.string().max(5), at: z.number() });
    expect(hash(schema(z.object({ at: z.number(), name: z.string().max(5) })))).toBe(
      hash(schema(a)),
    );
    const others = [
      z.object({ name: z.string().max(6), at: z.number() }),
      z.object({ name: z.string().max(5), at: z.number(), more: z.boolean().optional() }),
      z.strictObject({ name: z.string().max(5), at: z.number() }),
    ];
    for (const other of others) expect(hash(schema(other))).not.toBe(hash(schema(a)));
  });
});
