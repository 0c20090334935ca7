import type { Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import type { Down } from '../../shared/protocol/down.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { channelScope, orgScope } from '../../shared/domain/scope.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { rowsOf } from '../store/contract/office.ts';
import { sendArgs, textsOf } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
let ayu: Actor;
let bagas: Actor;
let channelId: ChannelId;

async function start(flags: readonly string[], clock?: FakeClock): Promise<void> {
  relay = await TestRelay.start({
    flags,
    parts: clock === undefined ? {} : { clock },
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      channelId = await office.channel(ayu, 'umum', [bagas]);
    },
  });
}
afterEach(() => relay.end());

const send = (text: string) => ({
  ...{ op: relay.office.op(), name: 'message.send' as const },
  args: sendArgs(channelId, text),
});
const turn = () => new Promise((resolve) => setImmediate(resolve));

it('drops a receiver that does not read, and lets the others notice nothing', async () => {
  await start(['--rate-per-second', '0']);
  const [a, b, slow] = [await relay.as(ayu), await relay.as(bagas), await relay.as(bagas)];
  slow.ws.pause();
  const text = 'x'.repeat(15_000);
  let acked = 0;
  // More than the relay's queue and the system's buffers hold together.
  for (let n = 0; n < 120; n++) {
    a.commands(...Array.from({ length: 12 }, () => send(text)));
    while (acked < (n + 1) * 12) acked += (await a.take('acks')).acks.length;
  }
  let heard = 0;
  while (heard < acked) heard += textsOf(await b.take('rows')).length;
  slow.ws.resume();
  const { code } = await slow.closed;
  expect([closeCodes.tooSlow, 1006]).toContain(code);
  const metrics = await (await fetch(`${relay.url}/metrics`)).text();
  expect(metrics).toContain('balai_slow_drops_total 1');

  // S14: whoever was dropped comes back and pulls.
  const again = await relay.as(bagas);
  const page = await again.pull(
    channelScope(channelId),
    (await relay.office.head(channelScope(channelId))) - 3,
  );
  expect(textsOf(page as never)).toEqual([text, text, text]);
}, 60_000);

it('delays what is over the rate, and refuses and reorders nothing', async () => {
  const clock = new FakeClock();
  await start(['--rate-per-second', '10', '--rate-burst', '5'], clock);
  const a = await relay.as(ayu);
  const sends = Array.from({ length: 20 }, (_, n) => send(`m${n}`));
  for (let n = 0; n < 20; n += 4) a.commands(...sends.slice(n, n + 4));
  const began = clock.now();
  const acks = [];
  while (acks.length < 20) {
    clock.advance(50);
    await turn();
    for (const frame of a.frames.splice(0)) if (frame.t === 'acks') acks.push(...frame.acks);
  }
  expect(acks.map(({ op, ok }) => [op, ok])).toEqual(sends.map(({ op }) => [op, true]));
  const rows = rowsOf((await relay.office.pull(channelScope(channelId))).rows);
  const times = rows.flatMap((row) =>
    row.kind === 'message' && row.system === null ? [row.createdAt - began] : [],
  );
  // Five at once, one for the hello, then ten a second.
  expect(times.at(-1)).toBeGreaterThanOrEqual(1_000);
  expect(times).toEqual(times.toSorted((x, y) => x - y));
});

it('ends a flood far above the rate', async () => {
  await start(['--rate-per-second', '10', '--rate-burst', '5']);
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const { _socket: socket } = a.ws as unknown as { _socket: Socket };
  socket.cork();
  for (let n = 0; n < 1_500; n++) a.send({ t: 'ping', n });
  socket.uncork();
  const { code, bye } = await a.closed;
  expect(code).toBe(closeCodes.flood);
  expect(bye?.retryAfterMs).toBeGreaterThanOrEqual(5_000);
  await b.settled();
});

it('a large company keeps no directory: people are not told of live, and are there to be asked for', async () => {
  await start(['--directory-limit', '1']);
  const [a, b] = [relay.connect(), relay.connect()];
  expect(await a.hello(tokenOf(ayu))).toMatchObject({ directory: 'lazy' });
  const { scopes } = await b.hello(tokenOf(bagas));
  expect(scopes.map(({ scope }) => scope)).toContain(orgScope);
  const ack = await a.run(relay.office.op(), 'profile.set', { title: 'Direktur' });
  expect(ack).toMatchObject({ ok: true });
  await a.settled();
  await b.settled();
  // Only their own row, on their own devices.
  expect(a.frames).toMatchObject([{ t: 'company', rows: [{ id: ayu.userId }] }]);
  expect(b.frames).toEqual([]);
  b.send({ t: 'get', id: 1, keys: [{ scope: orgScope, kind: 'user', id: ayu.userId }] });
  expect((await b.answer<'found'>(1)).rows[0]!.row).toMatchObject({ title: 'Direktur' });
});

it('a large company’s own rows come to everybody, and are given whole in pages', async () => {
  await start(['--directory-limit', '1']);
  const [a, b] = [relay.connect(), relay.connect()];
  await a.hello(tokenOf({ ...ayu, role: 'admin' }));
  await b.hello(tokenOf(bagas));
  const names = ['gudang', 'kasir', 'sopir'];
  for (const name of names) {
    const op = relay.office.op();
    const group = { groupId: op, name, about: '', userIds: [bagas.userId] };
    expect(await a.run(op, 'group.set', group)).toMatchObject({ ok: true });
  }
  await a.run(relay.office.op(), 'workspace.set', { policy: { seenBy: false } });
  await b.settled();
  const told = b.frames.flatMap((frame) => (frame.t === 'company' ? frame.rows : []));
  expect(told.map(({ kind }) => kind)).toEqual(['group', 'group', 'group', 'workspace']);
  const rows: unknown[] = [];
  let after: string | null = null;
  for (let id = 1; id === 1 || after !== null; id++) {
    b.send({ t: 'find', id, what: 'company', limit: 2, after });
    const page: Down<'found'> = await b.answer<'found'>(id);
    rows.push(...page.rows.map(({ row }) => row));
    after = page.next;
  }
  const [own, ...rest] = rows;
  expect(own).toMatchObject({ kind: 'user', id: bagas.userId });
  expect(rest).toEqual(told);
});
