import { describe, expect, it } from 'vitest';
import { idOf, person } from '../../testing/messages.ts';
import { offWays, sendHow, type Reach } from './off-ways.ts';

const EIGHT = Date.parse('2026-11-26T08:00:00+07:00');
const NINE = EIGHT + 3_600_000;
const off = (id: number, until: number | null) =>
  person({ id: idOf(id), off: { reason: 'hours', until } });
const talk = (...people: ReturnType<typeof off>[]): Reach => ({
  ...{ off: people, all: true, conversation: true },
});

describe('what is offered to who writes to somebody who is off', () => {
  it('is in a conversation first what the company has decided', () => {
    const reach = talk(off(1, EIGHT));
    expect(offWays(reach, 'day_start')).toEqual({
      ...{ ways: ['day_start', 'quiet', 'urgent'], first: 'day_start', start: EIGHT },
    });
    expect(offWays(reach, 'quiet').first).toBe('quiet');
    expect(offWays(reach, 'ring').first).toBe('urgent');
    expect(offWays(reach, undefined).first).toBe('quiet');
  });

  it('is the start of the last of several, and none where one of them is not known', () => {
    expect(offWays(talk(off(1, EIGHT), off(2, NINE)), 'day_start').start).toBe(NINE);
    const unknown = offWays(talk(off(1, EIGHT), off(2, null)), 'day_start');
    expect(unknown).toEqual({ ways: ['quiet', 'urgent'], first: 'quiet', start: null });
  });

  it('holds nothing back by itself where others work or read', () => {
    const mixed = { ...talk(off(1, EIGHT)), all: false };
    expect(offWays(mixed, 'day_start')).toMatchObject({ first: 'quiet', start: EIGHT });
    const channel = { ...talk(off(1, EIGHT)), conversation: false };
    expect(offWays(channel, 'day_start')).toMatchObject({ first: 'quiet', start: EIGHT });
    const several = { ...channel, off: [off(1, EIGHT), off(2, NINE)] };
    expect(offWays(several, 'day_start').ways).toEqual(['quiet', 'urgent']);
  });
});

describe('how it is sent then', () => {
  const reach = talk(off(1, EIGHT));
  const ways = offWays(reach, 'day_start');

  it('is at the start of the day, urgent with a reason, or so that it rings for nobody', () => {
    expect(sendHow('day_start', '', ways, reach)).toEqual({
      later: { at: EIGHT, why: 'day_start' },
    });
    expect(sendHow('urgent', ' Air masuk ', ways, reach)).toEqual({ urgent: 'Air masuk' });
    expect(sendHow('quiet', '', ways, reach)).toEqual({ quiet: true });
  });

  it('rings for who works, where it is for others too', () => {
    expect(sendHow('quiet', '', ways, { ...reach, all: false })).toEqual({});
    expect(sendHow('quiet', '', ways, { ...reach, conversation: false })).toEqual({});
  });

  it('is as ever where nobody is off any more', () => {
    expect(sendHow('urgent', 'x', ways, talk())).toEqual({});
  });
});
