import { describe, expect, it } from 'vitest';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { goOn } from '../testing/client.ts';
import { TestConnection } from '../testing/sockets.ts';

describe('coming up', () => {
  it('asks for a token, opens a line, says hello, and is connected by the welcome', async () => {
    const test = new TestConnection();
    const { connection } = test;
    expect(connection.state).toBe('stopped');
    const socket = await test.started();
    expect(test.asked).toEqual([undefined]);
    expect(connection.state).toBe('connecting');
    expect(socket.url).toBe('wss://balai.example/api/v1/gateway');
    expect(socket.sent).toEqual([]);
    socket.events.onOpen();
    expect(socket.sent).toEqual([
      { t: 'hello', protocol: 1, client: 'balai/test', token: 'token' },
    ]);
    expect(connection.live).toBe(false);
    test.welcome(socket);
    expect(connection.live).toBe(true);
    expect(connection.state).toBe('connected');
    expect(test.told).toEqual(['live']);
  });

  it('sends nothing but hello before the welcome, and says so', async () => {
    const test = new TestConnection();
    expect(test.connection.send({ t: 'ping', n: 1 })).toBe(false);
    const socket = await test.started();
    socket.events.onOpen();
    expect(test.connection.send({ t: 'ping', n: 1 })).toBe(false);
    expect(socket.kinds).toEqual(['hello']);
    test.welcome(socket);
    expect(test.connection.send({ t: 'ping', n: 1 })).toBe(true);
  });

  it('passes frames on once it is live, and keeps its own to itself', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    socket.events.onOpen();
    socket.give({ t: 'subscribed', scopes: [] });
    test.welcome(socket);
    socket.give({ t: 'pong', n: 1 });
    socket.give({ t: 'acks', acks: [] });
    expect(test.frames).toEqual(['acks']);
  });

  it('passes over a kind of frame that it does not know, and a frame of the wrong shape', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    socket.events.onMessage('{"t":"confetti"}');
    socket.events.onMessage('{"t":"rows","scope":"org"}');
    expect(test.connection.live).toBe(true);
    expect(test.frames).toEqual([]);
  });

  it('S15: knows how far this computer’s clock is off', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    test.welcome(socket, { time: test.clock.now() + 90_000 });
    expect(test.connection.clockSkew).toBe(90_000);
  });

  it('starting twice opens one line', async () => {
    const test = new TestConnection();
    test.connection.start();
    test.connection.start();
    test.connection.tryNow();
    await goOn();
    expect(test.sockets).toHaveLength(1);
  });
});

describe('a side that does not answer', () => {
  it('is given up after ten seconds without a line', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    await test.pass(9_999);
    expect(socket.closed).toBe(false);
    await test.pass(1);
    expect(socket.closed).toBe(true);
    expect(test.connection.problem).toBeNull();
    expect(test.connection.nextTry).toBe(test.clock.now() + 250);
  });

  it('is no relay when it takes the line and says nothing for ten seconds', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    socket.events.onOpen();
    await test.pass(10_000);
    expect(socket.closed).toBe(true);
    expect(test.connection.problem).toBe('not_a_relay');
  });

  it('is no relay when it speaks something else', async () => {
    const test = new TestConnection();
    const socket = await test.started();
    socket.events.onOpen();
    socket.events.onMessage('<html>');
    expect(socket.closed).toBe(true);
    expect(test.connection.problem).toBe('not_a_relay');
  });

  it('an address that gives no socket at all is tried again like any other', async () => {
    const test = new TestConnection();
    test.brokenAddress = true;
    test.connection.start();
    await goOn();
    expect(test.connection.nextTry).toBe(test.clock.now() + 250);
    test.brokenAddress = false;
    await test.pass(250);
    expect(test.sockets).toHaveLength(1);
  });
});

