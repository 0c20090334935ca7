import type { ArgsOf, CommandName } from '../../shared/commands/registry.ts';
import { conversationId } from '../../shared/domain/conversation.ts';
import type { ChannelId, MessageId, TaskId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import type { Office } from '../../server/store/contract/office.ts';

/**
 * Writes messages of every standing that search knows: who said them to whom, and what was done with
 * them since. Each has its place in time. Returns whose rows are to be searched.
 */
export async function fillSearched(o: Office): Promise<Actor> {
  const [ayu, budi, citra] = [
    await o.person('Ayu'),
    await o.person('Budi'),
    await o.person('Citra'),
  ];
  const umum = await o.channel(ayu, 'umum', [budi, citra]);
  const gudang = await o.channel(budi, 'gudang', [ayu, citra]);
  const direksi = await o.channel(citra, 'direksi', [ayu]);
  const act = async <N extends CommandName>(who: Actor, name: N, args: ArgsOf<N>) => {
    o.clock.advance(60_000);
    const command = o.command(who, name, args);
    const outcome = await o.run(command);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.refusal.code}`);
    return command.op as string as MessageId;
  };
  const say = (
    who: Actor,
    channelId: ChannelId,
    text: string,
    more: Partial<ArgsOf<'message.send'>> = {},
  ): Promise<MessageId> =>
    act(who, 'message.send', {
      ...{ channelId, rootId: null, broadcast: false, text, attachments: [] },
      ...more,
    } as ArgsOf<'message.send'>);
  const talk = async (who: Actor, ...others: Actor[]): Promise<ChannelId> => {
    await act(who, 'conversation.open', { userIds: others.map(({ userId }) => userId) });
    return conversationId([who, ...others].map(({ userId }) => userId)) as ChannelId;
  };
  const save = (channelId: ChannelId, messageId: MessageId, state: 'open' | 'done') =>
    act(ayu, 'saved.set', { channelId, messageId, state, remindAt: null });
  const task = (channelId: ChannelId, messageId: MessageId) =>
    act(budi, 'task.add', { channelId, messageId, title: 'Urus', assigneeId: null, dueAt: null });
  const pdf = { type: 'file' as const, mediaType: 'application/pdf', size: 9 };
  const poll = { options: ['Ya', 'Tidak'], several: false, anonymous: false, closesAt: null };

  const first = await say(ayu, umum, 'Stok truk pagi');
  const second = await say(budi, umum, `Stok kurang <@${ayu.userId}>`);
  const third = await say(citra, umum, 'Stok lihat https://example.org/stok');
  const file = await say(budi, gudang, 'Stok terlampir', {
    attachments: [{ ...pdf, id: o.op(), name: 'stok.pdf' }],
  });
  const code = await say(citra, gudang, `Stok contoh \`<@${ayu.userId}>\``);
  const edited = await say(citra, gudang, `Stok untuk <@${budi.userId}>`);
  const asked = await say(citra, umum, 'Makan apa?', { poll });
  await act(citra, 'poll.close', { channelId: umum, messageId: asked });
  await say(budi, umum, 'Makan soto');
  const root = await say(budi, gudang, 'Truk mogok');
  await say(ayu, gudang, 'Truk mana?', { rootId: root });
  const bare = await say(budi, gudang, 'Truk baru datang');
  const gone = await say(citra, gudang, 'Truk lama', { rootId: bare });
  await act(citra, 'message.delete', { channelId: gudang, messageId: gone });

  o.clock.advance(86_400_000);
  // What was read so far, in the channel of everybody.
  const { position, ordinal } = (await o.row(channelScope(umum), 'message', asked))!;
  await act(ayu, 'marker.set', { channelId: umum, epoch: 0, position, ordinal });
  const inGudang = (await o.row(channelScope(gudang), 'message', bare))!;
  const marker = { position: inGudang.position, ordinal: inGudang.ordinal };
  await act(ayu, 'marker.set', { channelId: gudang, epoch: 0, ...marker });
  await say(budi, gudang, 'Truk di jalan tol', { rootId: root });
  await say(citra, gudang, 'Truk siapa', { rootId: bare });
  await say(citra, gudang, `Stok siap <@${ayu.userId}> <@${budi.userId}>`);
  // Below the marker, and not read in its thread.
  const last = await say(ayu, gudang, 'Stok selesai');
  const end = (await o.row(channelScope(gudang), 'message', last))!;
  const whole = { position: end.position, ordinal: end.ordinal };
  await act(ayu, 'marker.set', { channelId: gudang, epoch: 0, ...whole });
  await say(budi, gudang, 'Stok menyusul besok');

  const two = await talk(ayu, budi);
  await say(ayu, two, 'Stok berapa?');
  await say(budi, two, 'Stok sepuluh');
  const three = await talk(citra, ayu, budi);
  await say(citra, three, 'Rapat bertiga');
  const secret = await talk(budi, citra);
  await say(budi, secret, `Rahasia berdua <@${ayu.userId}>`);

  for (const messageId of [first, third]) await act(ayu, 'pin.add', { channelId: umum, messageId });
  await act(budi, 'pin.add', { channelId: gudang, messageId: edited });
  await act(budi, 'pin.add', { channelId: umum, messageId: second });
  await act(budi, 'pin.remove', { channelId: umum, messageId: second });
  await task(umum, first);
  await task(gudang, root);
  await task(umum, second);
  await act(budi, 'task.remove', { channelId: umum, taskId: second as string as TaskId });
  await act(budi, 'task.add', {
    ...{ channelId: gudang, messageId: null, title: 'Stok opname', assigneeId: null, dueAt: null },
  });
  await save(umum, third, 'open');
  await save(umum, second, 'done');
  await save(gudang, file, 'open');
  const edit = { channelId: gudang, messageId: edited, base: edited };
  await act(citra, 'message.edit', { ...edit, text: `Stok untuk <@${citra.userId}> saja, truk` });
  await act(citra, 'message.edit', {
    ...{ channelId: gudang, messageId: code, base: code, text: `Stok contoh <@${budi.userId}>` },
  });

  // Of what was kept, pinned and said here nothing may be told once the person has left.
  const kept = await say(citra, direksi, `Rahasia gaji <@${ayu.userId}>`);
  await act(citra, 'pin.add', { channelId: direksi, messageId: kept });
  await save(direksi, kept, 'open');
  await act(ayu, 'channel.leave', { channelId: direksi });
  return ayu;
}
