import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { Office } from './office.ts';

/** Every byte that a profile keeps on the disk. */
const onDisk = (dir: string): string =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('when access ends', () => {
  it('S11: a channel that somebody is put out of leaves their computer: rows, names and search', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const bagas = await office.signedIn('bagas');
    const userIds = [office.id('bagas')];
    const { op } = await ayu.api.createChannel({
      name: 'rahasia',
      type: 'private',
      topic: '',
      userIds,
    });
    const channelId = op as ChannelId;
    await ayu.send(op, 'kata sandi brankas');
    await bagas.until(async () => (await bagas.texts(op)).length === 1);
    const find = () =>
      bagas.api.search({ query: 'brankas', channelId: null, after: null, limit: 5 });
    expect((await find()).hits).toHaveLength(1);

    await ayu.api.removeFromChannel({ channelId, userId: office.id('bagas') });
    await bagas.until(async (api) => (await api.sidebar({}))?.channels.length === 0);
    expect((await find()).hits).toEqual([]);
    expect(await bagas.texts(op)).toEqual([]);
    expect(await bagas.api.channel({ channelId })).toBeNull();
  });

  it('S11: what was written for it while offline is refused with its reason, and stays readable', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const bagas = await office.signedIn('bagas');
    const userIds = [office.id('bagas')];
    const { op } = await ayu.api.createChannel({
      name: 'dok',
      type: 'private',
      topic: '',
      userIds,
    });
    await bagas.until(async (api) => (await api.sidebar({}))?.channels.length === 1);
    await bagas.until(async (api) => (await api.connection({})).syncing === null);
    await bagas.close();
    await ayu.api.removeFromChannel({
      channelId: op as ChannelId,
      userId: office.id('bagas'),
    });
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    await office.stop();
    await bagas.reopen();
    await bagas.send(op, 'tiket dermaga 1 sudah ditutup');
    await office.start();
    await bagas.api.connectNow({});
    await bagas.until(async (api) => (await api.connection({})).refused === 1);
    expect(await bagas.api.outbox({})).toMatchObject([
      { state: 'refused', refusal: { code: 'not_member' }, text: 'tiket dermaga 1 sudah ditutup' },
    ]);
  });

  it('S12: a closed account wipes the computer: keys, cache and profile', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    const ayu = await office.signedIn('ayu');
    const { op } = await ayu.api.createChannel({
      name: 'umum',
      type: 'public',
      topic: '',
      userIds: [],
    });
    await ayu.send(op, 'kalimat yang tidak boleh tinggal');
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    expect(onDisk(ayu.dir)).not.toContain('kalimat yang');
    await office.close('ayu');
    await ayu.until(async (api) => (await api.session({})).state === 'signed_out');
    expect(await ayu.api.session({})).toMatchObject({ problem: 'revoked', me: null });
    expect(existsSync(join(ayu.dir, 'cache.db'))).toBe(false);
    expect(existsSync(join(ayu.dir, 'profile.json'))).toBe(false);
    expect(onDisk(ayu.dir)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('S12: a computer that was off when the account was closed is wiped when it comes back', async () => {
    const office = await Office.open(['ayu']);
    const ayu = await office.signedIn('ayu');
    await ayu.close();
    await office.close('ayu');
    await ayu.reopen();
    await ayu.until(async (api) => (await api.session({})).state === 'signed_out');
    expect(existsSync(join(ayu.dir, 'cache.db'))).toBe(false);
  });

  it('S7: whoever has to sign in again finds what they had written, and it is sent', async () => {
    const office = await Office.open(['ayu']);
    const ayu = await office.signedIn('ayu');
    const { op } = await ayu.api.createChannel({
      name: 'umum',
      type: 'public',
      topic: '',
      userIds: [],
    });
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    await office.stop();
    await ayu.send(op, 'belum terkirim');
    await office.newPassword('ayu', 'five six seven eight');
    await office.start();
    await ayu.api.connectNow({});
    await ayu.until(async (api) => (await api.session({})).state === 'signed_out');
    expect(await ayu.api.session({})).toMatchObject({ problem: 'session_ended' });
    const { address } = office;
    await ayu.api.signIn({ address, name: 'ayu', password: 'five six seven eight' });
    await ayu.until(async (api) => (await api.connection({})).state === 'connected');
    await ayu.until(async (api) => (await api.connection({})).waiting === 0);
    expect(await ayu.texts(op)).toEqual(['belum terkirim']);
  });
});
