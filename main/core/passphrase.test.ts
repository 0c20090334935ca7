import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileKeyStore } from './keys/file-key-store.ts';
import { openKeyStore } from './keys/open-key-store.ts';
import { temporaryFolder } from './testing/folder.ts';
import { FakeKeytar } from './testing/keytar.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { WholeCore } from './testing/whole-core.ts';

const PASSPHRASE = 'kuda nil di dermaga tiga';
const DAY = 86_400_000;

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Somebody with a passphrase, who has something unsent. */
async function sealed(): Promise<WholeCore> {
  const ayu = await WholeCore.signedIn();
  await ayu.useFile();
  ayu.cut();
  await ayu.send('belum terkirim');
  expect(await ayu.api.setPassphrase({ passphrase: PASSPHRASE })).toEqual({
    ok: true,
    value: null,
  });
  return ayu;
}

describe('a passphrase, where there is no keychain', () => {
  it('is asked for at each start, and opens everything', async () => {
    const ayu = await sealed();
    expect((await ayu.api.session({})).keyStore).toBe('passphrase');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
    await ayu.restart();
    expect(await ayu.state()).toBe('locked: passphrase');
    expect(() => ayu.api.outbox({})).toThrow('nobody is signed in');
    await ayu.api.connectNow({});
    expect(await ayu.state()).toBe('locked: passphrase');
    expect(await ayu.api.unlock({ passphrase: `${PASSPHRASE}!` })).toEqual({
      ...{ ok: false, code: 'wrong_passphrase' },
    });
    expect(await ayu.state()).toBe('locked: passphrase');
    expect(await ayu.api.unlock({ passphrase: PASSPHRASE })).toEqual({ ok: true, value: null });
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
  });

  it('S7: what was answered to a notification meanwhile is sent once it is open', async () => {
    const ayu = await sealed();
    await ayu.restart();
    const to = { channelId: ayu.channelId, rootId: null, position: 5 };
    await ayu.api.answerNotice({ ...to, text: 'Saya ke sana' });
    await ayu.api.unlock({ passphrase: PASSPHRASE });
    expect(await ayu.unsent()).toEqual(['belum terkirim', 'Saya ke sana']);
  });

  it('leaves no key on the disk that could be read without it', async () => {
    const ayu = await sealed();
    const secrets = ayu.longSecrets;
    expect(secrets).toHaveLength(1);
    await ayu.stop();
    for (const name of filesBelow(ayu.dir)) {
      const text = readFileSync(name, 'latin1');
      for (const secret of secrets) expect(text.includes(secret), name).toBe(false);
    }
    expect(statSync(join(ayu.dir, 'keys.json')).mode & 0o077).toBe(0);
  });

  it('stays while the key of the cache is changed, and can be taken away', async () => {
    const ayu = await sealed();
    await ayu.stop();
    ayu.clock.advance(181 * DAY);
    const before = readFileSync(join(ayu.dir, 'keys.json'), 'utf8');
    await ayu.start();
    await ayu.api.unlock({ passphrase: PASSPHRASE });
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
    expect(readFileSync(join(ayu.dir, 'keys.json'), 'utf8')).not.toBe(before);
    await ayu.api.setPassphrase({ passphrase: null });
    await ayu.restart();
    expect(await ayu.state()).toBe('signed_in');
    expect((await ayu.api.session({})).keyStore).toBe('file');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
  });

  it('must have twelve characters', async () => {
    const ayu = await WholeCore.signedIn();
    await ayu.useFile();
    expect(await ayu.api.setPassphrase({ passphrase: 'elevenchars' })).toEqual({
      ...{ ok: false, code: 'weak_passphrase' },
    });
    expect((await ayu.api.session({})).keyStore).toBe('file');
  });

  it('S12: is not needed for a wipe, and whoever forgot it signs in again', async () => {
    const ayu = await sealed();
    await ayu.restart();
    await ayu.api.signOut({ force: true });
    expect(await ayu.state()).toBe('signed_out');
    expect(existsSync(join(ayu.dir, 'keys.json'))).toBe(false);
    expect(existsSync(join(ayu.dir, 'cache.db'))).toBe(false);
    ayu.offline = false;
    const again = await ayu.api.signIn({
      ...{ address: 'balai.example', name: 'ayu', password: 'one two three four' },
    });
    expect(again).toEqual({ ok: true, value: null });
    expect(await ayu.state()).toBe('signed_in');
  });

  it('keeps its file where a keychain comes later', async () => {
    const dir = temporaryFolder();
    const store = new FileKeyStore(dir);
    await store.set('cacheKey', 'k1');
    await store.lock.protect(PASSPHRASE);
    const keytar = new FakeKeytar();
    const opened = await openKeyStore({
      ...{ dir, policy: 'auto', clock: new FakeClock(), load: async () => keytar },
      ...{ randomHex: (bytes) => 'ab'.repeat(bytes), log: () => undefined },
    });
    expect(opened.lock?.state).toBe('locked');
    await expect(opened.get('cacheKey')).rejects.toThrow('locked by a passphrase');
    expect(await opened.lock?.unlock(PASSPHRASE)).toBe(true);
    expect(await opened.get('cacheKey')).toBe('k1');
  });
});
