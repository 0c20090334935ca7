import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import type { PollView } from '../../../shared/rpc/poll-views.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { people } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

const terms = { options: ['Soto', 'Nasi'], several: false, closesAt: null };

/** A poll of Budi's, on the screen of Ayu. */
async function asked(anonymous: boolean) {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  relay.did('ayu', 'channel.invite', { channelId, userIds: [people.citra] });
  const words = { channelId, rootId: null, broadcast: false, text: 'Makan apa?', attachments: [] };
  const poll = { ...terms, anonymous };
  const messageId = relay.did('budi', 'message.send', { ...words, poll }) as string as MessageId;
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const view = (id: string = messageId): PollView => {
    const { messages } = views.messages.page(channelId, { from: 'newest' }, 50);
    return messages.find((one) => one.id === id)!.poll!;
  };
  const vote = (...choices: number[]) =>
    client.write('poll.vote', { channelId, messageId, choices });
  const results = () => {
    const { options, voters } = view();
    return [...options.map(({ count, mine }) => (mine ? `${count} mine` : count)), voters];
  };
  return { relay, client, views, channelId, messageId, view, vote, results };
}

describe('a poll on the screen', () => {
  it('shows how many chose what, and who', async () => {
    const { relay, client, channelId, messageId, view, views } = await asked(false);
    relay.did('citra', 'poll.vote', { channelId, messageId, choices: [1] });
    relay.did('budi', 'poll.vote', { channelId, messageId, choices: [1] });
    await client.sync();
    expect(view()).toMatchObject({ voters: 2, several: false, anonymous: false, closed: false });
    expect(view().options).toEqual([
      { text: 'Soto', count: 0, mine: false, userIds: [] },
      { text: 'Nasi', count: 2, mine: false, userIds: [people.citra, people.budi] },
    ]);
    const page = views.messages.page(channelId, { from: 'newest' }, 50);
    expect(page.people[people.citra]?.displayName).toBe('citra');
  });

  it.each([false, true])(
    'S8: a vote counts at once without a line, and is changed and taken back (anonymous %s)',
    async (anonymous) => {
      const { relay, client, channelId, messageId, vote, results, view } = await asked(anonymous);
      relay.did('citra', 'poll.vote', { channelId, messageId, choices: [1] });
      await client.sync();
      client.drop();
      vote(0);
      expect(results()).toEqual(['1 mine', 1, 2]);
      expect(view().waiting).toBe(true);
      vote(1);
      expect(results()).toEqual([0, '2 mine', 2]);
      expect(client.cache.outbox.entries()).toHaveLength(1);
      await client.sync();
      expect(results()).toEqual([0, '2 mine', 2]);
      expect(view().waiting).toBe(false);
      client.drop();
      vote();
      expect(results()).toEqual([0, 1, 1]);
      await client.sync();
      expect(results()).toEqual([0, 1, 1]);
    },
  );

  it('S8: is there, and can be voted in, before its message was sent', async () => {
    const { client, channelId, view } = await asked(false);
    client.drop();
    const words = { channelId, rootId: null, broadcast: false, text: 'Kapan?', attachments: [] };
    const poll = { ...terms, anonymous: true };
    const id = client.write('message.send', { ...words, poll }) as string as MessageId;
    client.write('poll.vote', { channelId, messageId: id, choices: [1] });
    expect(view(id).options.map(({ count }) => count)).toEqual([0, 1]);
    await client.sync();
    expect(view(id)).toMatchObject({ voters: 1, waiting: false });
  });

  it('names nobody where it is anonymous, and nobody can: the rows hold no name', async () => {
    const { relay, client, channelId, messageId, view } = await asked(true);
    relay.did('citra', 'poll.vote', { channelId, messageId, choices: [1] });
    await client.sync();
    expect(view().options[1]).toEqual({ text: 'Nasi', count: 1, mine: false, userIds: [] });
    const held = client.cache.db
      .prepare<[], { json: string }>(`SELECT json FROM rows WHERE kind IN ('poll', 'vote')`)
      .all();
    expect(held).toHaveLength(1);
    expect(JSON.stringify(held)).not.toContain(people.citra);
  });

  it('S7: a vote that came too late stays, with the reason', async () => {
    const { relay, client, channelId, messageId, vote, results, view } = await asked(false);
    client.drop();
    vote(0);
    relay.did('budi', 'poll.close', { channelId, messageId });
    await client.sync();
    expect(results()).toEqual([0, 0, 0]);
    expect(view()).toMatchObject({ closed: true, refused: { code: 'closed' } });
  });

  it('S7: a refused message keeps what it asked', async () => {
    const { relay, client, channelId, view } = await asked(false);
    client.drop();
    const words = { channelId, rootId: null, broadcast: false, text: 'Kapan?', attachments: [] };
    const id = client.write('message.send', { ...words, poll: { ...terms, anonymous: false } });
    relay.did('citra', 'channel.archive', { channelId, archived: true });
    await client.sync();
    expect(view(id).options.map(({ text }) => text)).toEqual(['Soto', 'Nasi']);
  });

  it('S11: goes with the channel, votes and all', async () => {
    const { relay, client, channelId, messageId } = await asked(false);
    relay.did('citra', 'poll.vote', { channelId, messageId, choices: [1] });
    await client.sync();
    relay.did('citra', 'channel.remove', { channelId, userId: people.ayu });
    await client.sync();
    expect(client.cache.rows.list(channelScope(channelId), 'vote')).toEqual([]);
    expect(client.cache.rows.list(channelScope(channelId), 'poll')).toEqual([]);
  });
});
