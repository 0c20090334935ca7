import { expect } from 'vitest';
import { z } from 'zod';
import { defineCommand, type AnySpec } from '../../../shared/commands/command.ts';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import { rowsOf } from './office.ts';
import type { Ground } from './store-contract.ts';

/** A command that does what its test says. */
const custom = (spec: Pick<AnySpec, 'needs' | 'run'> & { name?: string }): AnySpec =>
  defineCommand({ name: 'test.custom', args: z.never(), lane: () => orgScope, ...spec });

export function commandRules({ it, office, opened }: Ground): void {
  it('S1: a repeat gets the stored outcome, whenever it comes', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'once');
    const first = await o.run(send);
    const head = await o.head(channelScope(channel));
    expect(first).toEqual({ ok: true, at: { [channelScope(channel)]: head } });

    o.clock.advance(400 * 86_400_000);
    await o.run(o.command(ayu, 'channel.leave', { channelId: channel }));
    expect(await o.run(send)).toEqual(first);
    expect(await o.texts(channel)).toEqual(['once']);
  });

  it('S1: a repeat in the same group, and from another node, gets the same outcome', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'once');
    const { outcomes, changes } = await o.commit(send, send);
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(changes.flatMap(({ rows }) => rows)).toHaveLength(1);

    const other = await opened().again();
    const again = await other.commit([send], o.clock.now());
    expect(again).toEqual({ outcomes: [outcomes[0]], changes: [] });
  });

  it('S1: a refusal is an outcome too, and stands although the reason has gone', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(bagas, channel, 'may I?');
    const refused = { ok: false, refusal: { code: 'not_member' } };
    expect(await o.run(send)).toEqual(refused);
    await o.run(o.command(bagas, 'channel.join', { channelId: channel }));
    expect(await o.run(send)).toEqual(refused);
    expect(await o.texts(channel)).toEqual([]);
  });

  it('S1: an id of somebody else, or of another command, is taken', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channel = await o.channel(ayu, 'umum', [bagas]);
    const send = o.send(ayu, channel, 'mine');
    const first = await o.run(send);
    const taken = { ok: false, refusal: { code: 'id_taken' } };

    expect(await o.run(o.send(bagas, channel, 'stolen', send.op))).toEqual(taken);
    const create = { name: 'lain', type: 'public' as const, topic: '', userIds: [] };
    expect(await o.run(o.command(ayu, 'channel.create', create, send.op))).toEqual(taken);
    expect(await o.run(send)).toEqual(first);
    expect(await o.texts(channel)).toEqual(['mine']);
  });

  it('S1: a create does not take the id of a row that came another way', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const [joined] = rowsOf((await o.pull(channelScope(channel))).rows).filter(
      (row) => row.kind === 'message',
    );
    const taken = { ok: false, refusal: { code: 'id_taken' } };
    const op = joined!.id as ReturnType<typeof o.op>;
    expect(await o.run(o.send(ayu, channel, 'over it', op))).toEqual(taken);
  });

  it('S1: a repeat in the midst of others keeps its outcome, and they theirs', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'once');
    const first = await o.run(send);
    const { outcomes } = await o.commit(o.send(ayu, channel, 'a'), send, o.send(ayu, channel, 'b'));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(outcomes[1]).toEqual(first);
    // And again, with what was learnt from the time before.
    expect((await o.commit(send, o.send(ayu, channel, 'c'))).outcomes[0]).toEqual(first);
    expect(await o.texts(channel)).toEqual(['once', 'a', 'b', 'c']);
    expect(opened().faults).toEqual([]);
  });

  it('an id that somebody gives falsely does not hide the row that bears it from others', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channelId = await o.channel(ayu, 'umum');
    const [joined] = rowsOf((await o.pull(channelScope(channelId))).rows).filter(
      (row) => row.kind === 'message',
    );
    const messageId = joined!.id as MessageId;
    const op = messageId as string as ReturnType<typeof o.op>;
    const react = o.command(ayu, 'reaction.add', { channelId, messageId, emoji: '\u{1F44D}' });
    const { outcomes } = await o.commit(o.send(bagas, channelId, 'not in it', op), react);
    expect(outcomes).toMatchObject([{ refusal: { code: 'not_member' } }, { ok: true }]);
  });

  it('S2: each change takes the next number of its scope, and the row carries it', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channel = await o.channel(ayu, 'umum', [bagas]);
    const scope = channelScope(channel);
    const before = await o.head(scope);
    const group = [ayu, bagas, ayu].map((actor, n) => o.send(actor, channel, `m${n}`));
    const { outcomes, changes } = await o.commit(...group);

    expect(outcomes.map((one) => one.ok && one.at[scope])).toEqual([
      before + 1,
      before + 2,
      before + 3,
    ]);
    expect(changes).toMatchObject([{ scope, from: before, head: before + 3, count: 3 }]);
    for (const row of changes[0]!.rows)
      expect(JSON.parse(row.json)).toMatchObject({ version: row.version });
    expect(await o.store.heads([scope])).toEqual([{ scope, head: before + 3, count: 3 }]);
  });

  it('S2: refused commands leave no gap and no trace', async () => {
    const o = office();
    const [ayu, outsider] = [await o.person('Ayu'), await o.person('Outsider')];
    const channel = await o.channel(ayu, 'umum');
    const scope = channelScope(channel);
    const before = await o.head(scope);
    const half = custom({
      needs: () => [{ scope, kind: 'thread', id: 'half' }],
      run(work) {
        work.put(scope, {
          kind: 'thread',
          id: 'half',
          replies: 1,
          lastReplyAt: 0,
          participants: [],
        });
        work.countMessage(scope, 1);
        return { code: 'forbidden' };
      },
    });
    const { changes } = await o.commit(
      o.send(ayu, channel, 'a'),
      o.send(outsider, channel, 'b'),
      { op: o.op(), actor: ayu, spec: half, args: undefined as never },
      o.send(ayu, channel, 'c'),
    );
    expect(changes).toMatchObject([{ from: before, head: before + 2, count: 2 }]);
    expect(await o.texts(channel)).toEqual(['a', 'c']);
    expect(await o.row(scope, 'thread', 'half')).toBeUndefined();
  });

  it('a command sees what those before it in the group did', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(bagas, channel, 'first words');
    const { outcomes } = await o.commit(
      o.command(bagas, 'channel.join', { channelId: channel }),
      send,
      o.command(bagas, 'message.edit', {
        channelId: channel,
        messageId: send.op as string as MessageId,
        base: send.op,
        text: `better words for <@${ayu.userId}>`,
      }),
      o.command(bagas, 'message.delete', {
        channelId: channel,
        messageId: send.op as string as MessageId,
      }),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await o.texts(channel)).toEqual(['']);
    // What the delete follows was made by the edit before it, in the same group.
    expect(await o.row(userScope(ayu.userId), 'mention', send.op)).toBeUndefined();
  });

  it('a row that a group changes twice is told once, in its last form', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'one');
    const messageId = send.op as string as MessageId;
    const edit = { channelId: channel, messageId, base: send.op, text: 'two' };
    const { changes } = await o.commit(send, o.command(ayu, 'message.edit', edit));
    const rows = rowsOf(changes[0]!.rows);
    expect(rows).toMatchObject([
      { kind: 'revision', text: 'one' },
      { kind: 'message', text: 'two', version: changes[0]!.head },
    ]);
    // S5: the position is the version at creation.
    expect(rows[1]).toMatchObject({ position: changes[0]!.from + 1 });
  });

  it('S9: a stale edit is refused with the row as it is; a delete wins', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'one');
    const messageId = send.op as string as MessageId;
    await o.run(send);
    const edit = (text: string) =>
      o.command(ayu, 'message.edit', { channelId: channel, messageId, base: send.op, text });
    expect(await o.run(edit('two'))).toMatchObject({ ok: true });
    const refusal = { code: 'stale', current: { kind: 'message', text: 'two' } };
    expect(await o.run(edit('three'))).toMatchObject({ ok: false, refusal });
    await o.run(o.command(ayu, 'message.delete', { channelId: channel, messageId }));
    expect(await o.run(edit('four'))).toMatchObject({ refusal: { code: 'deleted' } });
  });

  it('S9: read markers merge by maximum', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const mark = (epoch: number, position: number) =>
      o.run(o.command(ayu, 'marker.set', { channelId, epoch, position, ordinal: 0 }));
    await mark(0, 40);
    expect(await mark(0, 30)).toEqual({ ok: true, at: {} });
    expect(await o.row(userScope(ayu.userId), 'marker', channelId)).toMatchObject({ position: 40 });
    await mark(1, 10);
    expect(await o.row(userScope(ayu.userId), 'marker', channelId)).toMatchObject({ position: 10 });
  });

  it('S8: an outcome names only scopes that its actor reads', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const args = { name: 'rahasia', type: 'private' as const, topic: '', userIds: [bagas.userId] };
    const create = o.command(ayu, 'channel.create', args);
    const { outcomes, changes } = await o.commit(create);
    const own = [`channel:${create.op}`, userScope(ayu.userId)];
    const [outcome] = outcomes;
    expect(Object.keys(outcome?.ok === true ? outcome.at : {}).sort()).toEqual(own.sort());
    const all = [...own, 'registry', userScope(bagas.userId)];
    expect(changes.map(({ scope }) => scope as string).sort()).toEqual(all.sort());
  });

  it('a command that throws is refused, told of once, and harms no other', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const scope = channelScope(channel);
    const actor = ayu;
    const undeclared = custom({
      needs: () => [],
      run(work) {
        work.get(scope, 'thread', 'elsewhere');
        return undefined;
      },
    });
    const homeless = custom({
      needs: () => [{ scope, kind: 'user', id: 'x' }],
      run(work) {
        work.put(scope, { kind: 'name', id: 'x', holder: 'x' });
        return undefined;
      },
    });
    const args = undefined as never;
    const { outcomes } = await o.commit(
      o.send(ayu, channel, 'before'),
      { op: o.op(), actor, spec: undeclared, args },
      { op: o.op(), actor, spec: homeless, args },
      o.send(ayu, channel, 'after'),
    );
    const invalid = { ok: false, refusal: { code: 'invalid' } };
    expect(outcomes).toMatchObject([{ ok: true }, invalid, invalid, { ok: true }]);
    expect(opened().faults).toHaveLength(2);
    expect(await o.texts(channel)).toEqual(['before', 'after']);
  });

  it('S10: what was acknowledged is there for whoever opens the data next', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channel = await o.channel(ayu, 'umum');
    const send = o.send(ayu, channel, 'kept');
    await o.run(send);
    const other = await opened().again();
    const [row] = await other.get([{ scope: channelScope(channel), kind: 'message', id: send.op }]);
    expect(JSON.parse(row!.json)).toMatchObject({ text: 'kept' });
  });
}
