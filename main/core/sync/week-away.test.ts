import { expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

const CHANNELS = 60;
const EACH = 40;
/** In the channel on the screen. */
const OPEN = 700;
/** More in the first channel. */
const BUSY = 300;

/** Ayu closed her laptop; the others went on. The channel on her screen is the last one. */
async function weekAway() {
  const relay = new FakeRelay();
  const channels = Array.from({ length: CHANNELS }, (_, i) => relay.channel('public', `k-${i}`));
  const client = new TestClient(relay);
  await client.sync();
  client.drop();
  const say = (channelId: ChannelId, count: number): void => {
    for (let n = 0; n < count; n++) relay.say('budi', channelId, `pesan ${n}`);
  };
  for (const channelId of channels) say(channelId, EACH);
  const [busy, open] = [channels[0]!, channels.at(-1)!];
  say(busy, BUSY);
  say(open, OPEN - EACH);
  for (let n = 0; n < 3; n++) relay.say('budi', channels[1]!, `<@${people.ayu}> ${n}`);
  const views = new TestViews(client.cache, client.clock);
  client.engine.look(open);
  const line = client.connect();
  /** A step; what the relay has been asked so far. */
  const step = async (): Promise<void> => {
    if (client.up.length > 0) await client.handUp();
    else await client.handDown();
  };
  const asked = (): Up<'pull'>[] => line.came.filter((frame) => frame.t === 'pull');
  return { relay, channels, busy, open, client, cache: client.cache, views, step, asked };
}

const MISSED = CHANNELS * EACH + BUSY + (OPEN - EACH) + 3;

it('S6: after a week the sidebar and the open channel are true by a handful of pulls', async () => {
  const { client, views, open, step, asked, channels } = await weekAway();
  const newest = (): string | undefined => views.texts(open).at(-1);
  const usable = (): boolean =>
    views.sidebar()?.totalUnread === MISSED &&
    views.sidebar()?.totalMentions === 3 &&
    newest() === `pesan ${OPEN - EACH - 1}`;
  while (!usable()) await step();
  // The person's own scope, the open channel, and what was on its way with them.
  expect(asked().length).toBeLessThanOrEqual(8);
  expect(client.engine.progress).toBeLessThan(0.2);
  expect(views.sidebar()?.channels).toHaveLength(channels.length);
  expect(views.sidebar()?.channels.find(({ id }) => id === channels[1])?.mentions).toBe(3);
});

it('S6: fetches the open channel first, then a page of every other, then the rest newest first', async () => {
  const { client, asked, open, busy, channels } = await weekAway();
  await client.settle();
  const scopes = asked().map(({ scope, upTo }) => [scope, upTo === null] as const);
  const essential: Scope[] = [userScope(people.ayu), channelScope(open), orgScope];
  const firstOther = scopes.findIndex(([scope]) => !essential.includes(scope));
  expect(scopes.slice(0, firstOther).map(([scope]) => scope)).toContain(channelScope(open));
  const glances = scopes.flatMap(([scope, newest], at) => (newest ? [{ scope, at }] : []));
  const holes = scopes.flatMap(([scope, newest], at) => (newest ? [] : [{ scope, at }]));
  expect(new Set(glances.map(({ scope }) => scope)).size).toBeGreaterThanOrEqual(channels.length);
  expect(Math.min(...holes.map(({ at }) => at))).toBeGreaterThan(glances.at(-1)!.at);
  expect(holes[0]?.scope).toBe(channelScope(open));
  const tops = asked()
    .filter(({ scope, upTo }) => scope === channelScope(busy) && upTo !== null)
    .map(({ upTo }) => upTo!);
  expect(tops).toEqual(tops.toSorted((a, b) => b - a));
  // Nothing is asked for twice: a pull a channel, and one for each further page.
  expect(asked().length).toBeLessThan(channels.length + 12);
});

it('S6: progress is told from the first page to the last, and what has arrived is searched', async () => {
  const { client, cache, step } = await weekAway();
  const told: number[] = [];
  const texts = client.opened.index.texts;
  const here = cache.db.prepare('SELECT count(*) FROM messages WHERE json LIKE ?').pluck();
  let compared = 0;
  while (!client.idle) {
    await step();
    const { progress } = client.engine;
    if (progress !== null && progress !== told.at(-1)) told.push(progress);
    if (told.length % 20 !== 1) continue;
    // The index is told of a message in the transaction of its row.
    const indexed = [...texts.values()].filter((text) => text.startsWith('pesan')).length;
    expect(indexed).toBe(here.get('%"text":"pesan%'));
    compared++;
  }
  expect(compared).toBeGreaterThan(2);
  expect(told.length).toBeGreaterThan(40);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(client.engine.progress).toBeNull();
});

it('S6: no more than a few pages are ever on their way, however much is missing', async () => {
  const { client, step } = await weekAway();
  let most = 0;
  let rows = 0;
  while (!client.idle) {
    await step();
    const down = client.line?.down ?? [];
    const underWay = down.flatMap((frame) => (frame.t === 'page' ? [frame.rows.length] : []));
    most = Math.max(most, underWay.length);
    rows = Math.max(rows, ...underWay);
  }
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(6);
  expect(rows).toBeLessThanOrEqual(250);
});
