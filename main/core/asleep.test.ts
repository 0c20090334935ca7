import { describe, expect, it } from 'vitest';
import { paths } from '../../shared/protocol/http.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import { goOn } from './testing/client.ts';
import { WholeCore } from './testing/whole-core.ts';

const WEEK = 7 * 86_400_000;
const REFRESH = `POST ${paths.refresh}`;

/** Asleep: time goes by, and no timer runs. */
async function slept(): Promise<WholeCore> {
  const ayu = await WholeCore.signedIn(30);
  ayu.fill(10);
  await ayu.send('sebelum tidur');
  ayu.clock.set(ayu.clock.now() + WEEK);
  return ayu;
}

async function comesBack(ayu: WholeCore): Promise<void> {
  expect(await ayu.state()).toBe('signed_in');
  // The token of a week ago is not tried: a fresh one is asked for.
  expect(ayu.relay.count(REFRESH)).toBeGreaterThan(0);
  const line = ayu.sockets.at(-1)!;
  const own = `user:${ayu.relay.userId}`;
  const channel = channelScope(ayu.channelId);
  ayu.welcome({
    scopes: [
      { scope: own, head: 5, count: 0 },
      { scope: channel, head: 400, count: 380 },
    ],
  });
  await goOn();
  expect((await ayu.api.connection({})).state).toBe('connected');
  // What was under way goes out again, and what was missed is asked for at once.
  expect(line.kinds).toContain('commands');
  const pulled = line.sent.flatMap((frame) => (frame.t === 'pull' ? [frame.scope] : []));
  expect(pulled).toEqual(expect.arrayContaining([own, channel]));
}

describe('a laptop that slept for a week', () => {
  it('S14: notices the dead line within five seconds of waking up, and catches up at once', async () => {
    const ayu = await slept();
    ayu.core.networkChanged();
    const before = ayu.sockets.length;
    await ayu.pass(5_000, 1_000);
    await ayu.pass(1_000, 100);
    expect(ayu.sockets.length).toBe(before + 1);
    await comesBack(ayu);
  });

  it('S14: notices it also where the system says nothing', async () => {
    const ayu = await slept();
    const before = ayu.sockets.length;
    // Timers that were due while it slept run late.
    await ayu.pass(1_000, 100);
    expect(ayu.sockets.length).toBe(before + 1);
    await comesBack(ayu);
  });
});
