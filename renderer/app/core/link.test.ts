import { describe, expect, it, vi } from 'vitest';
import type { Port } from '../../../shared/rpc/port.ts';
import { RpcError } from '../../../shared/rpc/connect.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { CoreLink } from './link.ts';

class FakePort implements Port {
  readonly sent: { id: number; method: string; args: unknown }[] = [];
  #message: (message: unknown) => void = () => {};
  readonly #close: (() => void)[] = [];
  post(message: unknown): void {
    this.sent.push(message as FakePort['sent'][number]);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#message = listener;
  }
  onClose(listener: () => void): void {
    this.#close.push(listener);
  }
  close(): void {
    for (const listener of this.#close) listener();
  }
  receive(message: unknown): void {
    this.#message(message);
  }
}

/** A host that can be up or down, and the ports that it gave. */
function host() {
  const ports: FakePort[] = [];
  const state = { up: true, tries: 0 };
  const open = async (): Promise<Port> => {
    state.tries++;
    if (!state.up) throw new Error('no host answers');
    const port = new FakePort();
    ports.push(port);
    return port;
  };
  return { ports, state, open };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

async function connected() {
  const clock = new FakeClock();
  const there = host();
  const link = new CoreLink(there.open, clock);
  link.start();
  await settle();
  return { clock, link, ...there };
}

describe('CoreLink', () => {
  it('carries a call and its answer', async () => {
    const { link, ports } = await connected();
    const answer = link.core.outbox({});
    expect(ports[0]?.sent).toEqual([{ id: 1, method: 'outbox', args: {} }]);
    ports[0]?.receive({ id: 1, value: [] });
    await expect(answer).resolves.toEqual([]);
  });

  it('S14: connects again when the host went away, and says so meanwhile', async () => {
    const { link, ports, state, clock } = await connected();
    const states: string[] = [];
    link.onState(() => states.push(link.state));
    state.up = false;
    ports[0]?.close();
    clock.advance(0);
    await settle();
    clock.advance(100);
    await settle();
    expect(link.state).toBe('lost');
    state.up = true;
    clock.advance(1_000);
    await settle();
    expect(states).toEqual(['lost', 'connected']);
  });

  it('lets a call wait while the host is away', async () => {
    const { link, ports, clock } = await connected();
    ports[0]?.close();
    const answer = link.core.outbox({});
    clock.advance(0);
    await settle();
    expect(ports[1]?.sent).toEqual([{ id: 1, method: 'outbox', args: {} }]);
    ports[1]?.receive({ id: 1, value: [] });
    await expect(answer).resolves.toEqual([]);
  });

  it('fails a call that has waited too long', async () => {
    const { link, ports, state, clock } = await connected();
    state.up = false;
    ports[0]?.close();
    const answer = link.core.outbox({});
    const failed = answer.catch((error: unknown) => error);
    clock.advance(15_000);
    expect(await failed).toBeInstanceOf(RpcError);
  });

  it('fails a call that was on the way, and does not repeat it: it may have been done', async () => {
    const { link, ports, clock } = await connected();
    const answer = link.core.discard({ op: 'x' });
    const failed = answer.catch((error: unknown) => error);
    ports[0]?.close();
    expect(await failed).toBeInstanceOf(RpcError);
    clock.advance(0);
    await settle();
    expect(ports[1]?.sent).toEqual([]);
  });

  it('tries less often the longer the host is away, and never stops', async () => {
    const { ports, state, clock } = await connected();
    state.up = false;
    ports[0]?.close();
    for (let i = 0; i < 120; i++) {
      clock.advance(1_000);
      await settle();
    }
    expect(state.tries).toBeGreaterThan(50);
    expect(state.tries).toBeLessThan(80);
  });

  it('passes on what the core says has changed', async () => {
    const { link, ports } = await connected();
    const heard = vi.fn();
    link.onTopics(heard);
    ports[0]?.receive({ topics: ['sidebar', 'outbox'] });
    expect(heard).toHaveBeenCalledExactlyOnceWith(['sidebar', 'outbox']);
  });
});
