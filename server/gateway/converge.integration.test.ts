import { afterEach, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Scope } from '../../shared/domain/scope.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { Mirror } from './testing/mirror.ts';
import { sendArgs, type TestClient } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
afterEach(() => relay.end());

/** People who write, react, come, go and are put out, while their lines are cut. */
async function live(seed: number): Promise<Mirror[]> {
  const random = new SeededRandom(seed);
  const people: Actor[] = [];
  const channels: ChannelId[] = [];
  relay = await TestRelay.start({
    flags: ['--rate-per-second', '0'],
    async seed(office) {
      for (const name of ['Ayu', 'Bagas', 'Citra', 'Dewi']) people.push(await office.person(name));
      for (const name of ['satu', 'dua', 'tiga']) {
        channels.push(await office.channel(people[0]!, name, people));
      }
    },
  });
  const mirrors = people.map(({ userId }) => new Mirror(userId));
  const clients: TestClient[] = [];
  for (const [n, person] of people.entries()) {
    clients.push(await mirrors[n]!.connect(relay.url, tokenOf(person)));
  }
  const sent: { channelId: ChannelId; messageId: MessageId }[] = [];
  for (let step = 0; step < 150; step++) {
    const n = random.int(people.length);
    const channelId = random.pick(channels);
    const op = relay.office.op();
    const act = random.int(20);
    if (act < 9 || sent.length === 0) {
      clients[n]!.commands({ op, name: 'message.send', args: sendArgs(channelId, `m${step}`) });
      sent.push({ channelId, messageId: op as string as MessageId });
    } else if (act < 12) {
      const args = { ...random.pick(sent), emoji: '👍' };
      clients[n]!.commands({ op, name: 'reaction.add', args });
    } else if (act < 14) {
      clients[n]!.commands({ op, name: 'message.delete', args: random.pick(sent) });
    } else if (act < 15) {
      clients[n]!.commands({ op, name: 'channel.leave', args: { channelId } });
    } else if (act < 17) {
      clients[n]!.commands({ op, name: 'channel.join', args: { channelId } });
    } else if (act < 18) {
      const args = { channelId, userId: random.pick(people).userId };
      clients[0]!.commands({ op, name: 'channel.remove', args });
    } else if (act < 19) {
      // Another process writes too.
      await relay.office.run(relay.office.send(random.pick(people), channelId, `o${step}`));
    } else {
      mirrors[n]!.cut();
      clients[n] = await mirrors[n]!.connect(relay.url, tokenOf(people[n]!));
    }
    if (random.chance(0.3)) await clients[random.int(clients.length)]!.settled();
  }
  for (const client of clients) await client.settled();
  // A last change in each channel, by a relay that has seen everything, tells where all is.
  for (const channelId of channels) {
    const args = { channelId, userIds: people.map(({ userId }) => userId) };
    await clients[0]!.run(relay.office.op(), 'channel.join', { channelId });
    await clients[0]!.run(relay.office.op(), 'channel.invite', args);
    await clients[0]!.run(relay.office.op(), 'message.send', sendArgs(channelId, 'done'));
  }
  for (const mirror of mirrors) await mirror.whole();
  return mirrors;
}

for (const seed of [1, 2, 3, 4, 5, 6]) {
  it(`S3, S4, S6, S11, S13: every client holds what the store does, and nothing leaks (seed ${seed})`, async () => {
    const mirrors = await live(seed);
    for (const { userId, held, leaked } of mirrors) {
      expect(leaked).toEqual([]);
      const scopes = await relay.office.store.scopesOf(userId);
      expect([...held.keys()].sort()).toEqual([...scopes].sort());
      for (const [scope, { rows }] of held) {
        const stored = (await relay.office.pull(scope as Scope)).rows;
        const wire = stored.map(({ json }) => JSON.parse(json) as { version: number });
        const mine = [...rows.values()].sort((a, b) => a.version - b.version);
        expect(mine).toEqual(wire);
      }
    }
  });
}
