import { describe, expect, it } from 'vitest';
import type { ChannelId, MessageId } from '../../shared/domain/ids.ts';
import { Office } from './office.ts';

const channel = (op: string) => op as ChannelId;
const message = (op: string) => op as MessageId;

describe('two people and a relay', () => {
  it('one message goes from one screen to another, and its clock goes', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const bagas = await office.signedIn('bagas');
    const { op } = await ayu.api.createChannel({
      name: 'gudang',
      type: 'public',
      topic: '',
      userIds: [office.id('bagas')],
    });
    await ayu.send(op, 'Pagi semua');
    await bagas.until(async () => (await bagas.texts(op)).includes('Pagi semua'));
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    const page = await ayu.api.messages({
      channelId: channel(op),
      at: { from: 'newest' },
      limit: 50,
    });
    expect(page.messages.at(-1)).toMatchObject({ text: 'Pagi semua', state: 'sent' });
    expect(await bagas.api.sidebar({})).toMatchObject({
      channels: [{ id: op, title: 'gudang', unread: 1, mentions: 0 }],
    });
  });

  it('S7: what is written, edited and reacted while offline survives a kill and arrives in order', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const bagas = await office.signedIn('bagas');
    const userIds = [office.id('bagas')];
    const made: string[] = [];
    for (const name of ['satu', 'dua', 'tiga']) {
      made.push((await ayu.api.createChannel({ name, type: 'public', topic: '', userIds })).op);
    }
    const [one, two, three] = made as [string, string, string];
    const hello = await ayu.send(one, 'halo');
    await bagas.until(async (api) => (await api.sidebar({}))?.channels.length === 3);
    await bagas.until(async () => (await bagas.texts(one)).length === 1);
    // Their rows come one channel after the other; without hers nobody can write in one.
    await bagas.until(async (api) => {
      for (const id of made) {
        const { people } = await api.members({ channelId: channel(id), query: '', limit: 9 });
        if (people.length < 2) return false;
      }
      return true;
    });

    await office.stop();
    await bagas.until(async (api) => (await api.connection({})).state !== 'connected');
    await bagas.send(one, 'satu-1');
    const draft = await bagas.send(two, 'dua-1');
    await bagas.send(three, 'tiga-1');
    await bagas.send(one, 'satu-2');
    await bagas.api.edit({
      channelId: channel(two),
      messageId: message(draft),
      base: draft,
      text: 'dua-1, lebih baik',
    });
    await bagas.api.react({
      channelId: channel(one),
      messageId: message(hello),
      emoji: '👍',
      on: true,
    });
    const { op: fresh } = await bagas.api.createChannel({
      name: 'empat',
      type: 'private',
      topic: '',
      userIds: [office.id('ayu')],
    });
    await bagas.send(fresh, 'empat-1');
    await bagas.close();
    await bagas.reopen();
    expect(await bagas.texts(one)).toEqual(['halo', 'satu-1', 'satu-2']);
    expect(await bagas.texts(two)).toEqual(['dua-1, lebih baik']);
    expect(await bagas.texts(fresh)).toEqual(['empat-1']);
    expect((await bagas.api.connection({})).waiting).toBe(8);

    await office.start();
    await bagas.api.connectNow({});
    await bagas.until(async (api) => (await api.connection({})).waiting === 0);
    await ayu.api.connectNow({});
    await ayu.until(async () => (await ayu.texts(fresh)).length === 1);
    await ayu.until(async () => (await ayu.texts(three)).length === 1);
    for (const id of [one, two, three, fresh]) {
      expect(await ayu.texts(id)).toEqual(await bagas.texts(id));
    }
    expect(await ayu.texts(one)).toEqual(['halo', 'satu-1', 'satu-2']);
    const page = await ayu.api.messages({
      channelId: channel(one),
      at: { from: 'newest' },
      limit: 9,
    });
    const seen = page.messages.find((shown) => shown.id === hello);
    expect(seen?.reactions).toEqual([
      { emoji: '👍', count: 1, mine: false, userIds: [office.id('bagas')] },
    ]);
  });

  it('S1, S10: 500 messages stand once and in order though the relay is killed in their midst', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const bagas = await office.signedIn('bagas');
    const { op } = await ayu.api.createChannel({
      name: 'ramai',
      type: 'public',
      topic: '',
      userIds: [office.id('bagas')],
    });
    const texts = Array.from({ length: 500 }, (_, i) => `pesan ${i}`);
    for (const text of texts) await ayu.send(op, text);
    await bagas.until(async () => (await bagas.texts(op)).length > 20);
    await office.stop('SIGKILL');
    await office.start();
    for (const computer of [ayu, bagas]) await computer.api.connectNow({});
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    await bagas.until(async (api) => {
      const { state, syncing } = await api.connection({});
      return state === 'connected' && syncing === null;
    });
    const all = async (computer: typeof ayu): Promise<string[]> => {
      const found: string[] = [];
      let at: { from: 'newest' } | { from: 'before'; position: number } = { from: 'newest' };
      for (;;) {
        const page = await computer.api.messages({ channelId: channel(op), at, limit: 400 });
        const shown = page.messages.filter((one) => one.system === null);
        found.unshift(...shown.map((one) => one.text));
        if (page.messages.length === 0 || page.atOldest) return found;
        at = { from: 'before', position: page.messages[0]!.position };
      }
    };
    // The line may have been told of as standing a moment after it was cut.
    await bagas.until(async () => (await all(bagas)).length >= texts.length);
    expect(await all(ayu)).toEqual(texts);
    expect(await all(bagas)).toEqual(texts);
  });
});
