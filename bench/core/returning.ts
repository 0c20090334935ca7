import type { ChannelId } from '../../shared/domain/ids.ts';
import { createNodeCore } from '../../main/entry/node-core.ts';

/*
 * A process of its own: the core of somebody who comes back. Arguments: profile folder, relay,
 * name, password, the channel on the screen, and how many messages the sidebar must tell of.
 * Prints when what the person sees was true, ms after the line stood, and the memory it took.
 */
const [dir = '', address = '', name = '', password = '', open = '', unread = '0'] =
  process.argv.slice(2);
const expected = Number(unread);
const options = { version: 'bench', allowInsecure: false, relayAddress: null } as const;
const core = await createNodeCore({ ...options, dir, keyStore: 'file', log: () => undefined });
const { handlers } = core;
const channelId = open as ChannelId;
const newest = { channelId, at: { from: 'newest' as const }, limit: 50 };

let connectedAt: number | undefined;
let usableMs: number | undefined;
let progressSeen = 0;
let told: (ms: number) => void = () => undefined;
const complete = new Promise<number>((resolve) => (told = resolve));

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
    if (sidebar?.totalUnread === expected && here) usableMs = performance.now() - connectedAt;
  }
  if (syncing !== null) progressSeen++;
  else if (usableMs !== undefined) told(since);
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
const peakMb = process.resourceUsage().maxRSS / 1024;
await core.close();
process.stdout.write(`${JSON.stringify({ usableMs, completeMs, peakMb, progressSeen })}\n`);
process.exit(0);
