import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths } from '../../../shared/protocol/http.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { FakeRelay } from '../testing/fake-relay.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { MemoryKeyStore } from '../testing/memory-key-store.ts';
import { ProfileError } from './profile-file.ts';
import { RelayHttp } from './relay-http.ts';
import { Session } from './session.ts';

const address = 'https://balai.example.co.id';
const ayu = { address: 'balai.example.co.id', name: 'Ayu', password: 'rahasia sekali' };
const failed = (code: string) => ({ ok: false, code });
const REFRESH = `POST ${paths.refresh}`;

function setup() {
  const clock = new FakeClock();
  const relay = new FakeRelay(clock.now);
  const events: string[] = [];
  const keyStore = new MemoryKeyStore((event) => events.push(event));
  const dir = temporaryFolder();
  const data = join(dir, 'cache.db');
  let ids = 0;
  let keys = 0;
  const open = () =>
    Session.open({
      dir,
      files: ['cache.db', 'cache.db-wal'],
      closeFiles: () => void events.push(`close ${existsSync(data) ? 'with data' : 'without'}`),
      relay: new RelayHttp({ fetch: relay.fetch, clock }),
      keyStore,
      clock,
      newId: () => `01900000-0000-7000-8000-${(++ids).toString(16).padStart(12, '0')}`,
      randomHex: (bytes) => (++keys).toString(16).padStart(bytes * 2, '0'),
      deviceName: 'Laptop',
      allowInsecure: false,
      log: (message) => void events.push(`log ${message}`),
    });
  const openSignedIn = async () => {
    const session = await open();
    expect(await session.signIn(ayu)).toEqual({ ok: true, value: null });
    writeFileSync(data, 'messages');
    events.length = 0;
    return session;
  };
  return { clock, relay, events, keyStore, dir, data, open, openSignedIn };
}

describe('signing in', () => {
  it('keeps who and where in the profile, and every secret in the key store', async () => {
    const { relay, keyStore, dir, open } = setup();
    const session = await open();
    expect(session.profile).toBeNull();
    expect(await session.signIn(ayu)).toEqual({ ok: true, value: null });
    const deviceId = '01900000-0000-7000-8000-000000000001';
    const profile = { address, workspace: 'Nusa Mandiri', userId: relay.userId, deviceId };
    expect(session.profile).toEqual(profile);
    expect((await open()).profile).toEqual(profile);
    expect([...keyStore.secrets]).toEqual([
      [`cache/${deviceId}`, '1'.padStart(64, '0')],
      [`refresh/${deviceId}`, 'r1'],
    ]);
    expect(readdirSync(dir)).toEqual(['profile.json']);
    expect(readFileSync(join(dir, 'profile.json'), 'utf8')).not.toContain('r1');
    expect(relay.asked.at(-1)?.body).toEqual({
      name: 'ayu',
      password: 'rahasia sekali',
      device: { id: deviceId, name: 'Laptop' },
    });
  });

  it('writes the profile last, so that it is never there without its secrets', async () => {
    const { keyStore, dir, open } = setup();
    keyStore.failing = 'set';
    const session = await open();
    expect(await session.signIn(ayu)).toEqual({ ok: false, code: 'key_store' });
    expect(session.profile).toBeNull();
    expect(existsSync(join(dir, 'profile.json'))).toBe(false);
  });

  it('ends the session again where this computer cannot keep it', async () => {
    const { relay, keyStore, dir, open } = setup();
    const session = await open();
    mkdirSync(join(dir, 'profile.json.new'));
    expect(await session.signIn(ayu)).toEqual({ ok: false, code: 'storage' });
    expect(relay.asked.at(-1)).toMatchObject({ method: 'DELETE', authorization: 'Bearer a1' });
    expect(keyStore.secrets.size).toBe(0);
  });

  it('asks for no name, no password and no code that cannot be right', async () => {
    const { relay, open } = setup();
    const session = await open();
    expect(await session.signIn({ ...ayu, address: 'a b' })).toEqual(failed('bad_address'));
    expect(await session.signIn({ ...ayu, name: ' ' })).toEqual(failed('bad_credentials'));
    const invite = { address, code: 'abcd-efgh-ijkl', password: 'long enough 1' };
    expect(await session.acceptInvite({ ...invite, password: 'short' })).toEqual(
      failed('weak_password'),
    );
    expect(await session.acceptInvite({ ...invite, code: 'x' })).toEqual(failed('invite_invalid'));
    expect(relay.asked.every(({ method }) => method === 'GET')).toBe(true);
    expect(await session.acceptInvite(invite)).toEqual({ ok: true, value: null });
  });

  it('names the same device over failed tries', async () => {
    const { relay, open } = setup();
    const session = await open();
    const works = relay.answers[`POST ${paths.session}`]!;
    const body = { code: 'bad_credentials', message: '' };
    relay.answers[`POST ${paths.session}`] = () => ({ status: 401, body });
    expect(await session.signIn(ayu)).toEqual({ ok: false, code: 'bad_credentials' });
    relay.answers[`POST ${paths.session}`] = works;
    await session.signIn(ayu);
    const devices = relay.asked.flatMap(({ body: sent }) =>
      sent === undefined ? [] : [(sent as { device: { id: string } }).device.id],
    );
    expect(new Set(devices).size).toBe(1);
  });

  it('the same person again keeps the data and its key', async () => {
    const { relay, data, openSignedIn } = setup();
    const session = await openSignedIn();
    const key = await session.cacheKey();
    expect(await session.signIn(ayu)).toEqual({ ok: true, value: null });
    expect(await session.cacheKey()).toBe(key);
    expect(readFileSync(data, 'utf8')).toBe('messages');
    expect(await session.accessToken()).toMatchObject({ ok: true, token: 'a2' });
    expect(relay.count(REFRESH)).toBe(0);
  });

  it('S12: another person never gets the data of the one before', async () => {
    const { relay, events, data, openSignedIn } = setup();
    const session = await openSignedIn();
    const key = await session.cacheKey();
    relay.answers[`POST ${paths.session}`] = () => ({
      body: { ...relay.grant(), userId: '01900000-0000-7000-8000-0000000000b0' },
    });
    expect(await session.signIn({ ...ayu, name: 'budi' })).toEqual({ ok: true, value: null });
    expect(existsSync(data)).toBe(false);
    expect(await session.cacheKey()).not.toBe(key);
    expect(events.slice(0, 4)).toEqual([
      ...['remove cache', 'remove cache-next', 'remove refresh', 'close with data'],
    ]);
  });

  it('gives a new key, and removes the data, where the old key was lost', async () => {
    const { keyStore, data, openSignedIn } = setup();
    const session = await openSignedIn();
    keyStore.secrets.delete(`cache/${session.profile!.deviceId}`);
    expect(await session.cacheKey()).toBeUndefined();
    expect(await session.signIn(ayu)).toEqual({ ok: true, value: null });
    expect(await session.cacheKey()).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(data)).toBe(false);
  });
});

