import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { ids, Searching } from '../testing/searching.ts';
import { FtsIndex } from './index.ts';
import { rowidAt } from '../../../shared/search/rowid.ts';

function setup() {
  const searching = new Searching(join(temporaryFolder(), 'cache.db'));
  onTestFinished(() => void searching.db.close());
  return { searching };
}

const texts = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, i) => `pesan nomor ${from + i}`);

/** Whether the index's pages have these letters anywhere. */
function inIndex({ db }: Searching, letters: string): boolean {
  const pages = db.prepare('SELECT block FROM terms_data').pluck().all() as Buffer[];
  return pages.some((page) => page.includes(letters));
}

it('waits for a quiet moment, and indexes what came together', () => {
  const { searching } = setup();
  searching.write('satu', 'dua');
  expect(searching.index.waiting.size).toBe(2);
  searching.clock.advance(399);
  searching.write('tiga');
  searching.clock.advance(399);
  expect(searching.index.waiting.size).toBe(3);
  searching.clock.advance(1);
  expect(searching.index.waiting.size).toBe(0);
  expect(searching.clock.pending).toBe(0);
  expect(searching.found('tiga ')).toEqual(['tiga']);
});

it('does not wait where a catch-up brings thousands', () => {
  const { searching } = setup();
  for (let page = 0; page < 5; page++) searching.write(...texts(page * 500, page * 500 + 500));
  expect(searching.index.waiting.size).toBe(500);
  expect(searching.search('pesan ', 100).hits).toHaveLength(100);
});

it('loses nothing that a catch-up brings together with an edit of something older', () => {
  const { searching } = setup();
  const [first] = searching.write('pesan pertama');
  searching.settle();
  // Until the next one fills a batch: the edited message is the oldest in it.
  const news = texts(0, 1_999).map((text) => searching.message(text));
  searching.put([{ ...first!, version: 9_000, text: 'pesan kesatu' }, ...news]);
  searching.settle();
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const page = searching.search('pesan in:#umum ', 500, after);
    seen.push(...page.hits.map(({ message }) => message.text));
    if (page.next === null) break;
    after = page.next;
  }
  expect(seen).toHaveLength(2_000);
  expect(seen.at(-1)).toBe('pesan kesatu');
});

it('takes up after a kill what was not indexed yet', () => {
  const { searching } = setup();
  searching.write('satu');
  searching.index.close();
  const after = new FtsIndex(searching.db, searching.clock);
  expect([...after.waiting.values()]).toMatchObject([{ folded: 'satu' }]);
  after.close();
});

it('follows a transaction that was rolled back', () => {
  const { searching } = setup();
  const [message] = searching.write('satu');
  expect(() =>
    searching.change(() => {
      searching.put([searching.message('dua'), { ...message!, version: 80, text: 'berubah' }]);
      throw new Error('the disk is full');
    }),
  ).toThrow('full');
  searching.index.forget();
  expect([...searching.index.waiting.values()]).toMatchObject([{ folded: 'satu' }]);
  searching.settle();
  expect(searching.found('dua ')).toEqual([]);
  expect(searching.found('satu ')).toEqual(['satu']);
});

it('takes a removed word out of its pages at once', () => {
  const { searching } = setup();
  const [message] = searching.write('rahasiaterdalam', ...texts(0, 3_000));
  searching.settle();
  expect(inIndex(searching, 'iaterdalam')).toBe(true);
  searching.put([{ ...message!, version: 9_000, text: '', deletedAt: 1 }]);
  expect(inIndex(searching, 'iaterdalam')).toBe(false);
});

it('S11: takes the words of a lost channel out of its pages, step by step', () => {
  const { searching } = setup();
  searching.write(...texts(0, 2_500));
  searching.put(
    Array.from({ length: 300 }, (_, i) => searching.message(`rahasiaterdalam ${i}`)),
    ids.gudang,
  );
  searching.settle();
  searching.purge(ids.gudang);
  expect(inIndex(searching, 'iaterdalam')).toBe(true);
  expect(searching.found('rahasiaterdalam ')).toEqual([]);
  searching.index.close();
  // A kill before the tidying is done: the next start goes on with it.
  searching.index = new FtsIndex(searching.db, searching.clock);
  let steps = 0;
  while (searching.clock.pending > 0 && steps++ < 1_000) searching.clock.advance(400);
  expect(steps).toBeGreaterThan(0);
  expect(inIndex(searching, 'iaterdalam')).toBe(false);
  expect(searching.search('pesan ', 100).hits).toHaveLength(100);
});

it('is made anew where another version made it', () => {
  const { searching } = setup();
  searching.write(...texts(0, 5_000));
  searching.settle();
  searching.db.prepare(`UPDATE meta SET value = '0' WHERE key = 'searchIndex'`).run();
  searching.index.close();
  searching.index = new FtsIndex(searching.db, searching.clock);
  expect(searching.index.waiting.size).toBe(4_000);
  searching.settle();
  expect(searching.found('"nomor 3"')).toEqual(['pesan nomor 3']);
  expect(searching.found('"nomor 4999"')).toEqual(['pesan nomor 4999']);
});

it('keeps the order of time, also in a burst', () => {
  const { searching } = setup();
  const at = searching.clock.now();
  searching.put(
    Array.from({ length: 1_000 }, (_, i) => searching.message(`tumpuk ${i}`, { createdAt: at })),
  );
  searching.write('tumpuk terakhir');
  searching.settle();
  expect(searching.found('tumpuk terakhir')[0]).toBe('tumpuk terakhir');
  const all = searching.db.prepare('SELECT place FROM messages').pluck().all() as number[];
  expect(new Set(all).size).toBe(1_001);
  expect(Math.min(...all)).toBe(rowidAt(at));
});
