import type { SeededRandom } from '../shared/testing/random.ts';
import type { BusFaults } from './network/hint-bus.ts';

/** What kind of a day a run is. Times in ms, chances in [0, 1]. */
export interface Profile {
  readonly network: { readonly quickest: number; readonly slowest: number };
  readonly bus: Readonly<BusFaults>;
  /** How long a node may take after the store's answer. */
  readonly slowest: number;
  /** That a node stands still before it asks its store. */
  readonly pauses: number;
  /** That a question to the store fails. */
  readonly storeAway: number;
  /** Most rows of a page: small ones make holes (S6). */
  readonly pageRows: number;
  readonly directoryLimit: number;
  /** Node clocks differ by up to so much. */
  readonly nodeSkew: number;
  /** How often lines break, machines are killed, people come and go, beside all that they do. */
  readonly cuts: number;
  readonly kills: number;
  readonly moves: number;
}

export const quiet: Profile = {
  network: { quickest: 2, slowest: 12 },
  bus: { lost: 0, doubled: 0, slowest: 5 },
  slowest: 1,
  pauses: 0,
  storeAway: 0,
  pageRows: 500,
  directoryLimit: 1_000,
  nodeSkew: 0,
  cuts: 0,
  kills: 0,
  moves: 1,
};

/** Some days are calm but for one thing, some are wild. */
export function profileOf(random: SeededRandom): Profile {
  const wild = random.next();
  return {
    network: { quickest: 1, slowest: random.pick([10, 100, 600, 3_000]) },
    bus: {
      lost: random.pick([0, 0.2, 0.6, 1]),
      doubled: random.pick([0, 0.3]),
      slowest: random.pick([5, 300, 3_000]),
    },
    slowest: random.pick([1, 20, 200]),
    pauses: random.pick([0, 0, 0.03]),
    storeAway: random.pick([0, 0, 0.02]),
    pageRows: 3 + random.int(20),
    // A directory that nobody keeps whole: people are fetched when they are needed.
    directoryLimit: random.chance(0.25) ? 2 : 1_000,
    nodeSkew: random.pick([0, 2_000]),
    cuts: random.pick([0, 4, 10]),
    kills: wild < 0.3 ? 0 : 3,
    moves: random.pick([1, 4]),
  };
}
