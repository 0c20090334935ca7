import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import { goOn } from '../testing/client.ts';
import { TestConnection, type FakeSocket } from '../testing/sockets.ts';

const MINUTE = 60_000;
const bye = (code: number, retryAfterMs = 0) =>
  ({ t: 'bye', code, reason: 'because', retryAfterMs }) as const;

describe('trying again', () => {
  it('waits longer each time, within the bounds of the jitter, and for ever', async () => {
    for (const seed of [1, 2, 3]) {
      const test = TestConnection.seeded(seed);
      await test.started();
      for (let failures = 0; failures < 12; failures++) {
        const now = test.clock.now();
        test.socket.events.onClose(1006);
        const wait = test.connection.nextTry! - now;
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** failures));
        await test.pass(wait);
        expect(test.sockets).toHaveLength(failures + 2);
      }
    }
  });

  it('tells reconnecting first, then offline, then connected', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    socket.events.onClose(1006);
    expect(test.connection.state).toBe('reconnecting');
    await test.pass(250);
    test.socket.events.onClose(1006);
    expect(test.connection.state).toBe('offline');
    await test.pass(500);
    test.welcome();
    expect(test.connection.state).toBe('connected');
    expect(test.told).toEqual(['live', 'down', 'live']);
  });

  it('one that was never up is connecting, then offline', async () => {
    const test = new TestConnection();
    await test.started();
    test.socket.events.onClose(1006);
    expect(test.connection.state).toBe('connecting');
    await test.pass(250);
    test.socket.events.onClose(1006);
    expect(test.connection.state).toBe('offline');
  });

  it('a line that stands for a while makes the next wait short again', async () => {
    const test = new TestConnection();
    await test.started();
    for (const wait of [250, 500, 1_000]) {
      test.socket.events.onClose(1006);
      await test.pass(wait);
    }
    test.welcome();
    await test.pass(5_000);
    test.socket.events.onClose(1006);
    expect(test.connection.nextTry).toBe(test.clock.now() + 250);
  });

  it('a relay that greets and hangs up is not tried more and more often', async () => {
    const test = new TestConnection();
    await test.started();
    for (const wait of [250, 500, 1_000, 2_000]) {
      test.welcome();
      test.socket.events.onClose(1006);
      expect(test.connection.nextTry).toBe(test.clock.now() + wait);
      await test.pass(wait);
    }
  });

  it('tries at once when the person asks or the network is back', async () => {
    const test = new TestConnection();
    await test.started();
    test.socket.events.onClose(1006);
    test.connection.tryNow();
    await goOn();
    expect(test.sockets).toHaveLength(2);
    expect(test.connection.nextTry).toBeNull();
    test.socket.events.onClose(1006);
    test.connection.suspect();
    await goOn();
    expect(test.sockets).toHaveLength(3);
    // What had been planned before is no more.
    await test.pass(9_000);
    expect(test.sockets).toHaveLength(3);
  });
});

describe('close codes', () => {
  /** The line is up, then the relay ends it in this way. */
  async function ended(end: (socket: FakeSocket) => void): Promise<TestConnection> {
    const test = new TestConnection();
    const socket = await test.live();
    await test.pass(5_000);
    end(socket);
    return test;
  }

  const wait = ({ connection, clock }: TestConnection): number => connection.nextTry! - clock.now();

  it.each([
    ['goingAway', null, 250],
    ['tooLarge', null, 250],
    ['badFrame', null, 5 * MINUTE + 250],
    ['unauthenticated', null, 250],
    ['noHello', null, 250],
    ['tooSlow', null, 250],
    ['clientTooOld', 'client_too_old', 5 * MINUTE + 250],
    ['clientTooNew', 'client_too_new', 5 * MINUTE + 250],
    ['flood', null, 250],
    ['unavailable', 'unavailable', 250],
  ] as const)('%s: problem %s, again after %i ms', async (name, problem, ms) => {
    const test = await ended((socket) => socket.events.onClose(closeCodes[name]));
    expect(test.connection.problem).toBe(problem);
    expect(wait(test)).toBe(ms);
    expect(test.told).toEqual(['live', 'down']);
  });

  it('a broken line is no problem to tell of', async () => {
    const test = await ended((socket) => socket.events.onClose(1006));
    expect(test.connection.problem).toBeNull();
  });

  it('bye: comes back no sooner than it was told, and the close that follows counts no more', async () => {
    const test = await ended((socket) => {
      socket.give(bye(closeCodes.goingAway, 1_200));
      socket.events.onClose(closeCodes.goingAway);
    });
    expect(wait(test)).toBe(1_450);
    expect(test.told).toEqual(['live', 'down']);
  });

  it('bye before the welcome is understood too', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    socket.events.onOpen();
    socket.give(bye(closeCodes.clientTooOld));
    expect(test.connection.problem).toBe('client_too_old');
    expect(test.told).toEqual([]);
  });

  it('a problem is over once the line stands', async () => {
    const test = await ended((socket) => socket.events.onClose(closeCodes.unavailable));
    await test.pass(250);
    test.welcome();
    expect(test.connection.problem).toBeNull();
  });
});
