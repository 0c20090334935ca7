import { expect } from 'vitest';
import type { ChannelId, MessageId } from '../../../shared/domain/ids.ts';
import { kinds } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import type { Store } from '../port.ts';
import { rowsOf, type Office } from './office.ts';
import type { Ground } from './store-contract.ts';

/** Pulls a whole scope page by page, as a client does, and answers the rows by key. */
async function mirror(store: Store, scope: Scope, limit: number, bytes: number) {
  const rows = new Map<string, string>();
  const { head } = await store.pull(scope, 0, null, 1, 1);
  let upTo = head;
  while (upTo > 0) {
    const page = await store.pull(scope, 0, upTo, limit, bytes);
    expect(page.to).toBe(upTo);
    for (const row of page.rows) {
      expect(row.version).toBeGreaterThan(page.from);
      expect(row.version).toBeLessThanOrEqual(page.to);
      rows.set(`${row.kind}/${row.id}`, row.json);
    }
    expect(page.from).toBeLessThan(upTo);
    upTo = page.from;
  }
  return rows;
}

/** Three people who write, answer, react and delete; answers their channel. */
async function chatter(o: Office, seed: number): Promise<ChannelId> {
  const random = new SeededRandom(seed);
  const people = [await o.person('Ayu'), await o.person('Bagas'), await o.person('Citra')];
  const channelId = await o.channel(people[0]!, 'umum', people.slice(1));
  const ids: MessageId[] = [];
  for (let n = 0; n < 120; n++) {
    const actor = random.pick(people);
    const messageId = ids.length > 0 ? random.pick(ids) : undefined;
    const what = messageId === undefined ? 0 : random.int(6);
    if (what <= 2) {
      const send = o.send(actor, channelId, 'x'.repeat(1 + random.int(800)));
      ids.push(send.op as string as MessageId);
      await o.run(send);
    } else if (what === 3) {
      await o.run(o.send(actor, channelId, 'reply', o.op(), messageId));
    } else if (what === 4) {
      const emoji = random.pick(['👍', '🎉']);
      const name = random.chance(0.4) ? 'reaction.remove' : 'reaction.add';
      await o.run(o.command(actor, name, { channelId, messageId: messageId!, emoji }));
    } else {
      await o.run(o.command(actor, 'message.delete', { channelId, messageId: messageId! }));
    }
  }
  return channelId;
}

