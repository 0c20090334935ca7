import { describe, expect, it } from 'vitest';
import { paths } from '../../../shared/protocol/http.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { FakeRelay, type FakeAnswer } from '../testing/fake-relay.ts';
import { networkFailure } from './network-failure.ts';
import { RelayHttp } from './relay-http.ts';

const address = 'https://balai.example.co.id';
const request = {
  name: 'ayu',
  password: 'rahasia sekali',
  device: { id: '01900000-0000-7000-8000-0000000000d1' as never, name: 'Laptop' },
};

function setup() {
  const clock = new FakeClock();
  const relay = new FakeRelay(clock.now);
  return { clock, relay, http: new RelayHttp({ fetch: relay.fetch, clock }) };
}

async function signInWith(answer: FakeAnswer) {
  const { relay, http } = setup();
  relay.answers[`POST ${paths.session}`] = () => answer;
  return http.signIn(address, request);
}

const error = (code: string, more: object = {}) => ({ code, message: code, ...more });

describe('RelayHttp', () => {
  it('gives what the relay tells, and leaves no timer behind', async () => {
    const { clock, relay, http } = setup();
    const info = await http.workspace(address);
    expect(info).toMatchObject({ ok: true, value: { name: 'Nusa Mandiri' } });
    const granted = await http.signIn(address, request);
    expect(granted).toMatchObject({ ok: true, value: { accessToken: 'a1', refreshToken: 'r1' } });
    expect(relay.asked[1]?.body).toEqual(request);
    expect(clock.pending).toBe(0);
  });

  it('sends the access token where it ends the session', async () => {
    const { relay, http } = setup();
    expect(await http.signOut(address, 'a1')).toEqual({ ok: true, value: null });
    expect(relay.asked[0]?.authorization).toBe('Bearer a1');
  });

  it.each([
    [2, 5, 'client_too_old'],
    [0, 0, 'client_too_new'],
  ])('knows a relay that speaks %i to %i', async (oldest, newest, code) => {
    const { relay, http } = setup();
    const body = { name: 'N', server: '9', protocol: { oldest, newest }, signIn: ['password'] };
    relay.answers[`GET ${paths.workspace}`] = () => ({ body });
    expect(await http.workspace(address)).toEqual({ ok: false, code });
  });

  it.each([
    [401, 'bad_credentials'],
    [403, 'disabled'],
    [400, 'invite_invalid'],
    [401, 'session_ended'],
    [503, 'unavailable'],
  ])('%i %s is told as what it is', async (status, code) => {
    expect(await signInWith({ status, body: error(code) })).toEqual({ ok: false, code });
  });

  it('hands on how long to wait, from the body or from the header', async () => {
    const body = error('rate_limited', { retryAfterMs: 1_500 });
    const told = { ok: false, code: 'rate_limited', retryAfterMs: 1_500 };
    expect(await signInWith({ status: 429, body })).toEqual(told);
    const headers = { 'retry-after': '30' };
    const waits = { ok: false, code: 'rate_limited', retryAfterMs: 30_000 };
    expect(await signInWith({ status: 429, body: 'slow down', headers })).toEqual(waits);
  });

  it('takes a page, a redirect or another JSON for what is no relay', async () => {
    const strange = { ok: false, code: 'not_a_relay' };
    expect(await signInWith({ body: '<html>Log in to the hotel</html>' })).toEqual(strange);
    expect(await signInWith({ status: 302, headers: { location: '/portal' } })).toEqual(strange);
    expect(await signInWith({ body: { hello: 'world' } })).toEqual(strange);
    expect(await signInWith({ status: 404, body: '<h1>Not Found</h1>' })).toEqual(strange);
    expect(await signInWith({ body: 'x'.repeat(1_000_000) })).toEqual(strange);
  });

  it('takes a proxy before a relay that is down for unavailable', async () => {
    const down = { ok: false, code: 'unavailable' };
    expect(await signInWith({ status: 502, body: '<h1>Bad Gateway</h1>' })).toEqual(down);
    expect(await signInWith({ status: 500, body: error('new_code') })).toEqual(down);
  });

  it('gives up on an answer that does not come', async () => {
    const { clock, relay, http } = setup();
    relay.answers[`GET ${paths.workspace}`] = () => new Promise(() => undefined);
    const asking = http.workspace(address);
    clock.advance(15_000);
    expect(await asking).toEqual({ ok: false, code: 'no_relay' });
  });
});

const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

describe('networkFailure', () => {
  it.each([
    ['ENOTFOUND', 'no_relay'],
    ['EAI_AGAIN', 'no_relay'],
    ['ECONNREFUSED', 'no_relay'],
    ['UND_ERR_CONNECT_TIMEOUT', 'no_relay'],
    ['CERT_HAS_EXPIRED', 'bad_certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad_certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'bad_certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'bad_certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'bad_certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad_certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'not_a_relay'],
  ])('%s means %s', (code, meaning) => {
    expect(networkFailure(failed(code))).toBe(meaning);
  });

  it('looks into every address that was tried', () => {
    const both = new AggregateError([failed('ETIMEDOUT').cause, failed('CERT_HAS_EXPIRED').cause]);
    expect(networkFailure(new TypeError('fetch failed', { cause: both }))).toBe('bad_certificate');
  });
});
