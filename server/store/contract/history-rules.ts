import { expect } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { MAX_TEXT, type Message } from '../../../shared/domain/kinds/message.ts';
import { previewId } from '../../../shared/domain/kinds/preview.ts';
import { channelScope, registryScope } from '../../../shared/domain/scope.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import type { HistoryQuery, HistoryResult } from '../port.ts';
import { pictured } from '../testing/page-picture.ts';
import { rowsOf, type Office } from './office.ts';
import type { Ground } from './store-contract.ts';

const texts = ({ rows }: HistoryResult): string[] =>
  rowsOf(rows).flatMap((row) => (row.kind === 'message' ? [row.text] : []));

interface Talk {
  readonly ayu: Actor;
  readonly channelId: ChannelId;
  readonly messages: readonly Message[];
  readonly ask: (query: Partial<HistoryQuery>) => Promise<HistoryResult>;
}

/** A channel with the messages m0 to m9, the first of which tells that it was created. */
async function talk(o: Office): Promise<Talk> {
  const ayu = await o.person('Ayu');
  const channelId = await o.channel(ayu, 'umum');
  const scope = channelScope(channelId);
  const messages: Message[] = [];
  for (let n = 0; n < 10; n++) {
    const send = o.send(ayu, channelId, `m${n}`);
    await o.run(send);
    messages.push((await o.row(scope, 'message', send.op))!);
  }
  const base = { scope, rootId: null, direction: 'around', position: 0, limit: 4 } as const;
  return { ayu, channelId, messages, ask: (query) => o.store.history({ ...base, ...query }) };
}

