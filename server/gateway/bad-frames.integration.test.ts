import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { limits } from '../../shared/protocol/limits.ts';
import { sendArgs, textsOf, type TestClient } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
let ayu: Actor;
let bagas: Actor;
let channelId: ChannelId;
let logged: string[];

beforeEach(async () => {
  logged = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  relay = await TestRelay.start({
    parts: { log },
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      channelId = await office.channel(ayu, 'umum', [bagas]);
    },
  });
});
afterEach(() => relay.end());

/** Nothing of this may be found in a log. */
const SECRET = 'gaji-direktur';
const { badFrame, noHello, tooLarge, clientTooNew, unauthenticated } = closeCodes;
const hello = (token: string, protocol = 1) =>
  JSON.stringify({ t: 'hello', protocol, client: SECRET, token });

const afterWelcome: [name: string, code: number, frame: () => string | Buffer][] = [
  ['not JSON', badFrame, () => `{"t":"pull",${SECRET}`],
  ['nothing', badFrame, () => ''],
  ['a list', badFrame, () => '[]'],
  ['null', badFrame, () => 'null'],
  ['a binary message', badFrame, () => Buffer.from('{"t":"ping","n":1}')],
  ['an unknown kind', badFrame, () => `{"t":"${SECRET}"}`],
  ['a missing field', badFrame, () => '{"t":"pull","id":1}'],
  ['an unknown field', badFrame, () => `{"t":"ping","n":1,"${SECRET}":"${SECRET}"}`],
  ['a wrong type', badFrame, () => `{"t":"ping","n":"${SECRET}"}`],
  ['the scope that nobody reads', badFrame, () => pull('registry')],
  ['a scope that is none', badFrame, () => pull(`channel:${SECRET}`)],
  ['no commands', badFrame, () => '{"t":"commands","commands":[]}'],
  ['an op that is no UUIDv7', badFrame, () => command('0198c5b8-7a51-8b52-a1f3-9a52c1c0de10')],
  ['a second hello', badFrame, () => hello(tokenOf(ayu))],
  ['a frame that is too large', tooLarge, () => JSON.stringify('x'.repeat(limits.frameBytes))],
];
const pull = (scope: string) =>
  JSON.stringify({ t: 'pull', id: 1, scope, after: 0, upTo: null, limit: 1 });
const command = (op: string) =>
  JSON.stringify({ t: 'commands', commands: [{ op, name: 'message.send', args: {} }] });

const beforeWelcome: [name: string, code: number, frame: () => string][] = [
  ['another frame than hello', noHello, () => '{"t":"ping","n":1}'],
  ['commands', noHello, () => command('0198c5b8-7a51-7b52-a1f3-9a52c1c0de10')],
  ['a hello without a token', badFrame, () => '{"t":"hello","protocol":1,"client":"x"}'],
  ['a token that is not good', unauthenticated, () => hello(SECRET)],
  ['a protocol of the future', clientTooNew, () => hello(tokenOf(ayu), 99)],
];

/** The others' talk goes on, and the log says once what happened, without a word of what came. */
async function expectQuiet(bystander: TestClient, warnings: number): Promise<void> {
  const op = relay.office.op();
  expect(await bystander.run(op, 'message.send', sendArgs(channelId, 'still here'))).toMatchObject({
    ok: true,
  });
  expect(textsOf(await bystander.take('rows'))).toEqual(['still here']);
  expect(logged).toHaveLength(warnings);
  expect(logged.join('')).not.toContain(SECRET);
}

for (const [name, code, frame] of afterWelcome) {
  it(`closes with ${code} after ${name}`, async () => {
    const [client, bystander] = [await relay.as(ayu), await relay.as(bagas)];
    client.ws.send(frame());
    const closed = await client.closed;
    expect(closed.code).toBe(code);
    // `ws` itself refuses what is too large, and has no words for it.
    expect(closed.bye?.code).toBe(code === tooLarge ? undefined : code);
    await expectQuiet(bystander, 1);
  });
}

for (const [name, code, frame] of beforeWelcome) {
  it(`closes with ${code} where it begins with ${name}`, async () => {
    const bystander = await relay.as(bagas);
    const client = relay.connect();
    await client.opened();
    client.ws.send(frame());
    const closed = await client.closed;
    expect(closed).toMatchObject({ code, bye: { code } });
    // A token that has run out is nobody's mistake.
    await expectQuiet(bystander, code === unauthenticated ? 0 : 1);
  });
}

it('passes over what comes after the frame that ended it', async () => {
  const client = await relay.as(ayu);
  const op = relay.office.op();
  client.ws.send('not JSON');
  client.commands({ op, name: 'message.send', args: sendArgs(channelId, 'too late') });
  await client.closed;
  const bystander = await relay.as(bagas);
  await expectQuiet(bystander, 1);
  expect(await relay.office.texts(channelId)).toEqual(['still here']);
});

it('lets no web page in that is not on its list, and no other path', async () => {
  const page = relay.connect({ origin: 'https://elsewhere.example' });
  await expect(page.opened()).rejects.toThrow('403');
  const program = await relay.as(ayu);
  await program.settled();
  const response = await fetch(`${relay.url}/elsewhere`);
  expect(response.status).toBe(404);
});
