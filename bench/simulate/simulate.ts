import { Program, startRelay, temporaryFolder } from '../relay/program.ts';
import { fillCompany, type Company } from './company.ts';
import type { Done, Told } from './crowd-words.ts';
import { CONNECTED, deeds, perHour, sizes, type Deed } from './day.ts';
import { cpuSeconds } from './process-cost.ts';

export interface Options {
  readonly people: number;
  /** Connected to the relay at once. What is measured is theirs; the rest is arithmetic. */
  readonly sample: number;
  /** How long each kind of deed is measured, s. */
  readonly seconds: number;
  readonly seed: number;
  readonly tell: (text: string) => void;
}

/** What one kind of work cost the relay. */
export interface Cost {
  readonly count: number;
  /** Of the relay, for each, ms. */
  readonly cpuMs: number;
  /** Ms. */
  readonly p50: number;
  readonly p99: number;
}

export interface Simulated {
  readonly people: number;
  readonly sample: number;
  readonly arrive: Cost;
  readonly deeds: { readonly [D in Deed]: Cost };
  /** Deliveries of each post, in the mean. */
  readonly deliveriesPerPost: number;
  /** Everything at once, at the rates of a working hour, made faster. */
  readonly mixed: Cost & {
    /** CPU that the sum of the kinds predicts over what was measured. */
    readonly predicted: number;
    readonly hours: number;
  };
  /** One message to everybody who is connected; `count` are its deliveries. */
  readonly announcement: Cost & { readonly wholeMs: number };
  readonly memory: {
    /** With the store open and nobody connected, MiB. */
    readonly emptyMb: number;
    /** KiB for each connection; from some hundreds of them on it says something. */
    readonly connectionKb: number;
    readonly peakMb: number;
  };
}

/** Deeds a second while one kind is measured: enough to tell, and not more than the relay can do. */
const RATES: { readonly [D in Deed]: number } = {
  ...{ post: 100, switch: 400, fetch: 200, typing: 300, presence: 200 },
};
/** Who arrives in a second; a morning of 143,000 people in half an hour is 56. */
const ARRIVALS = 200;

/** As many as one machine can hold beside their relay, in whole sites where there are any. */
export function sampleOf(people: number): number {
  const connected = Math.ceil(people * CONNECTED);
  if (connected <= sizes.site) return connected;
  return Math.min(2 * sizes.site, connected);
}

/** Drives a real relay with part of a company, and says what each kind of work costs it. */
export async function simulate(options: Options): Promise<Simulated> {
  const { people, sample, seed, tell } = options;
  const dir = temporaryFolder('simulate');
  tell(`filling the store with ${people} people`);
  const company = await fillCompany(dir, people, sample);
  const { relay, url } = await startRelay(dir);
  const crowd = new Program('bench/simulate/crowd.ts', [url]);
  try {
    crowd.tell({ do: 'sit', seats: company.seats, seed } satisfies Told);
    return await inPhases(options, company, relay, crowd);
  } finally {
    await crowd.stop();
    await relay.stop();
  }
}

async function inPhases(
  { people, sample, seconds, tell }: Options,
  company: Company,
  relay: Program,
  crowd: Program,
): Promise<Simulated> {
  const phase = async (told: Told): Promise<Done & { cpuMs: number }> => {
    const before = cpuSeconds(relay.pid);
    crowd.tell(told);
    const done = await crowd.line<Done>();
    return { ...done, cpuMs: (cpuSeconds(relay.pid) - before) * 1_000 };
  };
  const costOf = (done: Done & { cpuMs: number }, count: number): Cost => ({
    ...{ count, cpuMs: done.cpuMs / Math.max(1, count), p50: done.p50, p99: done.p99 },
  });
  const emptyMb = relay.residentKb / 1_024;
  tell(`${sample} people arrive`);
  const arrived = await phase({ do: 'arrive', perSecond: ARRIVALS });
  // A relay gives back some of what its start took; what few people take may be less than that.
  const connectionKb = Math.max(0, relay.residentKb - emptyMb * 1_024) / sample;
  // What runs for the first time is compiled first.
  await phase({ do: 'work', seconds, perSecond: RATES });
  const each: Partial<Record<Deed, Cost>> = {};
  let deliveriesPerPost = 0;
  for (const deed of deeds) {
    tell(`they ${deed}`);
    const done = await phase({ do: 'work', seconds, perSecond: { [deed]: RATES[deed] } });
    const count = done.counts[deed] ?? 0;
    each[deed] = costOf(done, count);
    if (deed === 'post') deliveriesPerPost = (done.counts['delivery'] ?? 0) / Math.max(1, count);
  }
  const all = each as Record<Deed, Cost>;
  tell('they do all of it');
  // As fast as posts were measured, so that minutes stand for an hour.
  const faster = RATES.post / ((perHour.post * sample) / 3_600) / 2;
  const rate = (deed: Deed): number => ((perHour[deed] * sample) / 3_600) * faster;
  const perSecond = Object.fromEntries(deeds.map((deed) => [deed, rate(deed)]));
  const mixed = await phase({ do: 'work', seconds: seconds * 2, perSecond });
  const counted = deeds.reduce((sum, deed) => sum + (mixed.counts[deed] ?? 0), 0);
  const predictedMs = deeds.reduce(
    (sum, deed) => sum + (mixed.counts[deed] ?? 0) * all[deed].cpuMs,
    0,
  );
  tell('one message to everybody');
  const announced = await phase({ do: 'announce', channelId: company.announcements });
  return {
    ...{ people, sample, deliveriesPerPost, deeds: all },
    arrive: costOf(arrived, sample),
    mixed: {
      ...costOf(mixed, counted),
      ...{ predicted: predictedMs / mixed.cpuMs, hours: (seconds * 2 * faster) / 3_600 },
    },
    announcement: {
      ...costOf(announced, announced.counts['delivery'] ?? 0),
      wholeMs: announced.p99,
    },
    memory: { emptyMb, connectionKb, peakMb: relay.peakKb / 1_024 },
  };
}
