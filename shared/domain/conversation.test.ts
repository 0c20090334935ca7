import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import { conversationId, sortedPeople } from './conversation.ts';
import type { UserId } from './ids.ts';

const someone = fc.nat(1_000).map((n) => anId(n) as UserId);
const some = fc.uniqueArray(someone, { minLength: 1, maxLength: 9 });

describe('the id of a conversation', () => {
  it('is the same for the same people, in any order and however often named', () => {
    const shuffled = some.chain((people) =>
      fc.tuple(
        fc.constant(people),
        fc.shuffledSubarray([...people, ...people], { minLength: 0 }).map((p) => [...p, ...people]),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([people, again]) => {
        expect(conversationId(again)).toBe(conversationId(people));
        expect(sortedPeople(again)).toEqual([...people].sort());
      }),
    );
  });

  it('is another one with one person more', () => {
    fc.assert(
      fc.property(some, someone, (people, more) => {
        fc.pre(!people.includes(more));
        expect(conversationId([...people, more])).not.toBe(conversationId(people));
      }),
    );
  });
});
