import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { sendArgs } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
let clock: FakeClock;
let ayu: Actor;
let bagas: Actor;
let channelId: ChannelId;

beforeEach(async () => {
  clock = new FakeClock();
  relay = await TestRelay.start({
    parts: { clock },
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      channelId = await office.channel(ayu, 'umum', [bagas]);
    },
  });
});
afterEach(() => relay.end());

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Lets time pass, second by second, as the relay's heart beats. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 1_000) {
    clock.advance(1_000);
    for (let n = 0; n < 5; n++) await turn();
  }
}

it('ends a connection whose token has run out, unless a fresh one came before', async () => {
  const expires = clock.now() + 10_000;
  const [a, b] = [relay.connect(), relay.connect()];
  expect(await a.hello(tokenOf(ayu, 'a', expires))).toMatchObject({ expires });
  await b.hello(tokenOf(bagas, 'b', expires));
  b.send({ t: 'renew', token: tokenOf(bagas, 'b', expires + 60_000) });
  await b.settled();
  await pass(11_000);
  expect(await a.closed).toMatchObject({ code: closeCodes.unauthenticated });
  await b.settled();
});

it('takes no fresh token of another session or person', async () => {
  const a = relay.connect();
  await a.hello(tokenOf(ayu, 'a'));
  a.send({ t: 'renew', token: tokenOf(ayu, 'another') });
  expect(await a.closed).toMatchObject({ code: closeCodes.unauthenticated });
});

it('a session that was ended in another process is closed, is not told to wipe, and may not come back', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  relay.authenticator.ended.add(`s-${ayu.userId}`);
  await pass(6_000);
  expect(await a.closed).toMatchObject({ code: closeCodes.unauthenticated });
  await b.settled();
  const again = relay.connect();
  await again.opened();
  again.send({ t: 'hello', protocol: 1, client: 'test', token: tokenOf(ayu) });
  expect(await again.closed).toMatchObject({ code: closeCodes.unauthenticated });
});

it('S12: somebody who is disabled in another process is closed at once', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const row = (await relay.office.row(orgScope, 'user', ayu.userId))!;
  await relay.office.put(orgScope, { ...row, disabledAt: 1 });
  await pass(2_000);
  expect(await a.closed).toMatchObject({ code: closeCodes.revoked });
  await b.settled();
});

it('a role holds at once, whatever the token says', async () => {
  const b = await relay.as(bagas);
  const archive = { channelId, archived: true };
  const { office } = relay;
  const refused = { ok: false, refusal: { code: 'forbidden' } };
  expect(await b.run(office.op(), 'channel.archive', archive)).toMatchObject(refused);
  const row = (await office.row(orgScope, 'user', bagas.userId))!;
  await office.put(orgScope, { ...row, role: 'admin' });
  await pass(2_000);
  await b.take('rows', ({ scope }) => scope === orgScope);
  expect(await b.run(office.op(), 'channel.archive', archive)).toMatchObject({ ok: true });
});

it('drops a connection that has been silent, and one that never says who it is', async () => {
  const [silent, alive, mute] = [await relay.as(ayu), await relay.as(bagas), relay.connect()];
  await mute.opened();
  await pass(limits.helloMs + 1_000);
  expect(await mute.closed).toMatchObject({ code: closeCodes.noHello });
  await alive.settled();
  await pass(limits.silenceMs - limits.helloMs);
  expect((await silent.closed).code).toBe(1006);
  await alive.settled();
});

it('S14: a relay that stops finishes what is at hand and sends everybody away, to come back spread out', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const op = relay.office.op();
  a.commands({ op, name: 'message.send', args: sendArgs(channelId, 'just in time') });
  await b.take('rows');
  await relay.stop();
  expect(await a.ack(op)).toMatchObject({ ok: true });
  const ends = await Promise.all([a.closed, b.closed]);
  for (const { code, bye } of ends) {
    expect(code).toBe(closeCodes.goingAway);
    expect(bye?.retryAfterMs).toBeGreaterThanOrEqual(500);
    expect(bye?.retryAfterMs).toBeLessThanOrEqual(5_000);
  }
  expect(ends[0].bye?.retryAfterMs).not.toBe(ends[1].bye?.retryAfterMs);
});
