import { expect, it } from 'vitest';
import { choosePeople as choose, NobodyCalled } from './choose-people.ts';

const person = (
  name: string,
  displayName: string,
  role: 'owner' | 'admin' | 'member' = 'member',
) => ({
  name,
  displayName,
  role,
});
const ayu = person('ayu.kartika', 'Ayu Kartika');
const budi = person('budi.s', 'Budi Santoso', 'owner');
const bella = person('bella', 'Bella', 'admin');

const choosePeople = (all: Parameters<typeof choose>[0], names: readonly string[]) =>
  choose(all, names, 'ayu.kartika');

it('opens the demo as Ayu Kartika, another company as its owner, else an admin, else anybody', () => {
  expect(choosePeople([bella, budi, ayu], [])).toEqual([ayu]);
  expect(choosePeople([bella, budi], [])).toEqual([budi]);
  expect(choosePeople([person('a', 'A'), bella], [])).toEqual([bella]);
  expect(choosePeople([person('a', 'A')], [])).toHaveLength(1);
  expect(() => choosePeople([], [])).toThrow(NobodyCalled);
});

it('finds people by sign-in name, shown name or the beginning of one', () => {
  const all = [ayu, budi, bella];
  expect(choosePeople(all, ['budi.s', 'Ayu Kartika', 'ayu'])).toEqual([budi, ayu]);
  expect(choosePeople(all, ['bel'])).toEqual([bella]);
});

it('takes a whole name before the beginning of a longer one', () => {
  const longer = person('bella.two', 'Bella Two');
  expect(choosePeople([longer, bella], ['bella'])).toEqual([bella]);
});

it('says who there is where a name means nobody or several', () => {
  expect(() => choosePeople([ayu, budi], ['cici'])).toThrow(
    'Nobody is called "cici". There are: Ayu Kartika (ayu.kartika), Budi Santoso (budi.s).',
  );
  expect(() => choosePeople([ayu, budi, bella], ['b'])).toThrow('Several people are called "b"');
});
