import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { MessagePage } from '../../shared/rpc/views.ts';
import { writeStraight } from '../../bench/core/write-straight.ts';
import { Office, type Computer } from './office.ts';

const CHANNELS = 12;
/** In each channel: more than ten pages. */
const EACH = 700;
const MISSED = CHANNELS * EACH;
const YEAR_MS = 365 * 86_400_000;

type Api = Computer['api'];

/**
 * Ayu was away for a year, and the others were not. Each message has a word of its own. `npm run
 * bench -- --only year` does the same with a million.
 */
async function yearAway() {
  const office = await Office.open(['ayu', 'bagas'], ['--rate-per-second', '0']);
  const [ayu, bagas] = [await office.signedIn('ayu'), await office.signedIn('bagas')];
  const channels: ChannelId[] = [];
  for (let n = 0; n < CHANNELS; n++) {
    const made = { name: `kanal-${n}`, type: 'private' as const, topic: '' };
    const { op } = await bagas.api.createChannel({ ...made, userIds: [office.id('ayu')] });
    channels.push(op as ChannelId);
  }
  await ayu.until(async (api) => {
    const { syncing } = await api.connection({});
    return syncing === null && (await api.sidebar({}))?.channels.length === CHANNELS;
  });
  await Promise.all([ayu.close(), bagas.close()]);
  await office.stop();
  let said = 0;
  writeStraight({
    ...{ file: join(office.dir, 'relay.db'), channels, authorId: office.id('bagas') },
    ...{ messages: MISSED, from: Date.now() - YEAR_MS, ms: YEAR_MS },
    texts: { text: () => `laporan q${said++}q` },
  });
  await office.start(['--rate-per-second', '0']);
  await ayu.reopen();
  return { ayu, channels };
}

const newest = async (api: Api, channelId: ChannelId, limit: number): Promise<MessagePage> =>
  api.messages({ channelId, at: { from: 'newest' }, limit });

/** The messages of the missed year, without what the channel itself tells. */
const saidIn = ({ messages }: MessagePage) => messages.filter(({ system }) => system === null);

it('S6: after a year one is usable at once; the rest comes newest first, and is searched as it comes', async () => {
  const { ayu, channels } = await yearAway();
  const open = channels[0]!;
  await ayu.api.look({ channelId: open, people: [], active: true });

  // Usable: the sidebar is true, and the newest page of the open channel is here.
  await ayu.until(async (api) => {
    const page = await newest(api, open, 50);
    return (await api.sidebar({}))?.totalUnread === MISSED && page.messages.length === 50;
  });
  const first = await newest(ayu.api, open, 400);
  const here = saidIn(first).length;
  expect(first.atNewest).toBe(true);
  expect(here).toBeLessThan(EACH);
  // What is missing is known, to the message.
  expect(first.holes).toHaveLength(1);
  expect(first.holes[0]?.missing).toBe(EACH - here);

  const told: number[] = [];
  let searched = 0;
  let looked = 0;
  await ayu.until(async (api) => {
    const { syncing, state } = await api.connection({});
    if (state === 'connected' && syncing === null) return true;
    if (syncing === null || syncing === told.at(-1)) return false;
    told.push(syncing);
    const channelId = channels[looked++ % CHANNELS]!;
    const page = await newest(api, channelId, 400);
    const messages = saidIn(page);
    const lowest = messages[0];
    if (lowest === undefined) return false;
    // Newest first, without a gap: below a channel's newest stretch is one hole at most.
    const positions = messages.map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, n) => positions[0]! + n));
    expect(page.holes.length).toBeLessThanOrEqual(1);
    // Search is true for what has arrived, and tells nothing of what has not.
    const word = /q\d+q/.exec(lowest.text)![0];
    const find = async (query: string) =>
      (await api.search({ query, channelId: null, after: null, limit: 30 })).hits;
    expect((await find(word)).map(({ message }) => message.id)).toEqual([lowest.id]);
    // The message before it in the same channel.
    const before = `q${Number(word.slice(1, -1)) - CHANNELS}q`;
    const missing = page.holes.length === 1 && messages.length < 400 ? [before] : [];
    expect((await Promise.all(missing.map(find))).flat()).toEqual([]);
    searched++;
    return false;
  });
  expect(searched).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));

  for (const channelId of channels) {
    let page = await newest(ayu.api, channelId, 400);
    let count = saidIn(page).length;
    while (!page.atOldest) {
      const position = page.messages[0]!.position!;
      const at = { from: 'before' as const, position };
      page = await ayu.api.messages({ channelId, at, limit: 400 });
      count += saidIn(page).length;
    }
    expect(count).toBe(EACH);
  }
});
