import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OpId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { ids, Searching } from '../testing/searching.ts';

function setup(): Searching {
  const searching = new Searching(join(temporaryFolder(), 'cache.db'));
  onTestFinished(() => void searching.db.close());
  return searching;
}

/** The same before a message is in the index and after. */
const both = describe.each([
  ['beside the index', () => undefined],
  ['in the index', (searching: Searching) => searching.settle()],
] as const);

both('search %s', (_where, settle) => {
  function written(...texts: string[]): Searching {
    const searching = setup();
    searching.write(...texts);
    settle(searching);
    return searching;
  }

  it('finds whole words, and the last one by its beginning, newest first', () => {
    const s = written('Surat jalan siap', 'surat kuasa', 'jalan Sudirman', 'persuratan jalan');
    const first = (text: string, limit: number) =>
      s.search(text, limit).hits.map(({ message }) => message.text);
    expect(first('surat ', 1)).toEqual(['surat kuasa']);
    expect(first('jalan s', 1)).toEqual(['jalan Sudirman']);
    expect(s.found('kuas')).toEqual(['surat kuasa']);
    expect(s.found('kuas ')).toEqual(['surat kuasa']);
    expect(s.found('jalan surat ')).toEqual(['persuratan jalan', 'Surat jalan siap']);
  });

  it('finds parts of words where whole words fill no page', () => {
    const s = written('persuratan masuk', 'Dipersilakan', 'INV-2026-0077');
    expect(s.found('surat')).toEqual(['persuratan masuk']);
    expect(s.found('silak persi')).toEqual(['Dipersilakan']);
    expect(s.found('6-00')).toEqual([]);
    expect(s.found('026')).toEqual(['INV-2026-0077']);
  });

  it('does not care for case and accents', () => {
    const s = written('Menu CAFÉ baru');
    expect(s.found('cafe ')).toEqual(['Menu CAFÉ baru']);
    expect(s.found('çafé ')).toEqual(['Menu CAFÉ baru']);
  });

  it('finds phrases as they stand, and words with signs in them', () => {
    const s = written('jalan surat', 'surat, jalan', 'surat ke jalan', 'no. INV-2026/17');
    expect(s.found('"surat jalan"')).toEqual(['surat, jalan']);
    expect(s.found('inv-2026')).toEqual(['no. INV-2026/17']);
    expect(s.found('inv-2027')).toEqual([]);
  });

  it('leaves out what stands behind a minus', () => {
    const s = written('rapat senin', 'rapat selasa', 'rapat hari senin pagi');
    expect(s.found('rapat -senin ')).toEqual(['rapat selasa']);
    expect(s.found('rapat -"senin pagi"')).toEqual(['rapat selasa', 'rapat senin']);
    expect(s.found('-rapat')).toEqual([]);
  });

  it('finds short words of scripts without spaces', () => {
    const s = written('明日の会議室を予約', '会社', 'ประชุมพรุ่งนี้', 'rapat');
    expect(s.found('会')).toEqual(['会社', '明日の会議室を予約']);
    expect(s.found('会議')).toEqual(['明日の会議室を予約']);
    expect(s.found('議室を予')).toEqual(['明日の会議室を予約']);
    expect(s.found('約')).toEqual(['明日の会議室を予約']);
    expect(s.found('พรุ่ง')).toEqual(['ประชุมพรุ่งนี้']);
  });

  it('finds an emoji', () => {
    expect(written('selamat 🎉', 'ok').found('🎉')).toEqual(['selamat 🎉']);
  });

  it('finds no mention by the letters of its id', () => {
    const s = written(`halo <@${ids.ayu}> dan <!here>`);
    expect(s.found('01900000')).toEqual([]);
    expect(s.found('here ')).toEqual([]);
    expect(s.found('halo ')).toHaveLength(1);
  });

  it('marks what matched, in places of the original', () => {
    const text = `Pak <@${ids.ayu}>: CAFÉ di café, kafe`;
    const s = written(text);
    const marked = (query: string) =>
      s.search(query).hits[0]?.ranges.map(([start, end]) => text.slice(start, end));
    expect(marked('cafe ')).toEqual(['CAFÉ', 'café']);
    expect(marked('caf kaf')).toEqual(['CAF', 'caf', 'kaf']);
    expect(marked('afé')).toEqual(['AFÉ', 'afé', 'afe']);
    expect(marked('pak "di cafe"')).toEqual(['Pak', 'di café']);
  });

  it('keeps to people, channels, links and times', () => {
    const s = setup();
    const first = s.message('rapat satu');
    s.put([first, s.message('rapat dua https://intra.example/x', { authorId: ids.budi })]);
    s.put([s.message('rapat tiga', { authorId: ids.budi })], ids.gudang);
    s.put([s.message('rapat empat', { createdAt: s.clock.now() - 86_400_000 })]);
    settle(s);
    expect(s.found('from:budi rapat')).toEqual(['rapat tiga', 'rapat dua https://intra.example/x']);
    expect(s.found('from:budi in:#gudang')).toEqual(['rapat tiga']);
    expect(s.found('rapat -from:budi ')).toEqual(['rapat satu', 'rapat empat']);
    expect(s.found('-in:#gudang rapat')).toHaveLength(3);
    expect(s.found('has:link')).toEqual(['rapat dua https://intra.example/x']);
    expect(s.found('-has:link from:ayu')).toEqual(['rapat satu', 'rapat empat']);
    expect(s.found('on:yesterday')).toEqual(['rapat empat']);
    expect(s.found('after:yesterday rapat')).toHaveLength(3);
    expect(s.found('before:today rapat')).toEqual(['rapat empat']);
  });

  it('finds what is pinned, alone or among other things, a page at a time', () => {
    const s = setup();
    const [one, , three] = s.write('rapat satu', 'rapat dua', 'makan tiga');
    settle(s);
    for (const { id } of [one!, three!]) s.pinned.add(id);
    s.pinned.add('not-here');
    expect(s.found('has:pin')).toEqual(['makan tiga', 'rapat satu']);
    expect(s.found('has:pin rapat')).toEqual(['rapat satu']);
    expect(s.found('-has:pin')).toEqual(['rapat dua']);
    expect(s.found('has:pin in:#gudang')).toEqual([]);
    s.tasks.add(one!.id);
    expect(s.found('has:task')).toEqual(['rapat satu']);
    expect(s.found('has:pin -has:task')).toEqual(['makan tiga']);
    s.saved.add(three!.id);
    expect(s.found('is:saved')).toEqual(['makan tiga']);
    expect(s.found('has:pin -is:saved')).toEqual(['rapat satu']);
    expect(s.found('is:saved has:pin')).toEqual(['makan tiga']);
    const first = s.search('has:pin', 1);
    expect(first.hits.map(({ message }) => message.text)).toEqual(['makan tiga']);
    const second = s.search('has:pin', 1, first.next);
    expect(second.hits.map(({ message }) => message.text)).toEqual(['rapat satu']);
  });

  it('finds what has files, by their names too, and what waits to be sent', () => {
    const s = setup();
    const file = (name: string): Message['attachments'][number] => ({
      ...{ type: 'file', id: s.message('').id as OpId, name },
      ...{ mediaType: 'application/pdf', size: 9 },
    });
    const invoice = s.message('tolong dicek', { attachments: [file('faktur-4471.pdf')] });
    s.put([invoice, s.message('rapat dua')]);
    settle(s);
    s.withFiles.add(invoice.id);
    const waiting = s.message('belum terkirim', { attachments: [file('foto.pdf')] });
    s.overlay.push({ channelId: ids.umum, row: waiting });
    expect(s.found('faktur')).toEqual(['tolong dicek']);
    expect(s.found('has:file')).toEqual(['belum terkirim', 'tolong dicek']);
    expect(s.found('-has:file')).toEqual(['rapat dua']);
  });

  it('finds what is a poll, and what is not', () => {
    const s = setup();
    const poll = s.message('Makan apa?', { poll: true });
    s.put([poll, s.message('Makan soto')]);
    settle(s);
    s.polls.add(poll.id);
    s.overlay.push({ channelId: ids.umum, row: s.message('Kapan makan?', { poll: true }) });
    expect(s.found('has:poll')).toEqual(['Kapan makan?', 'Makan apa?']);
    expect(s.found('-has:poll makan')).toEqual(['Makan soto']);
  });

  it('gives page after page without a gap or a double', () => {
    const s = setup();
    const texts = Array.from({ length: 57 }, (_, i) => `laporan ${i}`);
    s.write(...texts);
    settle(s);
    s.write('laporan baru');
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page = s.search('laporan ', 10, after);
      seen.push(...page.hits.map(({ message }) => message.text));
      after = page.next;
      pages++;
    } while (after !== null);
    expect(seen).toEqual(['laporan baru', ...texts.reverse()]);
    expect(pages).toBe(6);
  });

  it('ends exactly where a page is full', () => {
    const s = written('lap a', 'lap b');
    expect(s.search('lap ', 2).next).toBeNull();
    expect(s.search('lap ', 1).next).not.toBeNull();
  });

  it('takes edits in, and what was said before is no longer found', () => {
    const s = setup();
    const [message] = s.write('rahasia besar');
    settle(s);
    s.put([{ ...message!, version: 90, text: 'sudah diganti' }]);
    settle(s);
    expect(s.found('rahasia ')).toEqual([]);
    expect(s.found('diganti ')).toEqual(['sudah diganti']);
  });

  it('does not find what was deleted, or a channel that was lost', () => {
    const s = setup();
    const [message] = s.write('rahasia besar');
    s.put([s.message('rahasia gudang')], ids.gudang);
    settle(s);
    s.put([{ ...message!, version: 90, text: '', deletedAt: 5 }]);
    s.purge(ids.gudang);
    settle(s);
    expect(s.found('rahasia ')).toEqual([]);
    expect(s.index.waiting.size).toBe(0);
  });

  it('S8: sees messages as pending commands leave them', () => {
    const s = setup();
    const [edited, deleted] = s.write('harga lama', 'harga dihapus', 'harga tetap');
    settle(s);
    s.overlay.push(
      { channelId: ids.umum, row: { ...edited!, text: 'harga baru' } },
      { channelId: ids.umum, row: { ...deleted!, deletedAt: 1 } },
      { channelId: ids.umum, row: s.message('harga belum terkirim', { position: 2 ** 50 }) },
    );
    expect(s.found('harga ')).toEqual(['harga belum terkirim', 'harga tetap', 'harga baru']);
    expect(s.found('lama ')).toEqual([]);
    const first = s.search('harga ', 1);
    expect(first.hits.map(({ message }) => message.text)).toEqual(['harga belum terkirim']);
    const rest = s.search('harga ', 5, first.next);
    expect(rest.hits.map(({ message }) => message.text)).toEqual(['harga tetap', 'harga baru']);
  });
});

it('reads a bounded number of messages for one page, and goes on behind them', () => {
  const s = setup();
  s.write('jarum', ...Array.from({ length: 2_100 }, (_, i) => `jerami satu ${i} dua`));
  s.settle();
  const first = s.search('"dua satu"');
  expect(first.hits).toEqual([]);
  expect(first.next).not.toBeNull();
  expect(s.search('"dua satu"', 20, first.next)).toEqual({ hits: [], next: null });
});

it('takes any text for a query, and any text for a cursor', () => {
  const s = setup();
  s.write('satu');
  s.settle();
  for (const query of [
    '"',
    '""',
    "'",
    '*',
    'a*',
    'NOT',
    'AND OR',
    'NEAR(a b)',
    '(',
    '^a',
    '-',
    ':',
    'in:',
    '\u0000a',
    '\ue000\ue000\ue000l',
    '\ud83d',
  ]) {
    expect(() => s.search(query)).not.toThrow();
  }
  for (const cursor of ['', 'x', 'words', "words1' OR 1", 'parts-5', 'words99999999999999']) {
    expect(() => s.search('satu', 5, cursor)).not.toThrow();
  }
});