describe('access tokens', () => {
  it('are handed out until two minutes are left, then refreshed', async () => {
    const { clock, relay, openSignedIn } = setup();
    const session = await openSignedIn();
    expect(await session.accessToken()).toMatchObject({ ok: true, token: 'a1' });
    clock.advance(8 * 60_000);
    expect(await session.accessToken()).toMatchObject({ ok: true, token: 'a1' });
    clock.advance(1);
    expect(await session.accessToken()).toMatchObject({ ok: true, token: 'a2' });
    expect(relay.asked.at(-1)?.body).toEqual({ refreshToken: 'r1' });
  });

  it('are refreshed once for all who ask at a time', async () => {
    const { relay, open, openSignedIn } = setup();
    await openSignedIn();
    const session = await open();
    const answers = await Promise.all([session.accessToken(), session.accessToken()]);
    expect(answers.map((answer) => answer.ok && answer.token)).toEqual(['a2', 'a2']);
    expect(relay.count(REFRESH)).toBe(1);
  });

  it('are refreshed where the relay rejected the one at hand', async () => {
    const { relay, openSignedIn } = setup();
    const session = await openSignedIn();
    expect(await session.accessToken('a1')).toMatchObject({ ok: true, token: 'a2' });
    expect(await session.accessToken('a1')).toMatchObject({ ok: true, token: 'a2' });
    expect(relay.count(REFRESH)).toBe(1);
  });

  it('are used only after the new refresh token is kept', async () => {
    const { relay, keyStore, events, openSignedIn } = setup();
    const session = await openSignedIn();
    const asking = session.accessToken('a1').then((answer) => {
      events.push(`use ${answer.ok ? answer.token : answer.reason}`);
    });
    await asking;
    expect(events).toEqual(['set refresh r2', 'use a2']);

    keyStore.failing = 'set';
    expect(await session.accessToken('a2')).toEqual({ ok: false, reason: 'unavailable' });
    keyStore.failing = null;
    expect(await session.accessToken('a2')).toMatchObject({ ok: true });
    // The refresh token that was kept last is asked with again.
    expect(relay.asked.slice(-2).map(({ body }) => body)).toEqual([
      { refreshToken: 'r2' },
      { refreshToken: 'r2' },
    ]);
  });

  it.each([
    [401, 'session_ended', 'ended'],
    [403, 'disabled', 'disabled'],
    [503, 'unavailable', 'unavailable'],
  ])('%i %s is told as %s', async (status, code, reason) => {
    const { relay, openSignedIn } = setup();
    const session = await openSignedIn();
    relay.answers[REFRESH] = () => ({ status, body: { code, message: '' } });
    expect(await session.accessToken('a1')).toEqual({ ok: false, reason });
  });

  it('are not to be had offline, and come when the relay does', async () => {
    const { relay, openSignedIn } = setup();
    const session = await openSignedIn();
    const works = relay.answers[REFRESH]!;
    relay.answers[REFRESH] = () => Promise.reject(new TypeError('fetch failed'));
    expect(await session.accessToken('a1')).toEqual({ ok: false, reason: 'offline' });
    relay.answers[REFRESH] = works;
    expect(await session.accessToken('a1')).toMatchObject({ ok: true });
  });

  it('end with the session, also one that was on its way', async () => {
    const { relay, keyStore, openSignedIn } = setup();
    const session = await openSignedIn();
    const { promise, resolve } = Promise.withResolvers<{ body: unknown }>();
    relay.answers[REFRESH] = () => promise;
    const asking = session.accessToken('a1');
    await expect.poll(() => relay.count(REFRESH)).toBe(1);
    await session.wipe();
    resolve({ body: relay.grant() });
    expect(await asking).toEqual({ ok: false, reason: 'ended' });
    expect(keyStore.secrets.size).toBe(0);
    expect(await session.accessToken()).toEqual({ ok: false, reason: 'ended' });
  });
});

