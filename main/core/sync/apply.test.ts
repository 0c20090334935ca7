import { describe, expect, it } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people, START } from '../../../shared/testing/office.ts';
import { messageRow, reactionRow, tombstone } from '../../../shared/testing/rows.ts';
import { testCache } from '../testing/cache.ts';
import { applyRows, settleAcked } from './apply.ts';

const channel = anId(1) as ChannelId;
const scope = channelScope(channel);
const mine = userScope(people.ayu);
const membership = (version: number, id: string = channel) => ({
  ...{ kind: 'membership', id, version, joinedAt: START },
  ...{ starred: false, muted: false, notify: 'mentions' },
});

function applying() {
  const opened = testCache();
  const { clock, topics } = opened;
  const told: string[] = [];
  topics.subscribe((changed) => told.push(...changed));
  /** What was told since the last time. */
  const heard = (): string[] => {
    clock.advance(100);
    return told.splice(0).sort();
  };
  return { ...opened, heard };
}

describe('applyRows', () => {
  it('S11: a tombstone of one’s own membership takes everything of the channel away', () => {
    const { cache } = applying();
    applyRows(cache, mine, [membership(1)]);
    applyRows(cache, scope, [messageRow(anId(9), 3), reactionRow(anId(9), 4)]);
    cache.scopes.cover(scope, 0, 4);
    const applied = applyRows(cache, mine, [tombstone('membership', channel, 5)]);
    expect(applied).toEqual({ lost: [scope], gained: [], unknown: 0, said: [] });
    expect(cache.rows.message(anId(9))).toBeUndefined();
    expect(cache.scopes.find(scope)).toBeUndefined();
  });

  it('S3, S11: an old tombstone, below a membership that is here, takes nothing away', () => {
    const { cache } = applying();
    applyRows(cache, mine, [membership(8)]);
    applyRows(cache, scope, [messageRow(anId(9), 3)]);
    const applied = applyRows(cache, mine, [tombstone('membership', channel, 5)]);
    expect(applied.lost).toEqual([]);
    expect(cache.rows.message(anId(9))).toBeDefined();
  });

  it('a membership makes the channel known before its first row has come', () => {
    const { cache } = applying();
    const applied = applyRows(cache, mine, [membership(1)]);
    expect(applied.gained).toEqual([scope]);
    expect(cache.scopes.find(scope)).toMatchObject({ cursor: 0, head: 1, count: 0 });
  });

  it('somebody else’s place in the channel is no reason to forget it', () => {
    const { cache } = applying();
    applyRows(cache, scope, [messageRow(anId(9), 3)]);
    applyRows(cache, scope, [tombstone('member', people.budi, 4)]);
    applyRows(cache, scope, [tombstone('member', people.ayu, 5)]);
    expect(cache.rows.message(anId(9))).toBeDefined();
  });

  it('passes over rows of a kind or shape that it does not know, and keeps the others', () => {
    const { cache } = applying();
    const applied = applyRows(cache, scope, [
      { kind: 'poll', id: 'p', version: 1, question: 'Makan di mana?' },
      { kind: 'message', id: anId(8), version: 2, text: 5 },
      messageRow(anId(9), 3),
    ]);
    expect(applied.unknown).toBe(2);
    expect(cache.rows.message(anId(9))).toBeDefined();
    expect(cache.rows.message(anId(8))).toBeUndefined();
  });

  it('S8: makes the overlay anew only where something was news', () => {
    const { cache } = applying();
    const row = messageRow(anId(9), 3);
    applyRows(cache, scope, [row]);
    expect(cache.overlay.get(scope, 'message', anId(9))).toEqual(row);
    applyRows(cache, scope, [{ ...row, version: 4, text: 'edited' }]);
    expect(cache.overlay.get(scope, 'message', anId(9))?.text).toBe('edited');
  });
});

