import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from './share.ts';

describe('share', () => {
  it('gives back the old value where the new one equals it', () => {
    const before = { a: [1, { b: 'x' }], c: null };
    expect(share(before, structuredClone(before))).toBe(before);
  });

  it('keeps the parts that did not change', () => {
    const before = { people: { ayu: { name: 'Ayu' } }, count: 1 };
    const after = share(before, { people: { ayu: { name: 'Ayu' } }, count: 2 });
    expect(after).toEqual({ people: { ayu: { name: 'Ayu' } }, count: 2 });
    expect(after.people).toBe(before.people);
  });

  it('matches the items of a list by id, so that one more at the front changes no other', () => {
    const before = [{ id: 'b' }, { id: 'c' }];
    const after = share(before, [{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    expect(after.map((item) => item.id)).toEqual(['a', 'b', 'c']);
    expect(after[1]).toBe(before[0]);
    expect(after[2]).toBe(before[1]);
  });

  it('sees that items have changed places', () => {
    const before = [{ id: 'a' }, { id: 'b' }];
    expect(share(before, [{ id: 'b' }, { id: 'a' }]).map((item) => item.id)).toEqual(['b', 'a']);
  });

  it('sees that a key has gone or that a value has become undefined', () => {
    expect(share({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    const after = share({ a: 1 }, { b: undefined });
    expect(Object.keys(after)).toEqual(['b']);
  });

  it('never changes what is said, whatever was there before', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
        expect(share(before, after)).toEqual(after);
      }),
    );
  });
});