export function historyRules({ it, office }: Ground): void {
  it('S5: gives the newest messages before a position, ascending, and the range that they cover', async () => {
    const { messages, ask } = await talk(office());
    const { position } = messages[6]!;
    const page = await ask({ direction: 'before', position });
    expect(texts(page)).toEqual(['m2', 'm3', 'm4', 'm5']);
    const range = { from: messages[2]!.position, to: position - 1 };
    expect(page).toMatchObject({ ...range, atStart: false, atEnd: false });
  });

  it('S5: gives the oldest messages after a position', async () => {
    const { messages, ask } = await talk(office());
    const { position } = messages[3]!;
    const page = await ask({ direction: 'after', position });
    expect(texts(page)).toEqual(['m4', 'm5', 'm6', 'm7']);
    const range = { from: position + 1, to: messages[7]!.position };
    expect(page).toMatchObject({ ...range, atStart: false, atEnd: false });
  });

  it('S5: shows a place with what stands around it', async () => {
    const { messages, ask } = await talk(office());
    const page = await ask({ position: messages[5]!.position });
    expect(texts(page)).toEqual(['m3', 'm4', 'm5', 'm6']);
    const range = { from: messages[3]!.position, to: messages[6]!.position };
    expect(page).toMatchObject({ ...range, atStart: false, atEnd: false });
  });

  it('S6: says where there is nothing more, and covers the range up to there', async () => {
    const o = office();
    const { channelId, messages, ask } = await talk(o);
    const head = await o.head(channelScope(channelId));
    const all = { from: 0, to: head, atStart: true, atEnd: true };
    expect(await ask({ position: messages[5]!.position, limit: 100 })).toMatchObject(all);
    expect(
      await ask({ direction: 'before', position: Number.MAX_SAFE_INTEGER, limit: 100 }),
    ).toMatchObject(all);
    expect(await ask({ direction: 'after', position: 0, limit: 100 })).toMatchObject(all);
    const end = await ask({ direction: 'after', position: messages[7]!.position });
    expect(texts(end)).toEqual(['m8', 'm9']);
    expect(end).toMatchObject({ to: head, atStart: false, atEnd: true });
    const empty = await ask({ direction: 'after', position: head });
    expect(empty).toMatchObject({ to: head, atEnd: true, rows: [] });
    const elsewhere = channelScope(o.newId() as ChannelId);
    expect(await ask({ scope: elsewhere })).toEqual({
      from: 0,
      to: 0,
      atStart: true,
      atEnd: true,
      rows: [],
    });
  });

  it('keeps an edited message in its place, and brings what belongs to the messages', async () => {
    const o = office();
    const { ayu, channelId, messages, ask } = await talk(o);
    const [root, other] = [messages[4]!, messages[5]!];
    const messageId = root.id as MessageId;
    await o.run(
      o.command(ayu, 'message.edit', { channelId, messageId, base: root.op, text: 'm4!' }),
    );
    await o.run(o.command(ayu, 'reaction.add', { channelId, messageId, emoji: '👍' }));
    await o.run(o.command(ayu, 'reaction.add', { channelId, messageId, emoji: '🎉' }));
    await o.run(o.command(ayu, 'reaction.remove', { channelId, messageId, emoji: '🎉' }));
    await o.run(o.command(ayu, 'pin.add', { channelId, messageId }));
    await o.put(channelScope(channelId), {
      ...{ kind: 'preview', id: previewId(messageId, 0), messageId, url: 'https://a.id' },
      ...{ title: 'Harga', text: '', site: 'a.id', at: 1 },
    });
    await o.run(o.send(ayu, channelId, 'a reply', o.op(), root.id));
    const page = await ask({ position: other.position, limit: 2 });
    const rows = rowsOf(page.rows);
    expect(rows).toMatchObject([
      { kind: 'message', text: 'm4!' },
      { kind: 'message', text: 'm5' },
      { kind: 'pin', id: messageId, by: ayu.userId },
      { kind: 'preview', messageId, title: 'Harga' },
      { kind: 'reaction', messageId, emoji: '👍' },
      { kind: 'revision', messageId, text: 'm4' },
      { kind: 'thread', id: messageId, replies: 1 },
    ]);
  });

  it('brings the files of messages, and none of a deleted one', async () => {
    const o = office();
    const { ayu, channelId, ask } = await talk(o);
    const sent = async (name: string): Promise<MessageId> => {
      const file = { type: 'file', id: o.op(), name, mediaType: 'text/csv', size: 9 } as const;
      const words = { channelId, rootId: null, broadcast: false, text: name };
      const command = o.command(ayu, 'message.send', { ...words, attachments: [file] });
      expect(await o.run(command)).toMatchObject({ ok: true });
      return command.op as string as MessageId;
    };
    const gone = await sent('lama.csv');
    const messageId = await sent('baru.csv');
    await o.run(o.command(ayu, 'message.delete', { channelId, messageId: gone }));
    const page = await ask({ direction: 'before', position: 1_000_000, limit: 2 });
    expect(rowsOf(page.rows)).toMatchObject([
      { kind: 'message', id: gone, attachments: [] },
      { kind: 'message', id: messageId },
      { kind: 'file', messageId, name: 'baru.csv', state: 'waiting' },
    ]);
  });

  it('brings the picture of a linked page as a file, until its message is deleted', async () => {
    const o = office();
    const { ayu, channelId, ask } = await talk(o);
    const send = o.send(ayu, channelId, 'https://a.id');
    await o.run(send);
    const messageId = send.op as string as MessageId;
    const { fileId, commands } = pictured(o, channelId, messageId);
    for (const command of commands) await o.run(command);
    const newest = { direction: 'before', position: 1_000_000, limit: 1 } as const;
    expect(rowsOf((await ask(newest)).rows)).toMatchObject([
      { kind: 'message', id: messageId },
      { kind: 'file', id: fileId, messageId, ofPage: true, state: 'ready' },
      { kind: 'preview', messageId, picture: { fileId, alt: 'Beras' } },
    ]);
    const upload = () => o.row(registryScope, 'upload', fileId);
    expect(await upload()).toMatchObject({ channelId, messageId, state: 'done' });
    await o.run(o.command(ayu, 'message.delete', { channelId, messageId }));
    expect(rowsOf((await ask(newest)).rows)).toMatchObject([{ kind: 'message', id: messageId }]);
    expect(await upload()).toMatchObject({ state: 'gone' });
  });

  it('deletes a picture with its message in the very group that brought it', async () => {
    const o = office();
    const { ayu, channelId } = await talk(o);
    const send = o.send(ayu, channelId, 'https://a.id');
    await o.run(send);
    const messageId = send.op as string as MessageId;
    const { fileId, commands } = pictured(o, channelId, messageId);
    const { outcomes } = await o.commit(
      ...[...commands, o.command(ayu, 'message.delete', { channelId, messageId })],
    );
    expect(outcomes).toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await o.row(registryScope, 'upload', fileId)).toMatchObject({ state: 'gone' });
    expect(await o.row(channelScope(channelId), 'file', fileId)).toBeUndefined();
  });

  it('brings polls and their votes, and of an anonymous one no votes', async () => {
    const o = office();
    const { ayu, channelId, ask } = await talk(o);
    const asked = async (anonymous: boolean): Promise<MessageId> => {
      const terms = { options: ['Ya', 'Tidak'], several: false, closesAt: null };
      const words = { channelId, rootId: null, broadcast: false, text: 'Soto?', attachments: [] };
      const poll = { ...terms, anonymous };
      const command = o.command(ayu, 'message.send', { ...words, poll });
      expect(await o.run(command)).toMatchObject({ ok: true });
      const messageId = command.op as string as MessageId;
      await o.run(o.command(ayu, 'poll.vote', { channelId, messageId, choices: [1] }));
      return messageId;
    };
    const [open, secret] = [await asked(false), await asked(true)];
    const page = await ask({ direction: 'before', position: 1_000_000, limit: 2 });
    expect(rowsOf(page.rows)).toMatchObject([
      { kind: 'message', id: open, poll: true },
      { kind: 'message', id: secret, poll: true },
      { kind: 'poll', id: open, tally: null },
      { kind: 'vote', messageId: open, userId: ayu.userId, choices: [1] },
      { kind: 'poll', id: secret, tally: { counts: [0, 1], voters: 1 } },
    ]);
  });

  it('S6: is no longer than a page may be in bytes, and holds what is nearest to the place', async () => {
    const o = office();
    const { ayu, channelId, messages, ask } = await talk(o);
    const long = '\u5eab'.repeat(MAX_TEXT);
    await o.commit(...Array.from({ length: 60 }, () => o.send(ayu, channelId, long)));
    const first = messages.at(-1)!.position + 1;
    const last = first + 59;
    const limit = 200;
    const size = ({ rows }: HistoryResult) =>
      rows.reduce((sum, { json }) => sum + Buffer.byteLength(json), 0);

    const before = await ask({ direction: 'before', position: last + 1, limit });
    expect(before).toMatchObject({ to: last, atStart: false, atEnd: true });
    const after = await ask({ direction: 'after', position: first - 1, limit });
    expect(after).toMatchObject({ from: first, atStart: false, atEnd: false });
    const middle = first + 30;
    const around = await ask({ direction: 'around', position: middle, limit });
    expect(around).toMatchObject({ atStart: false, atEnd: false });
    expect(Math.abs(middle - around.from - (around.to - middle))).toBeLessThanOrEqual(1);

    for (const page of [before, after, around]) {
      expect(size(page)).toBeLessThanOrEqual(limits.pageBytes);
      expect(size(page)).toBeGreaterThan(limits.pageBytes - 4 * MAX_TEXT);
      const positions = rowsOf(page.rows).map((row) => (row.kind === 'message' ? row.position : 0));
      const shown = Array.from({ length: positions.length }, (_, n) => page.from + n);
      expect(positions).toEqual(shown);
      expect(page.to).toBe(shown.at(-1));
    }
    // The next page goes on where this one ended.
    const rest = await ask({ direction: 'before', position: before.from, limit });
    expect(rest.to).toBe(before.from - 1);
  });

  it("gives one thread's replies by position", async () => {
    const o = office();
    const { ayu, channelId, messages, ask } = await talk(o);
    const [a, b] = [messages[1]!.id, messages[2]!.id];
    for (let n = 0; n < 4; n++) {
      await o.run(o.send(ayu, channelId, `a${n}`, o.op(), a));
      await o.run(o.send(ayu, channelId, `b${n}`, o.op(), b));
    }
    const position = Number.MAX_SAFE_INTEGER;
    const newest = await ask({ rootId: b, direction: 'before', position, limit: 3 });
    expect(texts(newest)).toEqual(['b1', 'b2', 'b3']);
    expect(newest).toMatchObject({ atStart: false, atEnd: true });
    const rest = await ask({ rootId: b, direction: 'before', position: newest.from, limit: 3 });
    expect(texts(rest)).toEqual(['b0']);
    expect(rest).toMatchObject({ from: 0, atStart: true });
  });
}
