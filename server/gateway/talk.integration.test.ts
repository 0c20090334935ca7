import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope, orgScope, userScope } from '../../shared/domain/scope.ts';
import { sendArgs, textsOf } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
let ayu: Actor;
let bagas: Actor;
let citra: Actor;
let channelId: ChannelId;

beforeEach(async () => {
  relay = await TestRelay.start({
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      citra = await office.person('Citra');
      channelId = await office.channel(ayu, 'umum', [bagas]);
    },
  });
});
afterEach(() => relay.end());

const op = () => relay.office.op();

it('welcomes with every scope that the person reads, and how far each is', async () => {
  const client = relay.connect();
  const welcome = await client.hello(tokenOf(ayu));
  const { office } = relay;
  expect(welcome).toMatchObject({ userId: ayu.userId, directory: 'full', protocol: 1 });
  const scopes = [orgScope, userScope(ayu.userId), channelScope(channelId)];
  expect(welcome.scopes).toEqual(await office.store.heads(scopes));
});

it('S4, S10: two people talk; rows come before the acknowledgement that names them', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const scope = channelScope(channelId);
  const first = op();
  a.commands({ op: first, name: 'message.send', args: sendArgs(channelId, 'Halo Bagas') });
  const heard = await b.take('rows');
  expect(heard).toMatchObject({ scope, to: heard.from + 1, count: 1 });
  expect(textsOf(heard)).toEqual(['Halo Bagas']);

  await a.settled();
  expect(a.frames.map(({ t }) => t)).toEqual(['rows', 'acks']);
  expect(await a.ack(first)).toEqual({ op: first, ok: true, at: { [scope]: heard.to } });

  await b.run(op(), 'message.send', sendArgs(channelId, 'Halo Ayu'));
  expect(textsOf(await a.take('rows', ({ from }) => from === heard.to))).toEqual(['Halo Ayu']);
});

it('a group is one frame of a scope, its rows ascending, and acknowledgements keep the order', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const sends = Array.from({ length: 30 }, (_, n) => ({
    ...{ op: op(), name: 'message.send' as const },
    args: sendArgs(channelId, `m${n}`),
  }));
  a.commands(...sends);
  const rows = await b.take('rows');
  expect(textsOf(rows)).toEqual(sends.map((_, n) => `m${n}`));
  const { acks } = await a.take('acks');
  expect(acks.map((ack) => ack.op)).toEqual(sends.map((send) => send.op));
});

it('S1: a repeat is acknowledged as the first time and told to nobody; another author is refused', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const id = op();
  const first = await a.run(id, 'message.send', sendArgs(channelId, 'once'));
  await b.take('rows');
  expect(await a.run(id, 'message.send', sendArgs(channelId, 'once'))).toEqual(first);
  const stolen = await b.run(id, 'message.send', sendArgs(channelId, 'mine now'));
  expect(stolen).toEqual({ op: id, ok: false, refusal: { code: 'id_taken' } });
  await b.settled();
  expect(b.frames).toEqual([]);
});

it('commands that are unknown or malformed are refused in their place; the connection stays', async () => {
  const a = await relay.as(ayu);
  const [one, two, three] = [op(), op(), op()];
  a.commands(
    { op: one, name: 'message.explode' as never, args: {} },
    { op: two, name: 'message.send', args: { channelId, text: 4 } },
    { op: three, name: 'message.send', args: sendArgs(channelId, 'fine') },
  );
  const { acks } = await a.take('acks');
  expect(acks).toMatchObject([
    { op: one, ok: false, refusal: { code: 'unknown_command' } },
    { op: two, ok: false, refusal: { code: 'invalid' } },
    { op: three, ok: true },
  ]);
});

it('S11: what a person may not read is refused or missing', async () => {
  const client = await relay.as(citra);
  const scope = channelScope(channelId);
  expect(await client.pull(scope)).toMatchObject({ t: 'failed', code: 'forbidden' });
  expect(await client.pull(userScope(ayu.userId))).toMatchObject({
    t: 'failed',
    code: 'forbidden',
  });
  const question = { direction: 'before', position: 9, limit: 5, rootId: null } as const;
  client.send({ t: 'history', id: 900, channelId, ...question });
  expect(await client.answer(900)).toMatchObject({ t: 'failed', code: 'forbidden' });
  client.send({ t: 'find', id: 901, what: 'members', channelId, limit: 5, after: null });
  expect(await client.answer(901)).toMatchObject({ t: 'failed', code: 'forbidden' });
  const keys = [
    { scope, kind: 'member', id: ayu.userId },
    { scope: userScope(ayu.userId), kind: 'membership', id: channelId },
    { scope: orgScope, kind: 'user', id: ayu.userId },
    { scope: orgScope, kind: 'not-a-kind', id: 'x' },
  ];
  client.send({ t: 'get', id: 902, keys });
  const found = await client.answer<'found'>(902);
  expect(found.rows.map(({ row }) => row.id)).toEqual([ayu.userId]);
});

