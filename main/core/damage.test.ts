import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { channelScope } from '../../shared/domain/scope.ts';
import { anId } from '../../shared/testing/office.ts';
import { messageRow } from '../../shared/testing/rows.ts';
import { KEY_CHECK } from './cache/key-check.ts';
import { openDatabase } from './cache/open.ts';
import { goOn } from './testing/client.ts';
import { WholeCore } from './testing/whole-core.ts';

const PAGE = 4_096;
const DAY = 86_400_000;

/** The key under which the profile's cache lies. */
const keyOf = (whole: WholeCore): string => {
  const found = [...whole.keys.secrets].find(([account]) => account.startsWith('cache/'));
  if (found === undefined) throw new Error('no key');
  return found[1];
};

/** Overwrites the root page of a table while the core has the file open. */
function damage(whole: WholeCore, table: string): void {
  const file = join(whole.dir, 'cache.db');
  const other = openDatabase(file, keyOf(whole));
  // A change by somebody else: whoever has the file open reads its pages again.
  other.exec(`INSERT OR REPLACE INTO meta (key, value) VALUES ('damage', 'soon')`);
  other.pragma('wal_checkpoint(TRUNCATE)');
  const page = other
    .prepare<[string]>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table) as number;
  other.close();
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(PAGE, 0x5a), 0, PAGE, (page - 1) * PAGE);
  closeSync(handle);
}

describe('damage that is found while running', () => {
  it.each(['messages', 'rows', 'messages_listed', 'terms_data'])(
    'S7: a damaged page of %s costs a new cache, and nothing that waits',
    async (table) => {
      const ayu = await WholeCore.signedIn();
      ayu.fill(60);
      await ayu.pass(5_000, 1_000);
      ayu.cut();
      await ayu.send('satu');
      await ayu.send('dua');
      await ayu.stop();
      damage(ayu, table);
      // Opening does not read that page; whoever looks at a screen does.
      await ayu.start();
      const look = async (): Promise<void> => {
        await ayu.api.sidebar({});
        await ayu.api.search({ query: 'kata', channelId: null, after: null, limit: 5 });
        await ayu.api.messages({
          ...{ channelId: ayu.channelId, limit: 20, at: { from: 'newest' } },
        });
      };
      await look();
      await ayu.send('tiga');
      expect(ayu.logged.filter((line) => line.includes('is made anew'))).toHaveLength(1);
      expect(await ayu.unsent()).toEqual(['satu', 'dua', 'tiga']);
      await ayu.restart();
      await look();
      expect(await ayu.unsent()).toEqual(['satu', 'dua', 'tiga']);
      expect(ayu.logged.filter((line) => line.includes('is made anew'))).toHaveLength(1);

      // The new cache takes up the line, sends what waits, and asks for all it lacks.
      ayu.offline = false;
      await ayu.api.connectNow({});
      await goOn();
      const own = `user:${ayu.relay.userId}`;
      ayu.welcome({ scopes: ['org', own].map((scope) => ({ scope, head: 1, count: 0 })) });
      const sent = ayu.sockets.at(-1)?.sent ?? [];
      const texts = sent.flatMap((frame) =>
        frame.t === 'commands'
          ? frame.commands.map(({ args }) => (args as { text: string }).text)
          : [],
      );
      expect(texts).toEqual(['satu', 'dua', 'tiga']);
      expect(sent.filter(({ t }) => t === 'pull').length).toBeGreaterThan(0);
    },
  );

  it('S4: rows that come over the line meet it too, and the process lives on', async () => {
    const ayu = await WholeCore.signedIn();
    ayu.fill(60);
    await ayu.pass(5_000, 1_000);
    ayu.cut();
    await ayu.send('satu');
    await ayu.stop();
    damage(ayu, 'messages_listed');
    ayu.offline = false;
    await ayu.start();
    ayu.welcome({ scopes: [{ scope: channelScope(ayu.channelId), head: 63, count: 61 }] });
    ayu.sockets.at(-1)?.give({
      ...{ t: 'rows', scope: channelScope(ayu.channelId), from: 62, to: 63, count: 61 },
      rows: [messageRow(anId(0x300_100), 63)],
    });
    await goOn();
    expect(ayu.logged.filter((line) => line.includes('is made anew'))).toHaveLength(1);
    expect(await ayu.unsent()).toEqual(['satu']);
  });

  it('says so instead of going round for ever where each new cache is damaged too', async () => {
    const ayu = await WholeCore.signedIn();
    ayu.fill(3);
    ayu.cut();
    await ayu.send('satu');
    const states: string[] = [];
    for (let n = 0; n < 4; n++) {
      damage(ayu, 'messages_listed');
      await (async () =>
        ayu.api.messages({
          ...{ channelId: ayu.channelId, limit: 20, at: { from: 'newest' } },
        }))().catch(() => undefined);
      states.push(await ayu.state());
    }
    expect(states).toEqual(['signed_in', 'signed_in', 'signed_in', 'storage: damaged']);
  });
});

