import { hash } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UserId } from '../../../shared/domain/ids.ts';
import { httpError, paths, sessionGranted, workspaceInfo } from '../../../shared/protocol/http.ts';
import { ACCESS_MS } from './access-token.ts';
import { INVITE_MS } from './invite-code.ts';
import { SESSION_IDLE_MS } from './sessions.ts';
import { device, Office } from './testing/office.ts';

const PASSWORD = 'a long enough one';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const error = (code: string, status: number) => ({ status, body: { code } });
const granted = (answer: { body: object }) => sessionGranted.parse(answer.body);

describe('workspace', () => {
  it('tells who is here before anybody has signed in', async () => {
    const { status, body } = await office.ask('GET', paths.workspace);
    expect(status).toBe(200);
    expect(workspaceInfo.parse(body)).toMatchObject({ server: 'test', signIn: ['password'] });
  });
});

describe('signing in', () => {
  it('gives a session that the gateway accepts', async () => {
    const ayu = await office.hire('ayu', PASSWORD);
    const answer = await office.signIn('Ayu ', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { userId, accessToken, expires } = granted(answer);
    expect(userId).toBe(ayu.id);
    expect(expires).toBe(office.clock.now() + ACCESS_MS);
    expect(await office.authenticator.verify(accessToken)).toMatchObject({
      ...{ userId: ayu.id, role: 'member', expires },
    });
  });

  it('says the same of a wrong password, of an unknown name and of somebody without a password', async () => {
    await office.hire('ayu', PASSWORD);
    await office.hire('budi');
    const answers = [
      await office.signIn('ayu', 'something else'),
      await office.signIn('nobody', PASSWORD),
      await office.signIn('budi', PASSWORD),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject(error('bad_credentials', 401));
      expect(answer.body).toEqual(answers[0]?.body);
    }
  });

  it('works as long for an unknown name as for a known one', async () => {
    await office.hire('ayu', PASSWORD);
    await office.signIn('nobody', 'x');
    // The work of this process, not the clock: on a busy machine that tells of the others, too.
    const work = async (name: string): Promise<number> => {
      const start = process.cpuUsage();
      await office.signIn(name, 'wrong');
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    let [known, unknown] = [Infinity, Infinity];
    for (let i = 0; i < 4; i++) {
      known = Math.min(known, await work('ayu'));
      unknown = Math.min(unknown, await work('nobody'));
    }
    // Without the dummy hash the ratio is above 20.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(4);
  });

  it('tells somebody whose account was closed so, but only with their password', async () => {
    const ayu = await office.hire('ayu', PASSWORD);
    await office.people.setDisabled(ayu.id as UserId, true);
    expect(await office.signIn('ayu', 'wrong one')).toMatchObject(error('bad_credentials', 401));
    expect(await office.signIn('ayu', PASSWORD)).toMatchObject(error('disabled', 403));
    await office.people.setDisabled(ayu.id as UserId, false);
    expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
  });

  it('makes a cheap hash of before dearer, now that the password is at hand', async () => {
    const { id } = await office.hire('ayu');
    const cheap = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    await office.store.accounts.addAccount({
      ...{ userId: id as UserId, name: 'ayu', passwordHash: cheap },
    });
    expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
    const stored = await office.store.accounts.accountByName('ayu');
    expect(stored?.passwordHash).toContain('m=19456,t=2');
    expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
  });

  it.each([
    ['no body', undefined],
    ['no password', { name: 'ayu', device }],
    ['more than it should have', { name: 'ayu', password: 'x', device, admin: true }],
    ['a device without an id', { name: 'ayu', password: 'x', device: { name: 'x' } }],
  ])('refuses a request with %s, without repeating what it said', async (_what, body) => {
    const answer = await office.ask('POST', paths.session, body);
    expect(answer).toMatchObject(error('invalid', 400));
    expect(httpError.safeParse(answer.body).success).toBe(true);
  });

  it('refuses a body that is too large', async () => {
    const body = { name: 'ayu', password: 'x'.repeat(20_000), device };
    expect(await office.ask('POST', paths.session, body)).toMatchObject(error('too_large', 413));
  });
});

describe('too many tries', () => {
  it('a name has ten, from wherever they come, then one each half minute', async () => {
    await office.hire('ayu', PASSWORD);
    for (let i = 0; i < 10; i++) {
      const answer = await office.signIn('ayu', 'wrong', `10.0.0.${i}`);
      expect(answer).toMatchObject(error('bad_credentials', 401));
    }
    const refused = await office.signIn('ayu', PASSWORD, '10.0.1.1');
    expect(refused).toMatchObject({ ...error('rate_limited', 429) });
    expect(refused.body['retryAfterMs']).toBe(30_000);
    expect(refused.headers['retry-after']).toBe('30');
    office.clock.advance(30_000);
    expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
  });

  it('an address has a hundred, whatever names it tries', async () => {
    for (let i = 0; i < 100; i++) {
      const answer = await office.ask('POST', paths.invite, {
        ...{ code: `NOT-A-CODE-${i}`, password: PASSWORD, device },
      });
      expect(answer).toMatchObject(error('invite_invalid', 403));
    }
    expect(await office.signIn('anybody', 'x')).toMatchObject(error('rate_limited', 429));
    expect(await office.signIn('anybody', 'x', '10.9.9.9')).toMatchObject(
      error('bad_credentials', 401),
    );
  }, 30_000);

  it('those who know their password are not counted', async () => {
    await office.hire('ayu', PASSWORD);
    for (let i = 0; i < 12; i++) expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
  });
});

describe('renewing', () => {
  it('gives a new pair, and the old refresh token stays good until the new one was used', async () => {
    await office.hire('ayu', PASSWORD);
    const first = await office.enter('ayu', PASSWORD);
    office.clock.advance(60_000);
    const second = granted(await office.refresh(first.refreshToken));
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.expires).toBe(office.clock.now() + ACCESS_MS);
    // The answer was lost on the way: asking again gives the same.
    expect(granted(await office.refresh(first.refreshToken)).refreshToken).toBe(
      second.refreshToken,
    );
    expect((await office.refresh(second.refreshToken)).status).toBe(200);
  });

  it('a token used after its successor has been copied: the session ends', async () => {
    await office.hire('ayu', PASSWORD);
    const first = await office.enter('ayu', PASSWORD);
    const second = granted(await office.refresh(first.refreshToken));
    const third = granted(await office.refresh(second.refreshToken));
    expect(await office.refresh(first.refreshToken)).toMatchObject(error('session_ended', 401));
    expect(await office.refresh(third.refreshToken)).toMatchObject(error('session_ended', 401));
    expect(await office.authenticator.verify(third.accessToken)).toBeUndefined();
    expect(office.bus.hints.map(({ type }) => type)).toEqual(['session_ended']);
  });

  it('requests that overtake one another sign nobody out', async () => {
    await office.hire('ayu', PASSWORD);
    const { refreshToken } = await office.enter('ayu', PASSWORD);
    const answers = await Promise.all([1, 2, 3].map(() => office.refresh(refreshToken)));
    const tokens = new Set(answers.map((answer) => granted(answer).refreshToken));
    expect(tokens.size).toBe(1);
    expect((await office.refresh([...tokens][0]!)).status).toBe(200);
  });

  it("an invented token ends nothing, even with a session's id in it", async () => {
    await office.hire('ayu', PASSWORD);
    const { refreshToken } = await office.enter('ayu', PASSWORD);
    const [sessionId = '', secret = '', proof = ''] = refreshToken.split('.');
    for (const invented of [
      'x',
      '',
      `${sessionId}.${secret}`,
      `${sessionId}.${secret.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}.${proof}`,
      `${refreshToken}.`,
    ]) {
      expect(await office.refresh(invented)).toMatchObject(error('session_ended', 401));
    }
    expect((await office.refresh(refreshToken)).status).toBe(200);
  });

  it('ends after ninety days without a word', async () => {
    await office.hire('ayu', PASSWORD);
    const first = await office.enter('ayu', PASSWORD);
    office.clock.advance(SESSION_IDLE_MS);
    const second = granted(await office.refresh(first.refreshToken));
    office.clock.advance(SESSION_IDLE_MS + 1);
    expect(await office.refresh(second.refreshToken)).toMatchObject(error('session_ended', 401));
  });

  it('an access token runs out by itself', async () => {
    await office.hire('ayu', PASSWORD);
    const { accessToken } = await office.enter('ayu', PASSWORD);
    office.clock.advance(ACCESS_MS - 1_000);
    expect(await office.authenticator.verify(accessToken)).toBeDefined();
    office.clock.advance(1_000);
    expect(await office.authenticator.verify(accessToken)).toBeUndefined();
  });
});

describe('an end', () => {
  it('signing out ends the session at once, also long after the token ran out', async () => {
    await office.hire('ayu', PASSWORD);
    const session = await office.enter('ayu', PASSWORD);
    const identity = await office.authenticator.verify(session.accessToken);
    office.clock.advance(ACCESS_MS * 10);
    const token = session.accessToken;
    expect((await office.ask('DELETE', paths.session, undefined, { token })).status).toBe(204);
    expect(await office.refresh(session.refreshToken)).toMatchObject(error('session_ended', 401));
    expect(office.bus.hints).toEqual([{ type: 'session_ended', sessionId: identity?.sessionId }]);
    // Once more does no harm and says nothing new.
    expect((await office.ask('DELETE', paths.session, undefined, { token })).status).toBe(204);
    expect(office.bus.hints).toHaveLength(1);
  });

  it.each(['nonsense', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4Iiwic2lkIjoieCIsImV4cCI6OTk5OTk5OTk5OX0.'])(
    'a token that is not ours (%s) signs nobody out',
    async (token) => {
      expect(await office.ask('DELETE', paths.session, undefined, { token })).toMatchObject(
        error('session_ended', 401),
      );
      expect(await office.authenticator.verify(token)).toBeUndefined();
    },
  );

  it('closing an account ends its sessions, and a relay that only polls sees it (S13)', async () => {
    const ayu = await office.hire('ayu', PASSWORD);
    await office.hire('budi', PASSWORD);
    const sessions = [await office.enter('ayu', PASSWORD), await office.enter('budi', PASSWORD)];
    const ids: string[] = [];
    for (const { accessToken } of sessions) {
      ids.push((await office.authenticator.verify(accessToken))?.sessionId ?? 'none');
    }
    expect(await office.authenticator.endedSessions(ids)).toEqual([]);
    await office.people.setDisabled(ayu.id as UserId, true);
    expect(await office.authenticator.endedSessions(ids)).toEqual([ids[0]]);
    expect(office.bus.hints).toEqual([{ type: 'session_ended', sessionId: ids[0] }]);
    expect(await office.authenticator.verify(sessions[0]!.accessToken)).toBeUndefined();
    expect(await office.authenticator.verify(sessions[1]!.accessToken)).toBeDefined();
  });
});

const accept = (code: string, password = PASSWORD) =>
  office.ask('POST', paths.invite, { code, password, device });

describe('an invitation', () => {
  it('sets a password once, however its code was typed', async () => {
    const ayu = await office.hire('ayu');
    const { code } = await office.people.invite(ayu);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect(granted(await accept(typed)).userId).toBe(ayu.id);
    expect((await office.signIn('ayu', PASSWORD)).status).toBe(200);
    expect(await accept(code)).toMatchObject(error('invite_invalid', 403));
  });

  it('is good for a week', async () => {
    const { code } = await office.people.invite(await office.hire('ayu'));
    office.clock.advance(INVITE_MS);
    expect(await accept(code)).toMatchObject(error('invite_invalid', 403));
  });

  it('a newer one takes its place', async () => {
    const ayu = await office.hire('ayu');
    const [older, newer] = [await office.people.invite(ayu), await office.people.invite(ayu)];
    expect(await accept(older.code)).toMatchObject(error('invite_invalid', 403));
    expect((await accept(newer.code)).status).toBe(200);
  });

  it('wants a password of ten characters', async () => {
    const { code } = await office.people.invite(await office.hire('ayu'));
    expect(await accept(code, 'demo')).toMatchObject(error('invalid', 400));
    expect((await accept(code)).status).toBe(200);
  });

  it('signs out who was signed in with an older password', async () => {
    const ayu = await office.hire('ayu', PASSWORD);
    const { accessToken } = await office.enter('ayu', PASSWORD);
    const { code } = await office.people.invite(ayu);
    expect((await accept(code, 'another long one')).status).toBe(200);
    expect(await office.authenticator.verify(accessToken)).toBeUndefined();
    expect(await office.signIn('ayu', PASSWORD)).toMatchObject(error('bad_credentials', 401));
  });

  it('opens no account that was closed', async () => {
    const ayu = await office.hire('ayu');
    const { code } = await office.people.invite(ayu);
    await office.people.setDisabled(ayu.id as UserId, true);
    expect(await accept(code)).toMatchObject(error('disabled', 403));
  });
});

describe('trouble', () => {
  it('a store that cannot be reached is answered with "try again"', async () => {
    await office.store.close();
    expect(await office.signIn('ayu', PASSWORD)).toMatchObject(error('unavailable', 503));
  });
});