export function pageRules({ it, office }: Ground): void {
  it('S3: a pull gives the rows newer than the cursor, ascending, each in its last form', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const scope = channelScope(channelId);
    const [one, two] = [o.send(ayu, channelId, 'one'), o.send(ayu, channelId, 'two')];
    await o.run(one);
    const cursor = await o.head(scope);
    await o.run(two);
    const messageId = one.op as string as MessageId;
    for (let n = 0; n < 10; n++) {
      const { op: base } = (await o.row(scope, 'message', messageId))!;
      await o.run(o.command(ayu, 'message.edit', { channelId, messageId, base, text: `one ${n}` }));
    }
    const page = await o.pull(scope, cursor);
    // Each edit keeps what it replaces.
    const head = cursor + 1 + 2 * 10;
    expect(page).toMatchObject({ from: cursor, to: head, head, count: 2 });
    // The edits moved the first message behind the second; it comes once.
    const messages = rowsOf(page.rows).filter(({ kind }) => kind === 'message');
    expect(messages).toMatchObject([
      { text: 'two', version: cursor + 1 },
      { text: 'one 9', version: head, position: cursor },
    ]);
  });

  it('S3: an empty or passed range answers with no rows and the range as asked', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const scope = channelScope(await o.channel(ayu, 'umum'));
    const head = await o.head(scope);
    expect(await o.pull(scope, head)).toEqual({
      scope,
      from: head,
      to: head,
      head,
      count: 0,
      rows: [],
    });
    expect(await o.pull(scope, head + 9)).toMatchObject({
      from: head + 9,
      to: head + 9,
      head,
      rows: [],
    });
    const nobody = userScope(ayu.userId);
    expect(await o.pull(nobody, 0, 0)).toMatchObject({ from: 0, to: 0, rows: [] });
    const unknown = 'channel:00000000-0000-7000-8000-000000000001' as Scope;
    expect(await o.pull(unknown)).toEqual({
      scope: unknown,
      from: 0,
      to: 0,
      head: 0,
      count: 0,
      rows: [],
    });
  });

  it('S6: a long range gives its newest page, and says where the hole below it ends', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const scope = channelScope(channelId);
    for (let n = 0; n < 10; n++) await o.run(o.send(ayu, channelId, `${n}`));
    const head = await o.head(scope);
    const page = await o.pull(scope, 0, null, 4);
    expect(page).toMatchObject({ from: head - 4, to: head });
    expect(rowsOf(page.rows)).toMatchObject([
      { text: '6' },
      { text: '7' },
      { text: '8' },
      { text: '9' },
    ]);
    const next = await o.pull(scope, 0, page.from, 4);
    expect(next).toMatchObject({ from: head - 8, to: head - 4, head });
  });

  it('S6: a page ends at its bytes, and holds at least one row', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const scope = channelScope(channelId);
    for (let n = 0; n < 4; n++) await o.run(o.send(ayu, channelId, 'é'.repeat(1_000)));
    const head = await o.head(scope);
    expect((await o.store.pull(scope, 0, null, 100, 5_500)).rows).toHaveLength(2);
    const one = await o.store.pull(scope, 0, null, 100, 10);
    expect(one).toMatchObject({ from: head - 1, to: head });
    expect(one.rows).toHaveLength(1);
  });

  it('S2, S3: what is removed comes as a tombstone, and may come back', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const channelId = await o.channel(ayu, 'umum');
    const scope = channelScope(channelId);
    const send = o.send(ayu, channelId, 'nice');
    await o.run(send);
    const args = { channelId, messageId: send.op as string as MessageId, emoji: '👍' };
    await o.run(o.command(ayu, 'reaction.add', args));
    const cursor = await o.head(scope);
    await o.run(o.command(ayu, 'reaction.remove', args));
    await o.run(o.command(ayu, 'reaction.remove', args));
    const id = `${send.op}/${ayu.userId}/👍`;
    const gone = { kind: 'reaction', id, version: cursor + 1, deleted: true };
    expect(rowsOf((await o.pull(scope, cursor)).rows)).toEqual([gone]);
    expect(await o.row(scope, 'reaction', id)).toBeUndefined();
    expect(await o.store.list(scope, 'reaction', '', 10)).toEqual([]);
    await o.run(o.command(ayu, 'reaction.add', args));
    expect(rowsOf((await o.pull(scope, cursor)).rows)).toMatchObject([{ emoji: '👍' }]);
  });

  it('S11: losing a place leaves a tombstone in the own scope and ends the list of scopes', async () => {
    const o = office();
    const [ayu, bagas] = [await o.person('Ayu'), await o.person('Bagas')];
    const channelId = await o.channel(ayu, 'umum', [bagas]);
    const own = userScope(bagas.userId);
    expect(await o.store.scopesOf(bagas.userId)).toEqual([orgScope, own, channelScope(channelId)]);
    const cursor = await o.head(own);
    await o.run(o.command(ayu, 'channel.remove', { channelId, userId: bagas.userId }));
    expect(await o.store.scopesOf(bagas.userId)).toEqual([orgScope, own]);
    expect(rowsOf((await o.pull(own, cursor)).rows)).toMatchObject([
      { kind: 'membership', id: channelId, deleted: true },
    ]);
  });

  for (const seed of [1, 2, 3]) {
    it(`S3, S6: pages of any size add up to the same rows (seed ${seed})`, async () => {
      const o = office();
      const scope = channelScope(await chatter(o, seed));
      const whole = await mirror(o.store, scope, 100_000, 100_000_000);
      expect(whole.size).toBeGreaterThan(50);
      expect(await mirror(o.store, scope, 1, 1_000_000)).toEqual(whole);
      expect(await mirror(o.store, scope, 7, 1_000_000)).toEqual(whole);
      expect(await mirror(o.store, scope, 1_000, 2_000)).toEqual(whole);
    });
  }

  it('S5: every stored row is of its kind, and positions are given once and never change', async () => {
    const o = office();
    const channelId = await chatter(o, 9);
    const rows = rowsOf((await o.pull(channelScope(channelId))).rows);
    const positions: number[] = [];
    for (const row of rows) {
      if ('deleted' in row) continue;
      expect(kinds[row.kind].schema.safeParse(row).success).toBe(true);
      if (row.kind === 'message') positions.push(row.position);
    }
    expect(new Set(positions).size).toBe(positions.length);
  });
}
