import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paths } from '../../shared/protocol/http.ts';
import { goOn } from './testing/client.ts';
import { WholeCore } from './testing/whole-core.ts';

const DAY = 86_400_000;
const REFRESH = `POST ${paths.refresh}`;

describe('the offline lease', () => {
  it('S12: locks an open window when the days without contact are over, and opens by contact', async () => {
    const ayu = await WholeCore.signedIn(14);
    await ayu.send('belum terkirim');
    ayu.cut();
    await ayu.pass(13 * DAY);
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
    await ayu.pass(1 * DAY + 3_600_000);
    expect(await ayu.state()).toBe('locked: lease_over');
    expect(() => ayu.api.sidebar({})).toThrow('nobody is signed in');
    expect(() => ayu.api.outbox({})).toThrow('nobody is signed in');
    // Nothing holds the file open: what is locked is closed.
    expect(readdirSync(ayu.dir)).not.toContain('cache.db-wal');

    ayu.offline = false;
    await ayu.pass(60_000, 10_000);
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
  });

  it('S12: a start after the lease stays locked, also once more, and asks the relay at a click', async () => {
    const ayu = await WholeCore.signedIn(14);
    ayu.cut();
    await ayu.stop();
    ayu.clock.advance(15 * DAY);
    await ayu.start();
    expect(await ayu.state()).toBe('locked: lease_over');
    await ayu.restart();
    expect(await ayu.state()).toBe('locked: lease_over');
    ayu.offline = false;
    await ayu.api.connectNow({});
    await goOn();
    expect(await ayu.state()).toBe('signed_in');
  });

  it('S12: a clock that was set back does not make it longer', async () => {
    const ayu = await WholeCore.signedIn(14);
    ayu.cut();
    await ayu.pass(10 * DAY);
    await ayu.stop();
    ayu.clock.set(ayu.clock.now() - 9 * DAY);
    await ayu.start();
    expect(await ayu.state()).toBe('locked: lease_over');
    ayu.offline = false;
    await ayu.api.connectNow({});
    await goOn();
    expect(await ayu.state()).toBe('signed_in');
    // From then on the new time counts.
    await ayu.restart();
    expect(await ayu.state()).toBe('signed_in');
  });

  it('S12: a laptop that slept for longer than the lease wakes up locked', async () => {
    const ayu = await WholeCore.signedIn(14);
    ayu.offline = true;
    // No timer ran meanwhile; the line looks as it did.
    ayu.clock.set(ayu.clock.now() + 15 * DAY);
    ayu.core.networkChanged();
    await goOn();
    expect(await ayu.state()).toBe('locked: lease_over');
  });

  it('S12: whose account was closed meanwhile is wiped at the first answer', async () => {
    const ayu = await WholeCore.signedIn(14);
    ayu.cut();
    await ayu.pass(15 * DAY);
    ayu.relay.answers[REFRESH] = () => ({ status: 403, body: { code: 'disabled', message: '' } });
    ayu.offline = false;
    await ayu.pass(60_000, 10_000);
    expect(await ayu.state()).toBe('signed_out: revoked');
    expect(ayu.keys.secrets.size).toBe(0);
    expect(existsSync(join(ayu.dir, 'cache.db'))).toBe(false);
    expect(readdirSync(ayu.dir)).toEqual([]);
  });

  it('S7: whose session ended meanwhile signs in again and finds the unsent', async () => {
    const ayu = await WholeCore.signedIn(14);
    await ayu.send('belum terkirim');
    ayu.cut();
    await ayu.pass(15 * DAY);
    ayu.relay.answers[REFRESH] = () => ({
      status: 401,
      body: { code: 'session_ended', message: '' },
    });
    ayu.offline = false;
    await ayu.pass(60_000, 10_000);
    expect(await ayu.state()).toBe('signed_out: session_ended');
    await ayu.api.signIn({ address: 'balai.example', name: 'ayu', password: 'one two three' });
    expect(await ayu.state()).toBe('signed_in');
    expect(await ayu.unsent()).toEqual(['belum terkirim']);
  });

  it('never locks where the workspace has no lease', async () => {
    const ayu = await WholeCore.signedIn(0);
    ayu.cut();
    await ayu.stop();
    ayu.clock.advance(1_000 * DAY);
    await ayu.start();
    expect(await ayu.state()).toBe('signed_in');
  });
});
