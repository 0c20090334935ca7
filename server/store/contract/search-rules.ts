import { expect } from 'vitest';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import { asking, found, readable, say } from './asking.ts';
import { rowsOf } from './office.ts';
import type { Ground } from './store-contract.ts';

export function searchRules({ it, office, opened }: Ground): void {
  it('finds words, their beginnings, parts of them and phrases, newest first', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    await say(o, ayu, umum, 'Surat jalan sudah dikirim', 'Jalan surat itu jauh', 'Café di 会議室');
    expect(await found(o, ayu, 'surat jalan')).toEqual([
      'Jalan surat itu jauh',
      'Surat jalan sudah dikirim',
    ]);
    expect(await found(o, ayu, '"surat jalan"')).toEqual(['Surat jalan sudah dikirim']);
    expect(await found(o, ayu, 'surat -jauh')).toEqual(['Surat jalan sudah dikirim']);
    expect(await found(o, ayu, 'sud')).toEqual(['Surat jalan sudah dikirim']);
    expect(await found(o, ayu, 'kiri')).toEqual(['Surat jalan sudah dikirim']);
    expect(await found(o, ayu, 'CAFE')).toEqual(['Café di 会議室']);
    expect(await found(o, ayu, '会議')).toEqual(['Café di 会議室']);
    expect(await found(o, ayu, 'nothing')).toEqual([]);
    expect(await found(o, ayu, `%' OR 1 "`)).toEqual([]);
  });

  it('keeps to authors, channels, times and links', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const budi = await o.person('Budi');
    const umum = await o.channel(ayu, 'umum', [budi]);
    const gudang = await o.channel(ayu, 'gudang', [budi]);
    const start = o.clock.now();
    await say(o, ayu, umum, 'stok satu');
    await say(o, budi, umum, 'stok dua https://example.org/a');
    await say(o, budi, gudang, 'stok tiga');
    const all = ['stok tiga', 'stok dua https://example.org/a', 'stok satu'];
    expect(await found(o, ayu, 'stok')).toEqual(all);
    expect(await found(o, ayu, '', { authors: [budi.userId] })).toEqual(all.slice(0, 2));
    expect(await found(o, ayu, 'stok', { notAuthors: [budi.userId] })).toEqual(['stok satu']);
    expect(await found(o, ayu, 'stok', { channels: [gudang] })).toEqual(['stok tiga']);
    expect(await found(o, ayu, 'stok', { channels: [] })).toEqual([]);
    expect(await found(o, ayu, 'stok', { notChannels: [gudang] })).toEqual(all.slice(1));
    expect(await found(o, ayu, '', { link: true })).toEqual([all[1]]);
    expect(await found(o, ayu, 'stok', { link: false })).toEqual([all[0], all[2]]);
    const span = { from: start + 120_000, to: start + 180_000 };
    expect(await found(o, ayu, 'stok', { span })).toEqual([all[1]]);
    expect(await found(o, ayu, '', { span })).toEqual([all[1]]);
  });

  it('S2, S11: finds nothing in channels that one is no member of, or no longer', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const budi = await o.person('Budi');
    const umum = await o.channel(ayu, 'umum', [budi]);
    const direksi = await o.channel(ayu, 'direksi');
    await say(o, ayu, umum, 'rahasia umum');
    await say(o, ayu, direksi, 'rahasia direksi');
    expect(await found(o, budi, 'rahasia')).toEqual(['rahasia umum']);
    expect(await found(o, budi, 'rahasia', { channels: [direksi] })).toEqual([]);
    const leave = await o.run(o.command(budi, 'channel.leave', { channelId: umum }));
    expect(leave.ok).toBe(true);
    expect(await found(o, budi, 'rahasia')).toEqual([]);
    await o.run(o.command(budi, 'channel.join', { channelId: umum }));
    expect(await found(o, budi, 'rahasia')).toEqual(['rahasia umum']);
  });

  it('S2: keeps to one’s own of many channels, newest first over all of them', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const budi = await o.person('Budi');
    const texts: string[] = [];
    for (let n = 0; n < 12; n++) {
      const mine = n % 2 === 0;
      const channel = await o.channel(ayu, `kanal-${n}`, mine ? [budi] : []);
      await say(o, ayu, channel, `rahasia ${n}`);
      if (mine) texts.unshift(`rahasia ${n}`);
    }
    expect(await found(o, budi, 'rahasia')).toEqual(texts);
    expect(await found(o, budi, '')).toEqual(expect.arrayContaining(texts));
    expect(await found(o, ayu, 'rahasia')).toHaveLength(12);
  });

  it('finds no text that was edited away or deleted, indexed or not', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const [first, second] = await say(o, ayu, umum, 'gaji pertama', 'gaji kedua');
    expect(await found(o, ayu, 'gaji')).toHaveLength(2);
    const ids = { channelId: umum, messageId: first as MessageId };
    const edit = o.command(ayu, 'message.edit', { ...ids, base: first!, text: 'upah pertama' });
    expect(await o.run(edit)).toMatchObject({ ok: true });
    expect(await found(o, ayu, 'gaji')).toEqual(['gaji kedua']);
    expect(await found(o, ayu, 'upah')).toEqual(['upah pertama']);
    const remove = { channelId: umum, messageId: second as MessageId };
    expect(await o.run(o.command(ayu, 'message.delete', remove))).toMatchObject({ ok: true });
    expect(await found(o, ayu, 'gaji')).toEqual([]);
    expect(await found(o, ayu, 'pertama')).toEqual(['upah pertama']);
  });

  it('finds what was written together with an edit of something older', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const [first] = await say(o, ayu, umum, 'gaji pertama');
    expect(await found(o, ayu, 'gaji')).toEqual(['gaji pertama']);
    o.clock.advance(60_000);
    const ids = { channelId: umum, messageId: first as MessageId };
    const edit = o.command(ayu, 'message.edit', { ...ids, base: first!, text: 'gaji kesatu' });
    await o.commit(edit, o.send(ayu, umum, 'gaji kedua'), o.send(ayu, umum, 'gaji ketiga'));
    expect((await found(o, ayu, 'gaji')).toSorted()).toEqual([
      'gaji kedua',
      'gaji kesatu',
      'gaji ketiga',
    ]);
  });

  it('finds what was replied to, and the reply', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const [root] = await say(o, ayu, umum, 'truk mogok');
    expect(await found(o, ayu, 'mogok')).toEqual(['truk mogok']);
    o.clock.advance(60_000);
    await o.run(o.send(ayu, umum, 'mogok di mana?', o.op(), root));
    expect(await found(o, ayu, 'mogok')).toEqual(['mogok di mana?', 'truk mogok']);
  });

  it('goes through many hits page by page, each once, newest first', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const texts = Array.from({ length: 25 }, (_, i) => `laporan ${i}`);
    await say(o, ayu, umum, ...texts);
    // Many at one time, as groups and imports make them.
    const burst = Array.from({ length: 15 }, (_, i) => o.send(ayu, umum, `laporan tumpuk ${i}`));
    await o.commit(...burst);
    const seen: string[] = [];
    const wanted = asking('laporan');
    const question = { wanted, asker: ayu.userId, readable: await readable(o.store, ayu) };
    for (let after: string | null = null, pages = 0; pages < 30; pages++) {
      const page = await o.store.search({ ...question, after, limit: 7 });
      seen.push(...rowsOf(page.rows).map((row) => (row.kind === 'message' ? row.text : '')));
      after = page.next;
      if (after === null) break;
    }
    expect(seen).toHaveLength(40);
    expect(new Set(seen).size).toBe(40);
    expect(seen.slice(0, 15).every((text) => text.includes('tumpuk'))).toBe(true);
    expect(seen.slice(15)).toEqual(texts.toReversed());
  });

  it('reads no cursor that it did not make', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    await say(o, ayu, umum, 'laporan');
    const wanted = asking('laporan');
    for (const after of ['', 'words', `parts:${'9'.repeat(40)}`, `words:1; DROP TABLE rows`]) {
      const question = { wanted, asker: ayu.userId, readable: [umum], after, limit: 5 };
      const page = await o.store.search(question);
      expect(page.rows, after).toHaveLength(1);
    }
  });

  it('indexes step by step until nothing is left, also what another node wrote', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    for (let group = 0; group < 12; group++) {
      await o.commit(
        ...Array.from({ length: 250 }, (_, i) => o.send(ayu, umum, `arsip ${group}/${i}`)),
      );
    }
    const other = await opened().again();
    let steps = 1;
    while (await other.indexWords()) steps++;
    expect(steps).toBeGreaterThan(1);
    expect(await o.store.indexWords()).toBe(false);
    expect(await found(o, ayu, '"arsip 0/7"')).toEqual(['arsip 0/7']);
    const { rows } = await o.store.pull(channelScope(umum), 0, null, 1, 100_000);
    expect(rows).toHaveLength(1);
  });

  it('leaves out what a later node has not indexed only until it asks', async () => {
    const o = office();
    const ayu = await o.person('Ayu');
    const umum = await o.channel(ayu, 'umum');
    const other = await opened().again();
    await say(o, ayu, umum, 'baru saja');
    const page = await other.search({
      ...{ wanted: asking('baru'), asker: ayu.userId, readable: [umum] },
      ...{ after: null, limit: 5 },
    });
    expect(page.rows).toHaveLength(1);
    expect(page).toMatchObject({ mode: 'parts', next: null });
  });
}
