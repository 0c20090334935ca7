import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import { goOn } from '../testing/client.ts';
import { TestConnection } from '../testing/sockets.ts';

const MINUTE = 60_000;
const bye = (code: number, retryAfterMs = 0) =>
  ({ t: 'bye', code, reason: 'because', retryAfterMs }) as const;

describe('tokens', () => {
  it('a token that the relay rejects is not used again', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    socket.events.onOpen();
    socket.events.onClose(closeCodes.unauthenticated);
    test.grant('fresh');
    await test.pass(250);
    expect(test.asked).toEqual([undefined, 'token']);
    test.socket.events.onOpen();
    expect(test.socket.sent).toMatchObject([{ t: 'hello', token: 'fresh' }]);
    // And the rejection is of that one only.
    test.socket.events.onClose(1006);
    await test.pass(500);
    expect(test.asked).toEqual([undefined, 'token', undefined]);
  });

  it.each([
    ['offline', null],
    ['not_a_relay', 'not_a_relay'],
    ['bad_certificate', 'bad_certificate'],
    ['unavailable', 'unavailable'],
  ] as const)('none to be had (%s): tries again', async (reason, problem) => {
    const test = new TestConnection();
    test.refuse(reason);
    test.connection.start();
    await goOn();
    expect(test.connection.problem).toBe(problem);
    test.grant();
    await test.pass(250);
    expect(test.sockets).toHaveLength(1);
  });

  it('a keychain that fails is tried again', async () => {
    const test = new TestConnection();
    test.token = new Error('no keychain');
    test.connection.start();
    await goOn();
    expect(test.connection.problem).toBe('unavailable');
    expect(test.connection.nextTry).not.toBeNull();
  });

  it('a session that has ended stops the trying, until the person asks', async () => {
    const test = new TestConnection();
    test.refuse('ended');
    test.connection.start();
    await goOn();
    expect(test.connection.state).toBe('stopped');
    expect(test.connection.problem).toBe('session_ended');
    await test.pass(10 * MINUTE);
    test.connection.suspect();
    await goOn();
    expect(test.asked).toHaveLength(1);
    test.connection.tryNow();
    await goOn();
    expect(test.asked).toHaveLength(2);
  });

  it('is renewed a minute before it runs out, by the relay’s clock', async () => {
    const test = new TestConnection();
    test.grant('token', 900_000);
    const socket = await test.started();
    // This computer's clock is two minutes slow.
    test.welcome(socket, { time: test.clock.now() + 120_000 });
    const answer = (): void => socket.give({ t: 'acks', acks: [] });
    test.grant('second');
    for (let s = 0; s < 719; s += 10) {
      answer();
      await test.pass(Math.min(10_000, 719_000 - s * 1_000));
    }
    expect(socket.kinds).not.toContain('renew');
    await test.pass(1_000);
    expect(socket.sent.at(-1)).toEqual({ t: 'renew', token: 'second' });
    expect(test.asked).toEqual([undefined, 'token']);
  });

  /** Keeps the line alive for so long, and tells how often it was renewed. */
  async function renewals(test: TestConnection, ms: number): Promise<number> {
    const socket = await test.live();
    for (let at = 0; at < ms; at += 5_000) {
      socket.give({ t: 'acks', acks: [] });
      await test.pass(5_000);
    }
    return socket.kinds.filter((kind) => kind === 'renew').length;
  }

  it('one that lasts for a minute only is renewed at half its time, not without end', async () => {
    const test = new TestConnection();
    test.grant('short', 60_000);
    const socket = await test.live();
    for (let at = 0; at < 120_000; at += 5_000) {
      test.grant('short', 60_000);
      socket.give({ t: 'acks', acks: [] });
      await test.pass(5_000);
    }
    const count = socket.kinds.filter((kind) => kind === 'renew').length;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThanOrEqual(4);
  });

  it('one that lasts for a month sets no timer that a host would fire at once', async () => {
    const test = new TestConnection();
    test.grant('long', 30 * 86_400_000);
    expect(await renewals(test, 2 * 3_600_000)).toBe(0);
  });

  it('a renewal that fails ends nothing; the relay does when the token ends', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    test.token = new Error('no keychain');
    for (let at = 0; at < 850_000; at += 10_000) {
      socket.give({ t: 'acks', acks: [] });
      await test.pass(10_000);
    }
    expect(test.asked).toEqual([undefined, 'token']);
    expect(test.connection.live).toBe(true);
  });

  it('a renewal that comes back after the line is gone says nothing on the next one', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    let answer: (value: { ok: true; token: string; expires: number }) => void = () => undefined;
    test.hold((resolve) => (answer = resolve));
    for (let at = 0; at < 840_000; at += 10_000) {
      socket.give({ t: 'acks', acks: [] });
      await test.pass(10_000);
    }
    expect(test.asked).toEqual([undefined, 'token']);
    test.grant('next');
    socket.events.onClose(1006);
    await test.pass(250);
    test.welcome();
    answer({ ok: true, token: 'late', expires: 0 });
    await goOn();
    expect(test.socket.kinds).toEqual(['hello']);
  });
});

describe('S12: a session that was taken away', () => {
  const ways: [string, (test: TestConnection) => Promise<void>][] = [
    [
      'by a close code',
      async (test) => {
        const socket = await test.live();
        socket.events.onClose(closeCodes.revoked);
        socket.events.onClose(closeCodes.revoked);
      },
    ],
    [
      'by a bye and the close after it',
      async (test) => {
        const socket = await test.live();
        socket.give(bye(closeCodes.revoked));
        socket.events.onClose(closeCodes.revoked);
      },
    ],
    [
      'while it asked for a token',
      async (test) => {
        test.refuse('disabled');
        test.connection.start();
        await goOn();
      },
    ],
    [
      'while it renewed a token',
      async (test) => {
        const socket = await test.live();
        test.refuse('disabled');
        for (let at = 0; at < 850_000; at += 10_000) {
          if (!socket.closed) socket.give({ t: 'acks', acks: [] });
          await test.pass(10_000);
        }
      },
    ],
  ];

  it.each(ways)('%s: is told once, and nothing connects again', async (_way, take) => {
    const test = new TestConnection();
    await take(test);
    const asked = test.asked.length;
    expect(test.connection.problem).toBe('revoked');
    await test.pass(60 * MINUTE);
    test.connection.suspect();
    test.connection.tryNow();
    test.connection.start();
    await goOn();
    expect(test.asked).toHaveLength(asked);
    expect(test.connection.state).toBe('stopped');
    expect(test.told.filter((one) => one === 'revoked')).toEqual(['revoked']);
  });
});