describe('the key of the cache', () => {
  it('a wrong one is told, and overwrites nothing: with the right one everything is there again', async () => {
    const ayu = await WholeCore.signedIn();
    ayu.cut();
    await ayu.send('satu');
    await ayu.stop();
    const [account, key] = [...ayu.keys.secrets].find(([name]) => name.startsWith('cache/'))!;
    const before = readFileSync(join(ayu.dir, 'cache.db'));
    ayu.keys.secrets.set(account, 'beef'.repeat(16));
    await ayu.start();
    expect(await ayu.state()).toBe('locked: wrong_key');
    await ayu.api.connectNow({});
    expect(await ayu.state()).toBe('locked: wrong_key');
    expect(readFileSync(join(ayu.dir, 'cache.db')).equals(before)).toBe(true);
    ayu.keys.secrets.set(account, key);
    await ayu.api.connectNow({});
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['satu']);
  });

  it('is another one after half a year; nothing is lost, and the old one opens nothing', async () => {
    const ayu = await WholeCore.signedIn();
    ayu.cut();
    await ayu.send('satu');
    const before = keyOf(ayu);
    await ayu.stop();
    ayu.clock.advance(181 * DAY);
    await ayu.start();
    expect(keyOf(ayu)).not.toBe(before);
    expect(await ayu.unsent()).toEqual(['satu']);
    const old = openDatabase(join(ayu.dir, 'cache.db'), before);
    expect(() => old.prepare('SELECT count(*) FROM sqlite_schema').get()).toThrow('not a database');
    old.close();
    const now = keyOf(ayu);
    await ayu.restart();
    expect(keyOf(ayu)).toBe(now);
  });

  it('is another one as soon as there is a keychain for what lay in a file', async () => {
    const ayu = await WholeCore.signedIn();
    const before = keyOf(ayu);
    await ayu.restart();
    expect(keyOf(ayu)).toBe(before);
    ayu.kind = 'keychain';
    await ayu.restart();
    expect(keyOf(ayu)).not.toBe(before);
    const now = keyOf(ayu);
    await ayu.restart();
    expect(keyOf(ayu)).toBe(now);
  });

  it.each(['set', 'remove'] as const)(
    'stays the old one where the key store fails to %s, and the cache opens',
    async (call) => {
      const ayu = await WholeCore.signedIn();
      ayu.cut();
      await ayu.send('satu');
      await ayu.stop();
      ayu.clock.advance(181 * DAY);
      ayu.keys.failing = call;
      await ayu.start();
      ayu.keys.failing = null;
      await ayu.restart();
      expect(await ayu.state()).toBe('signed_in');
      expect(await ayu.unsent()).toEqual(['satu']);
      expect([...ayu.keys.secrets.keys()].some((name) => name.startsWith('cache-next/'))).toBe(
        false,
      );
    },
  );

  it('opens after a kill between any two steps of its change', async () => {
    for (const reached of ['stored', 'copied', 'renamed', 'noted'] as const) {
      const ayu = await WholeCore.signedIn();
      ayu.cut();
      await ayu.send('satu');
      await ayu.stop();
      const [account, from] = [...ayu.keys.secrets].find(([name]) => name.startsWith('cache/'))!;
      const to = 'face'.repeat(16);
      const file = join(ayu.dir, 'cache.db');
      ayu.keys.secrets.set(account.replace('cache/', 'cache-next/'), to);
      const copy = join(ayu.dir, 'rekeyed.db');
      if (reached !== 'stored') {
        copyFileSync(file, copy);
        const db = openDatabase(copy, from);
        db.pragma('journal_mode=DELETE');
        db.pragma(`rekey="raw:${to}"`);
        db.close();
      }
      if (reached === 'renamed') copyFileSync(copy, file);
      if (reached === 'noted') {
        copyFileSync(copy, file);
        ayu.keys.secrets.set(account, to);
      }
      const check = statSync(join(ayu.dir, KEY_CHECK)).size;
      expect(check).toBe(32);
      await ayu.start();
      expect(await ayu.state(), reached).toBe('signed_in');
      expect(await ayu.unsent(), reached).toEqual(['satu']);
      expect([...ayu.keys.secrets.keys()].filter((name) => name.includes('next'))).toEqual([]);
    }
  });
});
