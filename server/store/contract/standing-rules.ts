import { expect } from 'vitest';
import { conversationId } from '../../../shared/domain/conversation.ts';
import type { ChannelId, MessageId, TaskId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { anything, type Wanted } from '../../../shared/search/wanted.ts';
import type { Submitted } from '../port.ts';
import { found, readable, say } from './asking.ts';
import type { Office } from './office.ts';
import type { Ground } from './store-contract.ts';

/** Search by what other rows say of a message, which changes after it was written. */
export function standingRules({ it, office, opened }: Ground): void {
  async function umumOf(o: Office, ...others: string[]) {
    const ayu = await o.person('Ayu');
    const people: Actor[] = [];
    for (const name of others) people.push(await o.person(name));
    return { ayu, people, umum: await o.channel(ayu, 'umum', people) };
  }
  const done = async (o: Office, command: Submitted) => {
    expect(await o.run(command)).toMatchObject({ ok: true });
    return command.op;
  };
  const asks = (o: Office, who: Actor) => (more: Partial<Wanted>, words?: string) =>
    found(o, who, words ?? '', more);
  const at = (channelId: ChannelId, messageId: string) => ({
    ...{ channelId, messageId: messageId as MessageId },
  });

  it.each([
    ['pinned', 'pin.add', 'pin.remove'],
    ['task', 'task.add', 'task.remove'],
  ] as const)('finds what is %s as long as it is', async (mark, add, remove) => {
    const o = office();
    const { ayu, umum } = await umumOf(o);
    const [first, second] = await say(o, ayu, umum, 'stok satu', 'stok dua');
    const ask = asks(o, ayu);
    expect(await ask({ [mark]: true })).toEqual([]);
    const task = { title: 'Hitung', assigneeId: null, dueAt: null };
    const made = add === 'task.add' ? { ...at(umum, first!), ...task } : at(umum, first!);
    await done(o, o.command(ayu, add, made as never));
    expect(await ask({ [mark]: true })).toEqual(['stok satu']);
    expect(await ask({ [mark]: true }, 'stok')).toEqual(['stok satu']);
    expect(await ask({ [mark]: false }, 'stok')).toEqual(['stok dua']);
    // Written anew, it is still what it was.
    const text = 'stok pertama';
    await done(o, o.command(ayu, 'message.edit', { ...at(umum, first!), base: first!, text }));
    expect(await ask({ [mark]: true }, 'stok')).toEqual([text]);
    const taskId = first as string as TaskId;
    const gone = add === 'task.add' ? { channelId: umum, taskId } : at(umum, first!);
    await done(o, o.command(ayu, remove, gone as never));
    expect(await ask({ [mark]: true })).toEqual([]);
    expect(await ask({ [mark]: false }, 'stok')).toEqual(['stok dua', text]);
    expect(second).toBeDefined();
  });

  it('finds threads: replies, and what has any that was not deleted', async () => {
    const o = office();
    const { ayu, umum } = await umumOf(o);
    const [root] = await say(o, ayu, umum, 'truk mogok', 'truk datang');
    const ask = asks(o, ayu);
    expect(await ask({ thread: true })).toEqual([]);
    o.clock.advance(60_000);
    const reply = await done(o, o.send(ayu, umum, 'di mana?', o.op(), root));
    expect(await ask({ thread: true })).toEqual(['di mana?', 'truk mogok']);
    expect(await ask({ thread: false }, 'truk')).toEqual(['truk datang']);
    await done(o, o.command(ayu, 'message.delete', at(umum, reply)));
    expect(await ask({ thread: true })).toEqual([]);
    expect(await ask({ thread: false }, 'truk')).toEqual(['truk datang', 'truk mogok']);
  });

  it('finds polls, also closed ones, and messages with files', async () => {
    const o = office();
    const { ayu, umum } = await umumOf(o);
    await say(o, ayu, umum, 'makan soto');
    o.clock.advance(60_000);
    const terms = { options: ['Ya', 'Tidak'], several: false, anonymous: false, closesAt: null };
    const words = { channelId: umum, rootId: null, broadcast: false, text: 'makan apa?' };
    const poll = await done(
      o,
      o.command(ayu, 'message.send', { ...words, attachments: [], poll: terms }),
    );
    await done(o, o.command(ayu, 'poll.close', at(umum, poll)));
    o.clock.advance(60_000);
    const file = { type: 'file' as const, id: o.op(), name: 'menu.pdf' };
    const attachments = [{ ...file, mediaType: 'application/pdf', size: 9 }];
    await done(o, o.command(ayu, 'message.send', { ...words, text: 'makan malam', attachments }));
    const ask = asks(o, ayu);
    expect(await ask({ poll: true })).toEqual(['makan apa?']);
    expect(await ask({ poll: false }, 'makan')).toEqual(['makan malam', 'makan soto']);
    expect(await ask({ file: true })).toEqual(['makan malam']);
    expect(await ask({ file: false }, 'makan')).toEqual(['makan apa?', 'makan soto']);
    expect(await ask({ file: true, poll: true })).toEqual([]);
  });

  it('finds what was said to somebody: by name, or in a conversation with them', async () => {
    const o = office();
    const { ayu, people, umum } = await umumOf(o, 'Budi');
    const budi = people[0]!;
    const [named] = await say(o, ayu, umum, `lihat <@${budi.userId}>`, 'lihat saja');
    await done(o, o.command(ayu, 'conversation.open', { userIds: [budi.userId] }));
    const dm = conversationId([ayu.userId, budi.userId]) as ChannelId;
    await say(o, ayu, dm, 'halo');
    await say(o, budi, dm, 'halo juga');
    const ask = asks(o, ayu);
    const toBudi = ['halo', `lihat <@${budi.userId}>`];
    expect(await ask({ to: [budi.userId] })).toEqual(toBudi);
    expect(await ask({ to: [ayu.userId] })).toEqual(['halo juga']);
    expect(await ask({ to: [budi.userId] }, 'halo')).toEqual(['halo']);
    expect(await ask({ to: [] })).toEqual([]);
    expect(await ask({ notTo: [budi.userId] })).toEqual(['halo juga', 'lihat saja']);
    // Whoever is no longer named was not told.
    const text = 'lihat semua';
    await done(o, o.command(ayu, 'message.edit', { ...at(umum, named!), base: named!, text }));
    expect(await ask({ to: [budi.userId] })).toEqual(['halo']);
  });

  it('decides saved and unread by the rows of who asks', async () => {
    const o = office();
    const { ayu, people, umum } = await umumOf(o, 'Budi');
    const budi = people[0]!;
    const [one, two] = await say(o, ayu, umum, 'stok satu', 'stok dua', 'stok tiga');
    const [mine, yours] = [asks(o, ayu), asks(o, budi)];
    const save = (id: string, state: 'open' | 'done') =>
      done(o, o.command(budi, 'saved.set', { ...at(umum, id), state, remindAt: null }));
    await save(one!, 'open');
    await save(two!, 'open');
    expect(await yours({ saved: true })).toEqual(['stok dua', 'stok satu']);
    expect(await yours({ saved: true }, 'satu')).toEqual(['stok satu']);
    expect(await yours({ saved: false }, 'stok')).toEqual(['stok tiga']);
    expect(await mine({ saved: true })).toEqual([]);
    await save(two!, 'done');
    expect(await yours({ saved: true })).toEqual(['stok satu']);

    const read = (id: string) => o.row(channelScope(umum), 'message', id);
    const { position, ordinal } = (await read(two!))!;
    expect(await yours({ unread: true })).toEqual(['stok tiga', 'stok dua', 'stok satu']);
    const marker = { channelId: umum, epoch: 0, position, ordinal };
    await done(o, o.command(budi, 'marker.set', marker));
    expect(await yours({ unread: true })).toEqual(['stok tiga']);
    expect(await yours({ unread: false }, 'stok')).toEqual(['stok dua', 'stok satu']);
    // One's own is read.
    expect(await mine({ unread: true })).toEqual([]);
  });

  it('has a reply unread where its thread was not read, whatever the channel’s marker says', async () => {
    const o = office();
    const { ayu, people, umum } = await umumOf(o, 'Budi');
    const budi = people[0]!;
    const [root] = await say(o, budi, umum, 'truk mogok');
    o.clock.advance(60_000);
    const reply = await done(o, o.send(ayu, umum, 'di mana?', o.op(), root));
    await say(o, ayu, umum, 'rapat jam dua');
    const { head, count } = (await o.store.heads([channelScope(umum)]))[0]!;
    const marker = { channelId: umum, epoch: 0, position: head, ordinal: count };
    await done(o, o.command(budi, 'marker.set', marker));
    const ask = asks(o, budi);
    expect(await ask({ unread: true })).toEqual(['di mana?']);
    const { position } = (await o.row(channelScope(umum), 'message', reply))!;
    await done(o, o.command(budi, 'follow.read', { rootId: root as MessageId, position }));
    expect(await ask({ unread: true })).toEqual([]);
  });

  it('S2, S11: what one kept or did not read is not found after its channel was left', async () => {
    const o = office();
    const { ayu, people, umum } = await umumOf(o, 'Budi');
    const budi = people[0]!;
    const [kept] = await say(o, ayu, umum, `gaji <@${budi.userId}>`);
    const saved = { ...at(umum, kept!), state: 'open' as const, remindAt: null };
    await done(o, o.command(budi, 'saved.set', saved));
    await done(o, o.command(ayu, 'pin.add', at(umum, kept!)));
    const asked: Partial<Wanted>[] = [
      { saved: true },
      { unread: true },
      { to: [budi.userId] },
      { pinned: true },
    ];
    for (const more of asked) expect(await found(o, budi, 'gaji', more)).toHaveLength(1);
    await done(o, o.command(budi, 'channel.leave', { channelId: umum }));
    for (const more of asked) expect(await found(o, budi, '', more)).toEqual([]);
  });

  it('goes through what is unread or kept page by page, each once, newest first', async () => {
    const o = office();
    const { ayu, people, umum } = await umumOf(o, 'Budi');
    const budi = people[0]!;
    const other = await o.channel(ayu, 'gudang', [budi]);
    const ids: string[] = [];
    const texts = Array.from({ length: 11 }, (_, i) => `stok ${i}`);
    for (const [i, text] of texts.entries()) {
      const channelId = i % 2 === 0 ? umum : other;
      const [id] = await say(o, ayu, channelId, text);
      ids.push(id!);
      const saved = { ...at(channelId, id!), state: 'open' as const, remindAt: null };
      await done(o, o.command(budi, 'saved.set', saved));
    }
    const all = texts.toReversed();
    for (const more of [{ unread: true }, { saved: true }, { thread: false }] as const) {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await o.store.search({
          wanted: { ...anything, ...more },
          ...{ asker: budi.userId, readable: await readable(o.store, budi), after, limit: 3 },
        });
        seen.push(...page.rows.map(({ json }) => (JSON.parse(json) as { text: string }).text));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual(all);
    }
  });

  it('indexes a mark that another node made, and one older than the message’s last text', async () => {
    const o = office();
    const { ayu, umum } = await umumOf(o);
    const [first] = await say(o, ayu, umum, 'stok satu', 'stok dua');
    await done(o, o.command(ayu, 'pin.add', at(umum, first!)));
    const text = 'stok pertama';
    await done(o, o.command(ayu, 'message.edit', { ...at(umum, first!), base: first!, text }));
    // Nothing was indexed yet: the mark's row comes before the message's.
    const other = await opened().again();
    while (await other.indexWords());
    expect(await found(o, ayu, '', { pinned: true })).toEqual([text]);
  });
}
