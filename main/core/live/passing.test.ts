import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { LiveTopics } from './topics.ts';
import { Passing } from './passing.ts';

function setup() {
  const clock = new FakeClock();
  const passing = new Passing(clock, new LiveTopics(clock));
  const types = (userId: string, rootId: string | null = null) =>
    passing.receive({ t: 'typing', channelId: 'c1', rootId, userId });
  return { clock, passing, types };
}

describe('typing', () => {
  it('is forgotten after five seconds', () => {
    const { clock, passing, types } = setup();
    types('ayu');
    clock.advance(4_900);
    expect(passing.typing('c1', null)).toEqual(['ayu']);
    clock.advance(200);
    expect(passing.typing('c1', null)).toEqual([]);
  });

  it('ends when the message that was being written arrives, in its own thread alone', () => {
    const { passing, types } = setup();
    types('ayu');
    types('ayu', 'm1');
    types('bagas');
    passing.receive({
      ...{ t: 'rows', scope: 'channel:c1', from: 1, to: 2, count: 1 },
      rows: [{ kind: 'message', id: 'm2', version: 2, authorId: 'ayu', rootId: null }],
    });
    expect(passing.typing('c1', null)).toEqual(['bagas']);
    expect(passing.typing('c1', 'm1')).toEqual(['ayu']);
  });
});
