import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permissions.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths } from '../../shared/protocol/http.ts';
import { StoreUnavailable, type Store } from '../store/port.ts';
import { openStore } from '../store/open.ts';
import { sendArgs } from './testing/test-client.ts';
import { TestRelay, tokenOf } from './testing/test-relay.ts';

let relay: TestRelay;
let ayu: Actor;
let bagas: Actor;
let channelId: ChannelId;
/** Which calls of the store fail now. */
let failing: (call: keyof Store) => boolean;

/** A store whose calls fail when the test says so. */
function fragile(store: Store): Store {
  return new Proxy(store, {
    get(target, call: keyof Store) {
      if (!failing(call)) return target[call];
      return () => Promise.reject(new StoreUnavailable('the disk is full'));
    },
  });
}

beforeEach(async () => {
  failing = () => false;
  relay = await TestRelay.start({
    parts: { openStore: async (place, options) => fragile(await openStore(place, options)) },
    async seed(office) {
      ayu = await office.person('Ayu');
      bagas = await office.person('Bagas');
      channelId = await office.channel(ayu, 'umum', [bagas]);
    },
  });
});
afterEach(() => relay.end());

it('S10: who writes to a full disk is sent away without an outcome, and sends again later', async () => {
  const [a, b] = [await relay.as(ayu), await relay.as(bagas)];
  const op = relay.office.op();
  failing = (call) => call === 'commit';
  a.commands({ op, name: 'message.send', args: sendArgs(channelId, 'kept') });
  expect(await a.closed).toMatchObject({ code: closeCodes.unavailable });
  expect(a.frames.filter(({ t }) => t === 'acks')).toEqual([]);
  // Reading goes on.
  expect(await b.pull(channelScope(channelId))).toMatchObject({ t: 'page', count: 0 });

  failing = () => false;
  const again = await relay.as(ayu);
  expect(await again.run(op, 'message.send', sendArgs(channelId, 'kept'))).toMatchObject({
    ok: true,
  });
  expect(await relay.office.texts(channelId)).toEqual(['kept']);
});

it('questions fail alone, a greeting is sent away, and health says so', async () => {
  const a = await relay.as(ayu);
  failing = () => true;
  expect(await a.pull(channelScope(channelId))).toMatchObject({ t: 'failed', code: 'unavailable' });
  await a.settled();
  const b = relay.connect();
  await b.opened();
  b.send({ t: 'hello', protocol: 1, client: 'test', token: tokenOf(bagas) });
  expect(await b.closed).toMatchObject({ code: closeCodes.unavailable });
  expect((await fetch(`${relay.url}${paths.health}`)).status).toBe(503);
  failing = () => false;
  expect((await fetch(`${relay.url}${paths.health}`)).status).toBe(200);
  expect(await a.pull(channelScope(channelId))).toMatchObject({ t: 'page' });
});
