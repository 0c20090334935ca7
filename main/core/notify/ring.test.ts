import { describe, expect, it } from 'vitest';
import { decide, type Arrival } from './ring.ts';

const mention: Arrival = {
  concern: 'mention',
  place: { muted: false, notify: 'mentions' },
  off: false,
  seen: false,
  urgent: false,
  quiet: false,
};

describe('decide', () => {
  it('rings for what is said to the reader: a mention, a conversation, a thread of theirs', () => {
    for (const concern of ['mention', 'direct', 'reply'] as const) {
      expect(decide({ ...mention, concern })).toBe('ring');
    }
  });

  it('only counts what is said to a channel, unless its reader wants all of it', () => {
    expect(decide({ ...mention, concern: 'other' })).toBe('quiet');
    const all = { muted: false, notify: 'all' } as const;
    expect(decide({ ...mention, concern: 'other', place: all })).toBe('ring');
  });

  it('rings for nobody who is off, also where they wanted all of it', () => {
    const place = { muted: false, notify: 'all' } as const;
    expect(decide({ ...mention, off: true })).toBe('quiet');
    expect(decide({ ...mention, concern: 'direct', place, off: true })).toBe('quiet');
  });

  it('rings for whoever is meant by an urgent message, also while they are off', () => {
    const urgent = { ...mention, off: true, urgent: true };
    expect(decide(urgent)).toBe('ring');
    expect(decide({ ...urgent, concern: 'other' })).toBe('quiet');
    expect(decide({ ...urgent, place: { muted: true, notify: 'all' } })).toBe('quiet');
  });

  it('rings for nobody by a message that is quiet, whatever its reader wants', () => {
    const place = { muted: false, notify: 'all' } as const;
    expect(decide({ ...mention, place, quiet: true })).toBe('quiet');
  });

  it('keeps to a mute and to "nothing"', () => {
    expect(decide({ ...mention, place: { muted: true, notify: 'all' } })).toBe('quiet');
    expect(decide({ ...mention, place: { muted: false, notify: 'nothing' } })).toBe('quiet');
  });

  it('keeps to a thread’s mute, also where its reader wants all of the channel', () => {
    const all = { muted: false, notify: 'all' } as const;
    expect(decide({ ...mention, concern: 'silenced', place: all })).toBe('quiet');
    expect(decide({ ...mention, concern: 'silenced', urgent: true })).toBe('quiet');
  });

  it('says nothing of what has been read elsewhere or stands on the screen', () => {
    expect(decide({ ...mention, seen: true })).toBe('nothing');
  });
});
