import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { FakeKeytar } from '../testing/keytar.ts';
import { FileKeyStore } from './file-key-store.ts';
import { KeyStoreError } from './key-store.ts';
import { KEYCHAIN_NOTE, openKeyStore, type KeyStorePolicy } from './open-key-store.ts';

function setup(policy: KeyStorePolicy = 'auto') {
  const keytar = new FakeKeytar();
  const clock = new FakeClock();
  const dir = temporaryFolder();
  let counter = 0;
  const open = (load = async () => keytar) =>
    openKeyStore({
      dir,
      policy,
      clock,
      load,
      randomHex: (bytes) => (++counter).toString(16).padStart(bytes * 2, '0'),
      log: () => undefined,
    });
  return { keytar, clock, dir, open };
}

describe('openKeyStore', () => {
  it('uses the keychain where a real round trip works, and leaves no probe behind', async () => {
    const { keytar, open } = setup();
    const store = await open();
    expect(store.kind).toBe('keychain');
    expect(keytar.secrets.size).toBe(0);
    await store.set('refresh', 'r1');
    expect([...keytar.secrets]).toEqual([['Balai/refresh', 'r1']]);
    expect(await store.get('refresh')).toBe('r1');
    await store.remove('refresh');
    expect(await store.get('refresh')).toBeUndefined();
  });

  it('falls back to a file where the library is missing', async () => {
    const { open } = setup();
    const store = await open(() => Promise.reject(new Error('libsecret-1.so.0: cannot open')));
    expect(store.kind).toBe('file');
    await store.set('refresh', 'r1');
    expect(await store.get('refresh')).toBe('r1');
  });

  it('falls back to a file where the keychain refuses or forgets', async () => {
    for (const behaviour of ['fails', 'forgets'] as const) {
      const { keytar, open } = setup();
      keytar.behaviour = behaviour;
      expect((await open()).kind).toBe('file');
    }
  });

  it('falls back to a file where the keychain stays silent for its time', async () => {
    const { keytar, clock, open } = setup();
    keytar.behaviour = 'silent';
    const opening = open();
    clock.advance(10_000);
    expect((await opening).kind).toBe('file');
    expect(clock.pending).toBe(0);
  });

  it('moves what a file held into the keychain that answers later', async () => {
    const { keytar, dir, open } = setup();
    keytar.behaviour = 'fails';
    await (await open()).set('cacheKey', 'k1');
    keytar.behaviour = 'works';
    const store = await open();
    expect(store.kind).toBe('keychain');
    expect(await store.get('cacheKey')).toBe('k1');
    expect(existsSync(join(dir, 'keys.json'))).toBe(false);
  });

  it('does not take up a file where the secrets are in a keychain that is away', async () => {
    const { keytar, open } = setup();
    await (await open()).set('cacheKey', 'k1');
    keytar.behaviour = 'fails';
    const store = await open();
    expect(store.kind).toBe('keychain');
    await expect(store.get('cacheKey')).rejects.toThrow(KeyStoreError);
    keytar.behaviour = 'works';
    expect(await store.get('cacheKey')).toBe('k1');
  });

  it('may take up a file again once the profile was wiped', async () => {
    const { keytar, dir, open } = setup();
    await (await open()).set('cacheKey', 'k1');
    rmSync(join(dir, KEYCHAIN_NOTE));
    keytar.behaviour = 'fails';
    expect((await open()).kind).toBe('file');
  });

  it('obeys a policy that forbids the file, and one that forbids the keychain', async () => {
    const strict = setup('keychain');
    strict.keytar.behaviour = 'fails';
    const store = await strict.open();
    await expect(store.set('cacheKey', 'k1')).rejects.toThrow('D-Bus');
    expect(existsSync(join(strict.dir, 'keys.json'))).toBe(false);

    const plain = setup('file');
    expect((await plain.open()).kind).toBe('file');
    expect(plain.keytar.secrets.size).toBe(0);
  });
});

describe('FileKeyStore', () => {
  it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
    const dir = join(temporaryFolder(), 'profile');
    await new FileKeyStore(dir).set('refresh', 'r1');
    expect(statSync(join(dir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('keeps its secrets for the next process, and removes the file with the last', async () => {
    const dir = temporaryFolder();
    await new FileKeyStore(dir).set('a', '1');
    await new FileKeyStore(dir).set('b', '2');
    const again = new FileKeyStore(dir);
    expect(await again.all()).toEqual([
      ['a', '1'],
      ['b', '2'],
    ]);
    await again.remove('a');
    await again.remove('never there');
    expect(await again.get('a')).toBeUndefined();
    await again.remove('b');
    expect(existsSync(join(dir, 'keys.json'))).toBe(false);
  });

  it('says so where its file is damaged, and leaves the file as it is', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'keys.json'), '{"version":1,');
    const store = new FileKeyStore(dir);
    await expect(store.get('a')).rejects.toThrow(KeyStoreError);
    await expect(store.set('a', '1')).rejects.toThrow(KeyStoreError);
    expect(readFileSync(join(dir, 'keys.json'), 'utf8')).toBe('{"version":1,');
  });
});
