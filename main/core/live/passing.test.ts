import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { LiveTopics } from './topics.ts';
import { Passing } from './passing.ts';

function setup() {
  const clock = new FakeClock();
  const topics = new LiveTopics(clock);
  const passing = new Passing(clock, topics);
  const told: string[] = [];
  topics.subscribe((changed) => told.push(...changed));
  /** What was told since the last time. */
  const heard = (): string[] => {
    clock.advance(100);
    return told.splice(0).sort();
  };
  const types = (userId: string, rootId: string | null = null) =>
    passing.receive({ t: 'typing', channelId: 'c1', rootId, userId });
  return { clock, passing, types, heard };
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

  it('lasts five seconds from the last word of it', () => {
    const { clock, passing, types } = setup();
    types('ayu');
    clock.advance(3_000);
    types('ayu');
    clock.advance(4_900);
    expect(passing.typing('c1', null)).toEqual(['ayu']);
    clock.advance(200);
    expect(passing.typing('c1', null)).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('is told when it begins and when it ends', () => {
    const { clock, types, heard } = setup();
    types('ayu');
    expect(heard()).toEqual(['typing:c1']);
    clock.advance(4_000);
    expect(heard()).toEqual([]);
    clock.advance(1_000);
    expect(heard()).toEqual(['typing:c1']);
  });

  it('is unknown without a line, and leaves no timer behind', () => {
    const { clock, passing, types, heard } = setup();
    types('ayu');
    types('bagas', 'm1');
    heard();
    passing.down();
    expect(heard()).toEqual(['people', 'sidebar', 'typing:c1']);
    expect(passing.typing('c1', null)).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});

describe('presence', () => {
  it('is what was last said, and offline for whom nothing was said of', () => {
    const { passing, heard } = setup();
    passing.receive({ t: 'presence', people: [{ userId: 'ayu', state: 'active' }] });
    passing.receive({ t: 'presence', people: [{ userId: 'bagas', state: 'away' }] });
    expect(['ayu', 'bagas', 'citra'].map((id) => passing.presence(id))).toEqual([
      'active',
      'away',
      'offline',
    ]);
    expect(heard()).toEqual(['people', 'sidebar']);
  });

  it('S14: is unknown without a line', () => {
    const { passing } = setup();
    passing.receive({ t: 'presence', people: [{ userId: 'ayu', state: 'active' }] });
    passing.down();
    expect(passing.presence('ayu')).toBe('offline');
  });
});