it('answers pulls, histories, look-ups and searches', async () => {
  const a = await relay.as(ayu);
  for (const text of ['satu', 'dua', 'tiga']) {
    await a.run(op(), 'message.send', sendArgs(channelId, text));
  }
  const scope = channelScope(channelId);
  const page = await a.pull(scope);
  expect(page).toMatchObject({ t: 'page', scope, from: 0, count: 3 });
  expect(textsOf(page as never)).toEqual(['satu', 'dua', 'tiga']);
  const question = { direction: 'before', position: 1_000, limit: 2, rootId: null } as const;
  a.send({ t: 'history', id: 900, channelId, ...question });
  const history = await a.answer<'history'>(900);
  expect(textsOf(history)).toEqual(['dua', 'tiga']);
  a.send({ t: 'find', id: 901, what: 'people', query: 'bag', limit: 1, after: null });
  const people = await a.answer<'found'>(901);
  expect(people).toMatchObject({
    rows: [{ scope: 'org', row: { id: bagas.userId } }],
    next: bagas.userId,
  });
  a.send({ t: 'find', id: 902, what: 'people', query: 'bag', limit: 1, after: people.next });
  expect(await a.answer<'found'>(902)).toMatchObject({ rows: [], next: null });
  a.send({ t: 'find', id: 903, what: 'members', channelId, limit: 10, after: null });
  expect((await a.answer<'found'>(903)).rows).toHaveLength(2);
});

it('somebody who comes into a channel while connected hears of it, and then what is said there', async () => {
  const [a, c] = [await relay.as(ayu), await relay.as(citra)];
  const scope = channelScope(channelId);
  await a.run(op(), 'channel.invite', { channelId, userIds: [citra.userId] });
  const own = await c.take('rows', (rows) => rows.scope === userScope(citra.userId));
  expect(own.rows).toMatchObject([{ kind: 'membership', id: channelId }, { kind: 'marker' }]);
  const subscribed = await c.take('subscribed');
  expect(subscribed.scopes).toMatchObject([{ scope }]);
  await a.run(op(), 'message.send', sendArgs(channelId, 'welcome Citra'));
  const rows = await c.take('rows', (frame) => frame.scope === scope);
  expect(rows.from).toBe(subscribed.scopes[0]!.head);
  expect(textsOf(rows)).toEqual(['welcome Citra']);
});

it('S11: somebody who was removed hears of that and of nothing after it', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const scope = channelScope(channelId);
  const secret = { op: op(), name: 'message.send' as const, args: sendArgs(channelId, 'secret') };
  const remove = { channelId, userId: bagas.userId };
  // In one group: even the frame that holds the removal must not bring what came after it.
  a.commands({ op: op(), name: 'channel.remove', args: remove }, secret);
  const own = await b.take('rows', (rows) => rows.scope === userScope(bagas.userId));
  expect(own.rows).toMatchObject([{ kind: 'membership', id: channelId, deleted: true }]);
  await a.ack(secret.op);
  await a.run(op(), 'message.send', sendArgs(channelId, 'more secrets'));
  expect(await b.pull(scope)).toMatchObject({ code: 'forbidden' });
  expect(b.frames.filter((frame) => frame.t === 'rows')).toEqual([]);
});

it('S11: somebody who leaves gets the frame that says so, then no more', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const scope = channelScope(channelId);
  const left = await b.run(op(), 'channel.leave', { channelId });
  await a.run(op(), 'message.send', sendArgs(channelId, 'he is gone'));
  await b.settled();
  const frames = b.frames.flatMap((frame) =>
    frame.t === 'rows' && frame.scope === scope ? [frame] : [],
  );
  expect(frames).toHaveLength(1);
  expect(left.ok && left.at[scope]).toBe(frames[0]!.to);
});

it('S3, S14: who was away pulls what was missed, from the cursor that they had', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const send = (text: string) => a.run(op(), 'message.send', sendArgs(channelId, text));
  await send('before');
  const { to: cursor } = await b.take('rows');
  b.ws.terminate();
  await send('missed');
  const again = relay.connect();
  const welcome = await again.hello(tokenOf(bagas));
  const scope = channelScope(channelId);
  expect(welcome.scopes.find((one) => one.scope === scope)).toMatchObject({ head: cursor + 1 });
  expect(textsOf((await again.pull(scope, cursor)) as never)).toEqual(['missed']);
});

it('S13: what another process commits is told from the store', async () => {
  const b = await relay.as(bagas);
  const { office } = relay;
  await office.run(office.send(ayu, channelId, 'from the command line'));
  expect(textsOf(await b.take('rows'))).toEqual(['from the command line']);
  // The relay's own next commit follows on from it.
  await b.run(op(), 'message.send', sendArgs(channelId, 'seen'));
  const rows = await b.take('rows');
  expect(rows.to).toBe(rows.from + 1);
});

it('tells who is there and who writes to those who look, and to nobody else', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  b.send({ t: 'look', channels: [channelId], people: [ayu.userId, citra.userId] });
  const { people } = await b.take('presence');
  expect(people).toEqual([
    { userId: ayu.userId, state: 'active' },
    { userId: citra.userId, state: 'offline' },
  ]);
  a.send({ t: 'presence', state: 'away' }, { t: 'typing', channelId, rootId: null });
  expect((await b.take('presence')).people).toEqual([{ userId: ayu.userId, state: 'away' }]);
  const typing = { t: 'typing', channelId, rootId: null, userId: ayu.userId };
  expect(await b.take('typing')).toEqual(typing);

  const outsider = await relay.as(citra);
  expect((await b.take('presence')).people).toEqual([{ userId: citra.userId, state: 'active' }]);
  outsider.send({ t: 'look', channels: [channelId], people: [] });
  outsider.send({ t: 'typing', channelId, rootId: null });
  await outsider.settled();
  await b.settled();
  await outsider.settled();
  expect(b.frames).toEqual([]);
  expect(outsider.frames.filter((frame) => frame.t === 'typing')).toEqual([]);
});
