import type { ChannelId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';
import { quantile } from '../figure.ts';
import { PageAsker } from './page-asker.ts';

/*
 * A process of its own: the core of somebody who comes back. Its one argument is an `Errand`; it
 * prints a `Returned`, and `null` every minute until then.
 */
export interface Errand {
  /** The profile's folder. */
  readonly dir: string;
  readonly address: string;
  readonly name: string;
  readonly password: string;
  readonly channels: readonly string[];
  /** The channel on the screen. */
  readonly open: string;
  /** How many messages the sidebar must tell of. */
  readonly unread: number;
}

export interface Returned {
  /** From the state "connected" until what the person sees was true, ms. */
  readonly usableMs: number;
  /** Until nothing was missing, ms. */
  readonly completeMs: number;
  /** The most memory that the process took, MB. */
  readonly peakMb: number;
  /** How many different shares of what was missing the connection's view told. */
  readonly progressSeen: number;
  /** A page of any channel, asked for while messages came in, ms after it was due. */
  readonly pageP95Ms: number | null;
  /** The same with nothing else to do. */
  readonly quietP95Ms: number;
}

/** Pages of which a quantile says something. */
const ENOUGH = 20;
/** How long pages are asked for once everything is here. */
const QUIET_MS = 3_000;
/** Nothing that is measured takes so long. */
const DEADLINE_MS = 20 * 60_000;
const STILL_HERE_MS = 60_000;

setTimeout(() => {
  process.stderr.write('not everything came\n');
  process.exit(1);
}, DEADLINE_MS).unref();
// Who says nothing for long is given up.
setInterval(() => process.stdout.write('null\n'), STILL_HERE_MS).unref();
const errand = JSON.parse(process.argv[2] ?? '{}') as Errand;
const { dir, address, name, password, unread: expected } = errand;
const options = { version: 'bench', allowInsecure: false, relayAddress: null } as const;
const core = await createNodeCore({ ...options, dir, keyStore: 'file', log: () => undefined });
const { handlers } = core;
const channelId = errand.open as ChannelId;
const newest = { channelId, at: { from: 'newest' as const }, limit: 50 };

const asker = new PageAsker(handlers, errand.channels as ChannelId[]);
let connectedAt: number | undefined;
let usableMs: number | undefined;
const told = new Set<number>();
let end: (ms: number) => void = () => undefined;
const complete = new Promise<number>((resolve) => (end = resolve));

/** As the renderer does: asks again for what it shows whenever that has changed. */
async function check(): Promise<void> {
  const { state, syncing } = await handlers.connection({});
  if (state !== 'connected') return;
  connectedAt ??= performance.now();
  const since = performance.now() - connectedAt;
  if (usableMs === undefined) {
    const sidebar = await handlers.sidebar({});
    const page = await handlers.messages(newest);
    const here = page.messages.length >= Math.min(50, expected) && page.atNewest;
    if (sidebar?.totalUnread === expected && here) {
      usableMs = performance.now() - connectedAt;
      asker.start();
    }
  }
  if (syncing !== null) told.add(syncing);
  else if (usableMs !== undefined) end(since);
}

let running: Promise<void> | null = null;
let again = false;
function wake(): void {
  if (running !== null) return void (again = true);
  running = check().finally(() => {
    running = null;
    if (!again) return;
    again = false;
    wake();
  });
}
core.onTopics(wake);
const { state } = await handlers.session({});
if (state === 'signed_out') {
  const result = await handlers.signIn({ address, name, password });
  if (!result.ok) throw new Error(`sign-in: ${result.code}`);
}
await handlers.look({ channelId, people: [], active: true });
wake();
const completeMs = await complete;
const busy = asker.stop();
const quiet = await quietTimes();
const returned: Returned = {
  ...{ usableMs: usableMs ?? Number.NaN, completeMs, progressSeen: told.size },
  peakMb: process.resourceUsage().maxRSS / 1_024,
  pageP95Ms: busy.length < ENOUGH ? null : quantile(busy, 0.95),
  quietP95Ms: quantile(quiet, 0.95),
};
await core.close();
process.stdout.write(`${JSON.stringify(returned)}\n`);
process.exit(0);

async function quietTimes(): Promise<readonly number[]> {
  const asking = new PageAsker(handlers, errand.channels as ChannelId[]);
  asking.start();
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  return asking.stop();
}
