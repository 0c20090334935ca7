import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/domain/ids.ts';
import { Office, PASSWORD } from './office.ts';

describe('an administrator', () => {
  it('S12: takes somebody in, and ends their access on the relay and on their computer', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    await office.promote('ayu');
    const ayu = await office.signedIn('ayu');
    const made = await ayu.api.addPerson({
      ...{ name: 'dewi', displayName: 'Dewi', title: 'Keuangan', role: 'member' },
    });
    if (!made.ok) throw new Error(made.code);
    const { code, userId } = made.value;
    await ayu.until(async (api) => (await api.person({ userId }))?.title === 'Keuangan');

    const dewi = await office.computer();
    const { address } = office;
    expect(await dewi.api.acceptInvite({ address, code, password: PASSWORD })).toMatchObject({
      ok: true,
    });
    await dewi.until(async (api) => (await api.connection({})).state === 'connected');

    expect(await ayu.api.setAccess({ userId, open: false })).toMatchObject({ ok: true });
    await dewi.until(async (api) => (await api.session({})).problem === 'revoked');
    expect(existsSync(join(dewi.dir, 'cache.db'))).toBe(false);
    await ayu.until(async (api) => (await api.person({ userId }))?.disabled === true);

    expect(await ayu.api.setAccess({ userId, open: true })).toMatchObject({ ok: true });
    const again = await dewi.api.signIn({ address, name: 'dewi', password: PASSWORD });
    expect(again).toMatchObject({ ok: true });
  });

  it('S8: gives somebody a role and takes it back, on both computers at once', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    await office.promote('ayu');
    const [ayu, bagas] = [await office.signedIn('ayu'), await office.signedIn('bagas')];
    const roleOfBagas = async (api: typeof ayu.api) => (await api.sidebar({}))?.me.role;
    const userId = (await bagas.api.sidebar({}))?.me.id as UserId;
    for (const role of ['admin', 'member'] as const) {
      expect(await ayu.api.setRole({ userId, role })).toMatchObject({ ok: true });
      await bagas.until(async (api) => (await roleOfBagas(api)) === role);
      await ayu.until(async (api) => (await api.person({ userId }))?.role === role);
      const holidays = [{ date: '2026-12-25', name: role }];
      await bagas.api.setCompany({ holidays });
      const done = role === 'admin' ? 0 : 1;
      await bagas.until(async (api) => {
        const { refused, waiting } = await api.connection({});
        return refused === done && waiting === 0;
      });
    }
    await ayu.until(async (api) => (await api.company({}))?.holidays[0]?.name === 'admin');
  });

  it('is told at once what was not done, and why', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    await office.promote('ayu');
    const [ayu, bagas] = [await office.signedIn('ayu'), await office.signedIn('bagas')];
    const dewi = { name: 'dewi', displayName: 'Dewi', title: '', role: 'member' } as const;
    const taken = { ...dewi, name: 'bagas' };
    expect(await ayu.api.addPerson(taken)).toMatchObject({ ok: false, code: 'name_taken' });
    expect(await bagas.api.addPerson(dewi)).toMatchObject({ ok: false, code: 'forbidden' });
    await office.stop();
    expect(await ayu.api.addPerson(dewi)).toMatchObject({ ok: false, code: 'no_relay' });
    expect(await ayu.api.outbox({})).toEqual([]);
  });

  it('S8: decides hours and holidays for everybody, also without a network', async () => {
    const office = await Office.open(['ayu', 'bagas']);
    await office.promote('ayu');
    const [ayu, bagas] = [await office.signedIn('ayu'), await office.signedIn('bagas')];
    await office.stop();
    const hours = { days: [1, 2, 3, 4, 5, 6], from: 420, to: 900 };
    const holidays = [{ date: '2026-12-25', name: 'Natal' }];
    await ayu.api.setCompany({ hours, holidays });
    expect(await ayu.api.company({})).toMatchObject({ hours, holidays });
    await office.start();
    await ayu.api.connectNow({});
    await bagas.api.connectNow({});
    await bagas.until(async (api) => (await api.company({}))?.holidays.length === 1);
    expect(await bagas.api.company({})).toMatchObject({ hours, holidays });
    expect(await bagas.api.setCompany({ holidays: [] })).toBeDefined();
    await bagas.until(async (api) => (await api.connection({})).refused === 1);
    expect(await bagas.api.company({})).toMatchObject({ holidays });
  });
});
