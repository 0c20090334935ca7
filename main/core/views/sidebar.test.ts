import { describe, expect, it } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { draftId } from '../../../shared/domain/kinds/draft.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { testCache } from '../testing/cache.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';

/** A client with a public channel, a conversation with Budi and one of three. */
async function workspace() {
  const relay = new FakeRelay();
  const channel = relay.channel();
  const dm = relay.conversation('budi', 'ayu');
  const group = relay.conversation('citra', 'ayu', 'budi');
  const client = new TestClient(relay);
  await client.sync();
  const views = new TestViews(client.cache, client.clock);
  const one = (id: ChannelId): SidebarChannel =>
    views.sidebar()!.channels.find((candidate) => candidate.id === id)!;
  return { relay, client, views, channel, dm, group, one };
}

describe('the sidebar', () => {
  it('is nothing before the person’s own row has come', () => {
    const { cache, clock } = testCache();
    expect(new TestViews(cache, clock).sidebar()).toBeNull();
  });

  it('lists the channels that the person is in, by name or by their people', async () => {
    const { views, channel, dm, group, one } = await workspace();
    expect(views.sidebar()!.me.id).toBe(people.ayu);
    expect(one(channel)).toMatchObject({ title: 'umum', type: 'public', people: [] });
    expect(one(dm)).toMatchObject({ title: 'budi', type: 'dm', people: [people.budi] });
    expect(one(group)).toMatchObject({ title: 'budi, citra', type: 'group' });
    expect(Object.keys(views.sidebar()!.people).toSorted()).toEqual(
      [people.budi, people.citra].toSorted(),
    );
  });

  it('has the person’s own sections in their order, and who stands in them', async () => {
    const { client, views, channel, dm, one } = await workspace();
    const [a, b] = [anId(0x970) as OpId, anId(0x971) as OpId];
    client.write('section.set', { sectionId: a, name: 'Proyek', place: 2 });
    client.write('section.set', { sectionId: b, name: 'Kantor', place: 1 });
    client.write('membership.set', { channelId: channel, sectionId: a });
    client.write('membership.set', { channelId: dm, sectionId: b });
    await client.sync();
    client.drop();
    client.write('section.set', { sectionId: a, collapsed: true });
    expect(views.sidebar()!.sections).toMatchObject([
      { name: 'Kantor', collapsed: false },
      { name: 'Proyek', collapsed: true },
    ]);
    expect([one(channel).sectionId, one(dm).sectionId]).toEqual([a, b]);
    // What names one that is gone stands where it stood without it.
    client.write('section.remove', { sectionId: a });
    expect(views.sidebar()!.sections.map(({ id }) => id)).toEqual([b]);
    expect(one(channel).sectionId).toBeNull();
  });

  it('a conversation with oneself is called after oneself', async () => {
    const { client, views } = await workspace();
    client.drop();
    client.write('conversation.open', { userIds: [] });
    expect(views.sidebar()!.channels.map(({ title }) => title)).toContain('ayu');
  });

  it('counts unread and mentions, and adds them up without the muted', async () => {
    const { relay, client, views, channel, dm, group, one } = await workspace();
    relay.say('budi', channel, `<@${people.ayu}>`);
    relay.say('budi', channel, 'x');
    for (const text of ['a', 'b', 'c']) relay.say('budi', dm, text);
    relay.say('citra', group, 'y');
    await client.settle();
    expect(one(channel)).toMatchObject({ unread: 2, mentions: 1 });
    expect(one(dm)).toMatchObject({ unread: 3, mentions: 3 });
    expect(views.sidebar()).toMatchObject({ totalUnread: 6, totalMentions: 5 });
    client.write('membership.set', { channelId: dm, muted: true });
    client.write('membership.set', { channelId: channel, muted: true });
    // A muted conversation asks for nothing; somebody who is named in a muted channel was called.
    expect(one(dm)).toMatchObject({ unread: 3, mentions: 0, muted: true });
    expect(one(channel)).toMatchObject({ unread: 2, mentions: 1, muted: true });
    expect(views.sidebar()).toMatchObject({ totalUnread: 1, totalMentions: 2 });
  });

  it('S8: shows at once what waits to be sent', async () => {
    const { client, views, channel, one } = await workspace();
    client.drop();
    client.write('membership.set', { channelId: channel, starred: true });
    client.write('draft.set', { channelId: channel, rootId: null, text: 'besok' });
    expect(one(channel)).toMatchObject({ starred: true, draft: true });
    const op = client.write('channel.create', {
      ...{ name: 'baru', type: 'public', topic: '', userIds: [] },
    });
    expect(one(op as string as ChannelId)).toMatchObject({ title: 'baru', unread: 0 });
    client.write('channel.leave', { channelId: channel });
    expect(views.sidebar()!.channels.map(({ id }) => id)).not.toContain(channel);
  });

  it('a draft of files alone is one too', async () => {
    const { client, channel, dm, one } = await workspace();
    client.cache.transaction(() =>
      client.cache.uploads.add({
        ...{ id: channel, channelId: channel, draftId: draftId(channel, null), name: 'foto.png' },
        ...{ mediaType: 'image/png', size: 3, sha256: '', width: null, height: null },
        ...{ durationMs: null, state: 'waiting', reason: null, createdAt: 1 },
      }),
    );
    expect([one(channel).draft, one(dm).draft]).toEqual([true, false]);
    client.cache.transaction(() => client.cache.uploads.leaveDraft(channel));
    expect(one(channel).draft).toBe(false);
  });

  it('a draft in a thread is not the channel’s', async () => {
    const { relay, client, channel, one } = await workspace();
    const rootId = relay.say('budi', channel, 'root');
    client.write('draft.set', { channelId: channel, rootId, text: 'besok' });
    expect(one(channel).draft).toBe(false);
  });

  it('a closed channel says so, and a new message moves it up', async () => {
    const { relay, client, channel, dm, one } = await workspace();
    const before = one(channel).lastAt;
    relay.say('budi', channel, 'x');
    relay.did('ayu', 'channel.archive', { channelId: channel, archived: true });
    await client.settle();
    expect(one(channel)).toMatchObject({ archived: true });
    expect(one(channel).lastAt).toBeGreaterThan(before);
    expect(one(dm).archived).toBe(false);
  });

  it('the presence of two people’s conversation is the other’s', async () => {
    const { views, dm, group, one } = await workspace();
    views.presences.set(people.budi, 'active');
    expect(one(dm).presence).toBe('active');
    expect(one(group).presence).toBeNull();
  });

  it('a channel whose row is not here is left out, and wished for', async () => {
    const { client, views, channel } = await workspace();
    client.cache.rows.apply(orgScope, {
      ...{ kind: 'channel', id: channel, version: 900, deleted: true },
    });
    expect(views.sidebar()!.channels.map(({ id }) => id)).not.toContain(channel);
    expect(views.wanted).toContain(channel);
  });

  it('carries the workspace’s name', async () => {
    const { relay, client, views } = await workspace();
    expect(views.sidebar()!.workspace).toBe('');
    relay.lay(orgScope, {
      ...{ kind: 'workspace', id: 'workspace', name: 'Nusa Mandiri', createdAt: 1 },
    });
    await client.settle();
    expect(views.sidebar()!.workspace).toBe('Nusa Mandiri');
  });
});
