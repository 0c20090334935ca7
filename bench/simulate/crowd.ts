/**
 * The people of the simulation, in a process of their own: thin clients that do what the desktop
 * client does on the wire. Argument: the relay's url. Reads `Told` and answers `Done`, as lines.
 */
import { createInterface } from 'node:readline';
import { SeededRandom } from '../../shared/testing/random.ts';
import { quantile } from '../figure.ts';
import type { Seat } from './company.ts';
import type { Done, Told } from './crowd-words.ts';
import { deeds, elsewhere, type Deed } from './day.ts';
import { Person, type Tally } from './person.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('usage: crowd.ts URL');

/** How often the clock of the work is looked at, ms. */
const TICK = 10;

let random = new SeededRandom(1);
let seats: readonly Seat[] = [];
let people: Person[] = [];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function arrive(perSecond: number, tally: Tally): Promise<void> {
  const began = performance.now();
  const opening: Promise<void>[] = [];
  people = seats.map((seat) => new Person(url!, seat, tally));
  for (const [i, person] of people.entries()) {
    const due = began + (i / perSecond) * 1_000;
    if (due > performance.now()) await pause(due - performance.now());
    opening.push(person.arrive());
  }
  await Promise.all(opening);
}

/** Deeds come at random, each kind at its rate, from anybody. */
async function work(
  { seconds, perSecond }: Extract<Told, { do: 'work' }>,
  tally: Tally,
): Promise<void> {
  for (const person of people) person.tally = tally;
  const began = performance.now();
  const done: { [D in Deed]?: number } = {};
  for (let now = began; now - began < seconds * 1_000; now = performance.now()) {
    for (const deed of deeds) {
      const due = Math.floor(((now - began) / 1_000) * (perSecond[deed] ?? 0));
      for (; (done[deed] ?? 0) < due; done[deed] = (done[deed] ?? 0) + 1) {
        const person = random.pick(people);
        if (deed === 'post') person.post(placeOf(person.seat));
        else person.do(deed, random);
      }
    }
    await pause(TICK);
  }
  await settled();
}

function placeOf(seat: Seat): Seat['team'] {
  const at = random.next();
  if (at < elsewhere.site) return seat.site;
  return at < elsewhere.site + elsewhere.department ? seat.department : seat.team;
}

/** Everything is answered everywhere, and then all of what came of it has arrived everywhere. */
async function settled(): Promise<void> {
  await Promise.all(people.map((person) => person.answered()));
  await Promise.all(people.map((person) => person.answered()));
}

async function run(told: Told): Promise<Done | undefined> {
  if (told.do === 'sit') {
    seats = told.seats;
    random = new SeededRandom(told.seed);
    return undefined;
  }
  const tally: Tally = { counts: {}, waits: [], bytes: 0 };
  const began = performance.now();
  if (told.do === 'arrive') await arrive(told.perSecond, tally);
  else if (told.do === 'work') await work(told, tally);
  else {
    for (const person of people) person.tally = tally;
    people[0]!.post(told.channelId);
    await settled();
  }
  const { counts, waits, bytes } = tally;
  const wait = (share: number): number => (waits.length === 0 ? 0 : quantile(waits, share));
  return { ms: performance.now() - began, counts, p50: wait(0.5), p99: wait(0.99), bytes };
}

let last = Promise.resolve();
createInterface(process.stdin).on('line', (line) => {
  last = last.then(async () => {
    const done = await run(JSON.parse(line) as Told);
    if (done !== undefined) process.stdout.write(`${JSON.stringify(done)}\n`);
  });
});