describe('silence', () => {
  it('is answered by a ping after ten seconds, and by an end within thirty', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    await test.pass(limits.pingAfterMs - 1);
    expect(socket.kinds).toEqual(['hello']);
    await test.pass(1);
    expect(socket.kinds).toEqual(['hello', 'ping']);
    await test.pass(limits.silenceMs - limits.pingAfterMs - 1);
    expect(test.connection.live).toBe(true);
    await test.pass(1);
    expect(test.connection.live).toBe(false);
    expect(socket.closed).toBe(true);
    expect(test.told).toEqual(['live', 'down']);
    expect(limits.silenceMs).toBeLessThanOrEqual(30_000);
  });

  it('any traffic counts as life', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    for (let i = 0; i < 20; i++) {
      await test.pass(9_000);
      socket.give({ t: 'acks', acks: [] });
    }
    expect(test.connection.live).toBe(true);
    expect(socket.kinds).toEqual(['hello']);
  });

  it('a pong keeps the line for as long as it comes', async () => {
    const test = new TestConnection();
    test.grant('token', 86_400_000);
    const socket = await test.live();
    for (let i = 0; i < 30; i++) {
      await test.pass(1_000);
      const ping = socket.sent.at(-1);
      if (ping?.t === 'ping') socket.give({ t: 'pong', n: ping.n });
    }
    expect(test.connection.live).toBe(true);
    await test.pass(30_000);
    expect(test.connection.live).toBe(false);
  });

  it('is noticed in time whenever the last word came', async () => {
    for (let last = 0; last < 10_000; last += 700) {
      const test = new TestConnection();
      const socket = await test.live();
      await test.pass(last);
      socket.give({ t: 'acks', acks: [] });
      await test.pass(limits.silenceMs - 1);
      expect(test.connection.live).toBe(true);
      await test.pass(1);
      expect(test.connection.live).toBe(false);
    }
  });

  it('is noticed although somebody set the clock back by a day', async () => {
    const test = new TestConnection();
    await test.live();
    test.step = -86_400_000;
    await test.pass(limits.pingAfterMs);
    await test.pass(limits.silenceMs);
    expect(test.connection.live).toBe(false);
  });

  it('after waking up, a line that does not answer within five seconds is dead', async () => {
    const test = new TestConnection();
    const dead = await test.live();
    await test.pass(1_000);
    test.connection.suspect();
    expect(dead.kinds).toEqual(['hello', 'ping']);
    await test.pass(5_000);
    expect(test.connection.live).toBe(false);

    const answering = new TestConnection();
    const socket = await answering.live();
    await answering.pass(1_000);
    answering.connection.suspect();
    socket.give({ t: 'pong', n: 1 });
    await answering.pass(5_000);
    expect(answering.connection.live).toBe(true);
  });

  it('S14: what was on its way before the network changed is no answer; what comes on is one', async () => {
    const late = { t: 'acks' as const, acks: [] };
    const gone = new TestConnection();
    const dead = await gone.live();
    await gone.pass(1_000);
    gone.connection.suspect();
    dead.give({ t: 'pong', n: 0 });
    await gone.pass(100);
    dead.give(late);
    await gone.pass(4_900);
    expect(gone.connection.live).toBe(false);

    const busy = new TestConnection();
    const socket = await busy.live();
    await busy.pass(1_000);
    busy.connection.suspect();
    await busy.pass(4_000);
    socket.give(late);
    await busy.pass(1_000);
    expect(busy.connection.live).toBe(true);
  });
});

describe('an earlier try', () => {
  it('S14: nothing that comes from it touches the present one', async () => {
    const test = new TestConnection();
    const old = await test.started();
    await test.pass(10_000);
    await test.pass(250);
    expect(test.sockets).toHaveLength(2);
    old.events.onOpen();
    old.events.onMessage('{"t":"bye","code":4403,"reason":"","retryAfterMs":0}');
    old.events.onMessage('<html>');
    old.events.onClose(closeCodes.revoked);
    expect(old.sent).toEqual([]);
    expect(test.told).toEqual([]);
    test.welcome();
    old.events.onClose(1006);
    expect(test.connection.live).toBe(true);
    expect(test.told).toEqual(['live']);
  });

  it('a token that comes after the person stopped opens no line', async () => {
    const test = new TestConnection();
    test.connection.start();
    test.connection.stop();
    await goOn();
    expect(test.sockets).toEqual([]);
    expect(test.connection.state).toBe('stopped');
  });
});

describe('stopping', () => {
  it('leaves no timer behind, in whatever phase', async () => {
    const phases: ((test: TestConnection) => void | Promise<unknown>)[] = [
      () => undefined,
      (test) => test.started(),
      async (test) => (await test.started()).events.onOpen(),
      (test) => test.live(),
      async (test) => (await test.live()).events.onClose(1006),
    ];
    for (const reach of phases) {
      const test = new TestConnection();
      await reach(test);
      test.connection.stop();
      expect(test.clock.pending).toBe(0);
      expect(test.sockets.every((socket) => socket.closed || test.told.includes('down'))).toBe(
        true,
      );
    }
  });

  it('a disk that refuses drops the line and comes back in ten seconds or more', async () => {
    const test = new TestConnection();
    const socket = await test.live();
    test.connection.drop('disk_full');
    expect(socket.closed).toBe(true);
    expect(test.connection.problem).toBe('disk_full');
    expect(test.connection.nextTry! - test.clock.now()).toBeGreaterThanOrEqual(10_000);
    test.connection.stop();
    test.connection.drop('disk_full');
    expect(test.connection.state).toBe('stopped');
  });
});
