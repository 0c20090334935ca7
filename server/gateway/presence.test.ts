import { beforeEach, expect, it } from 'vitest';
import type { UserId } from '../../shared/domain/ids.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { MemoryBus } from '../bus/memory.ts';
import type { Receiver } from './peer.ts';
import { Presence, PRESENCE_REFRESH_MS } from './presence.ts';

const [ayu, bagas] = ['ayu' as UserId, 'bagas' as UserId];
const device = (userId: UserId): Receiver & { told: string[] } => {
  const told: string[] = [];
  return {
    ...{ userId, told, open: true, greeted: true, scopes: new Set<never>(), moves: 0 },
    write(frame) {
      const { people } = JSON.parse(frame.toString('utf8', 2)) as { people: [{ state: string }] };
      told.push(people[0].state);
    },
  };
};

let clock: FakeClock;
let bus: MemoryBus;
let here: Presence;
let there: Presence;
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  clock = new FakeClock();
  bus = new MemoryBus((error) => {
    throw error;
  });
  here = new Presence(bus, clock, 'here');
  there = new Presence(bus, clock, 'there');
  bus.subscribe((hints) => {
    for (const hint of hints) {
      if (hint.type !== 'presence') continue;
      here.hint(hint);
      there.hint(hint);
    }
  });
});

it('a person is as present as the device where they are most present', () => {
  const [desk, laptop, looker] = [device(ayu), device(ayu), device(bagas)];
  expect(here.look(looker, [ayu])).toEqual([{ userId: ayu, state: 'offline' }]);
  here.set(desk, 'active');
  here.set(laptop, 'away');
  here.set(desk, 'away');
  here.gone(laptop);
  expect(looker.told).toEqual(['active', 'away']);
  expect(here.look(looker, [ayu])).toEqual([{ userId: ayu, state: 'away' }]);
});

it('who reconnects at once was never away', () => {
  const [before, after, looker] = [device(ayu), device(ayu), device(bagas)];
  here.set(before, 'active');
  here.look(looker, [ayu]);
  here.gone(before);
  clock.advance(4_000);
  here.set(after, 'active');
  clock.advance(60_000);
  expect(looker.told).toEqual([]);
  here.gone(after);
  clock.advance(60_000);
  expect(looker.told).toEqual(['offline']);
});

it('tells only those who look, and no more when they look away or go', () => {
  const [desk, one, two] = [device(ayu), device(bagas), device(bagas)];
  here.look(one, [ayu]);
  here.look(two, [ayu]);
  here.look(one, [bagas]);
  here.gone(two);
  here.set(desk, 'active');
  expect([one.told, two.told]).toEqual([[], []]);
});

it('nodes tell one another, and forget the people of a node that is silent', async () => {
  const [desk, looker] = [device(ayu), device(bagas)];
  there.look(looker, [ayu]);
  here.set(desk, 'active');
  await settled();
  expect(looker.told).toEqual(['active']);

  for (let n = 0; n < 3; n++) {
    clock.advance(PRESENCE_REFRESH_MS);
    here.refresh();
    await settled();
    there.refresh();
  }
  expect(looker.told).toEqual(['active']);
  clock.advance(3 * PRESENCE_REFRESH_MS);
  there.refresh();
  expect(looker.told).toEqual(['active', 'offline']);
});

it('a person who is on two nodes goes when they have left both', async () => {
  const [desk, laptop, looker] = [device(ayu), device(ayu), device(bagas)];
  there.look(looker, [ayu]);
  here.set(desk, 'active');
  there.set(laptop, 'active');
  await settled();
  there.gone(laptop);
  clock.advance(10_000);
  await settled();
  expect(looker.told).toEqual(['active']);
  here.gone(desk);
  clock.advance(10_000);
  await settled();
  expect(looker.told).toEqual(['active', 'offline']);
});