describe('the wipe', () => {
  it('S12: removes the keys first, then the files', async () => {
    const { events, dir, openSignedIn } = setup();
    const session = await openSignedIn();
    writeFileSync(join(dir, 'preferences.json'), '{}');
    await session.wipe();
    expect(events).toEqual([
      ...['remove cache', 'remove cache-next', 'remove refresh', 'close with data'],
    ]);
    expect(readdirSync(dir)).toEqual(['preferences.json']);
    expect(session.profile).toBeNull();
    expect(await session.cacheKey()).toBeUndefined();
  });

  it('S12: removes the files also where the keys cannot be reached', async () => {
    const { keyStore, dir, openSignedIn } = setup();
    const session = await openSignedIn();
    keyStore.failing = 'remove';
    await session.wipe();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('is finished on the next start where it was cut short', async () => {
    const { keyStore, dir, open, openSignedIn } = setup();
    await openSignedIn();
    keyStore.secrets.clear();
    const session = await open();
    expect(session.profile).toBeNull();
    expect(readdirSync(dir)).toEqual([]);
  });

  it('does not begin because the key store is away', async () => {
    const { keyStore, data, open, openSignedIn } = setup();
    await openSignedIn();
    keyStore.failing = 'get';
    const session = await open();
    expect(session.profile).not.toBeNull();
    await expect(session.cacheKey()).rejects.toThrow('locked');
    expect(readFileSync(data, 'utf8')).toBe('messages');
  });

  it('comes with signing out, after the relay was told', async () => {
    const { relay, events, dir, openSignedIn } = setup();
    const session = await openSignedIn();
    await session.signOut();
    expect(relay.asked.at(-1)).toMatchObject({ method: 'DELETE', authorization: 'Bearer a1' });
    expect(events[0]).toBe('remove cache');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('comes with signing out also while the relay is away', async () => {
    const { relay, dir, openSignedIn } = setup();
    const session = await openSignedIn();
    relay.answers = {};
    await session.signOut();
    expect(readdirSync(dir)).toEqual([]);
  });
});

it('a damaged profile is a storage problem, and is left as it is', async () => {
  const { dir, open } = setup();
  writeFileSync(join(dir, 'profile.json'), '{"version":1');
  await expect(open()).rejects.toThrow(ProfileError);
  expect(readFileSync(join(dir, 'profile.json'), 'utf8')).toBe('{"version":1');
});