describe('topics', () => {
  const root = anId(9);
  const reply = messageRow(anId(10), 11, { rootId: root });

  it.each([
    ['a message', scope, messageRow(root, 10), [`channel:${channel}`, 'sidebar', `thread:${root}`]],
    ['a reply', scope, reply, [`channel:${channel}`, 'sidebar', `thread:${root}`, 'threads']],
    [
      'a reaction',
      scope,
      reactionRow(root, 12),
      [`channel:${channel}`, `thread:${root}`, 'threads'],
    ],
    [
      'a reaction that was taken back',
      scope,
      tombstone('reaction', reactionRow(root, 1).id, 13),
      [`channel:${channel}`, `thread:${root}`, 'threads'],
    ],
    [
      'a member',
      scope,
      { kind: 'member', id: people.budi, version: 14, role: 'member', joinedAt: 1 },
      [`channel:${channel}`, `members:${channel}`],
    ],
    [
      'what is kept for later',
      mine,
      {
        ...membership(17),
        kind: 'saved',
        channelId: channel,
        remindAt: null,
        done: false,
        savedAt: 0,
      },
      ['saved'],
    ],
    ['a membership', mine, membership(15), [`channel:${channel}`, 'sidebar', 'tasks', 'threads']],
    [
      'a tick of a checklist',
      scope,
      { kind: 'tick', id: `${root}/0`, version: 15, by: people.budi, at: 1 },
      [`channel:${channel}`, 'tasks', `thread:${root}`, 'threads'],
    ],
    [
      'a task that somebody gave',
      mine,
      {
        ...{ kind: 'assignment', id: root, version: 16, channelId: channel, done: false },
        ...{ assigneeId: people.ayu, by: people.budi, at: 1, dueAt: null },
      },
      ['sidebar', 'tasks'],
    ],
    [
      'a marker',
      mine,
      { kind: 'marker', id: channel, version: 16, epoch: 0, position: 1, ordinal: 1 },
      [`channel:${channel}`, 'sidebar', 'threads'],
    ],
    [
      'a follow',
      mine,
      { kind: 'follow', id: root, version: 16, channelId: channel, on: true, readTo: 1 },
      ['sidebar', `thread:${root}`, 'threads'],
    ],
    [
      'a draft',
      mine,
      {
        ...{ kind: 'draft', id: channel, version: 17, channelId: channel },
        rootId: null,
        text: 'x',
        updatedAt: 1,
      },
      ['drafts', 'sidebar'],
    ],
    ['a person who is gone', orgScope, tombstone('user', people.budi, 18), ['people', 'sidebar']],
    [
      'a workspace',
      orgScope,
      { kind: 'workspace', id: 'workspace', version: 19, name: 'Nusa', createdAt: 1 },
      ['company', 'sidebar'],
    ],
  ])('%s', (_what, where, row, topics) => {
    const { cache, topics: live, heard } = applying();
    live.watch(`thread:${root}`);
    applyRows(cache, where, [row]);
    expect(heard()).toEqual(topics);
    // The same again is no news.
    applyRows(cache, where, [row]);
    expect(heard()).toEqual([]);
  });

  it('a reaction on a reply is told to the readers of its thread', () => {
    const { cache, topics, heard } = applying();
    topics.watch(`thread:${root}`);
    applyRows(cache, scope, [reply]);
    heard();
    applyRows(cache, scope, [reactionRow(reply.id, 20)]);
    expect(heard()).toContain(`thread:${root}`);
  });
});

describe('settleAcked', () => {
  const op = anId(0x50) as OpId;

  /** A message that the relay has acknowledged at these versions. */
  function acked(at: Record<string, number>) {
    const applied = applying();
    const { cache } = applied;
    const args = { channelId: channel, rootId: null, broadcast: false, text: 'x', attachments: [] };
    cache.outbox.add(op, 'message.send', args, cache.actor, 1);
    cache.outbox.acked(op, at);
    return { ...applied, settled: () => (settleAcked(cache), cache.outbox.get(op) === undefined) };
  }

  it('S8: waits for every scope that the acknowledgement names', () => {
    const { cache, settled } = acked({ [scope]: 5, [mine]: 7 });
    cache.scopes.heard(scope, 5, 1);
    cache.scopes.heard(mine, 7, 0);
    expect(settled()).toBe(false);
    cache.scopes.cover(scope, 0, 5);
    expect(settled()).toBe(false);
    cache.scopes.cover(mine, 0, 7);
    expect(settled()).toBe(true);
  });

  it('S6: a version in a hole is not here, though the cursor is beyond it', () => {
    const { cache, settled } = acked({ [scope]: 5 });
    cache.scopes.cover(scope, 10, 20);
    expect(settled()).toBe(false);
    cache.scopes.cover(scope, 4, 10);
    expect(settled()).toBe(true);
  });

  it('does not wait for a channel that is not kept here', () => {
    const { settled } = acked({ [scope]: 5 });
    expect(settled()).toBe(true);
  });

  it('S11: a command in a channel that was then lost leaves when the channel does', () => {
    const { cache, settled } = acked({ [scope]: 5 });
    cache.scopes.heard(scope, 5, 1);
    expect(settled()).toBe(false);
    cache.rows.purge(scope);
    expect(settled()).toBe(true);
  });

  it('leaves what waits or was refused', () => {
    const { cache } = acked({ [scope]: 5 });
    const args = { channelId: channel, rootId: null, broadcast: false, text: 'x', attachments: [] };
    for (const n of [1, 2]) {
      cache.outbox.add(anId(0x60 + n) as OpId, 'message.send', args, cache.actor, 1);
    }
    cache.outbox.refused(anId(0x61) as OpId, { code: 'archived' });
    settleAcked(cache);
    expect(cache.outbox.entries().map(({ state }) => state)).toEqual(['refused', 'waiting']);
  });

  it('tells the channel and the outbox', () => {
    const { heard, settled } = acked({});
    heard();
    settled();
    expect(heard()).toEqual([`channel:${channel}`, 'connection', 'outbox', 'sidebar']);
  });
});
