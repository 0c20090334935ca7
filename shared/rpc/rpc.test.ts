import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { portPair } from '../testing/ports.ts';
import { method, type Handlers } from './method.ts';
import { connect, RpcError } from './connect.ts';
import { serve } from './serve.ts';
import type { Topic } from './topics.ts';

const api = {
  add: method<number>()(z.strictObject({ a: z.number(), b: z.number() })),
  trim: method<string>()(z.strictObject({ text: z.string().trim() })),
  later: method<string>()(z.strictObject({ text: z.string() })),
  nothing: method<null>()(z.strictObject({})),
  fail: method<null>()(z.strictObject({})),
};

function line(over: Partial<Handlers<typeof api>> = {}) {
  const { a, b, settle } = portPair();
  const errors: [string, unknown][] = [];
  const open = new Map<string, (text: string) => void>();
  const tell = serve(
    b,
    api,
    {
      add: ({ a: x, b: y }) => x + y,
      trim: ({ text }) => text,
      later: ({ text }) => new Promise((resolve) => open.set(text, resolve)),
      nothing: () => null,
      fail: () => {
        throw new Error('the disk is full');
      },
      ...over,
    },
    (name, error) => errors.push([name, error]),
  );
  return { ...connect<typeof api>(a), a, b, errors, open, settle, tell };
}

describe('the RPC', () => {
  it('gives a call its answer', async () => {
    const { api: client } = line();
    expect(await client.add({ a: 2, b: 3 })).toBe(5);
    expect(await client.nothing({})).toBeNull();
  });

  it('gives each call its own answer, in whatever order they come', async () => {
    const { api: client, open, settle } = line();
    const first = client.later({ text: 'first' });
    const second = client.later({ text: 'second' });
    await settle();
    open.get('second')?.('2');
    open.get('first')?.('1');
    expect(await Promise.all([first, second])).toEqual(['1', '2']);
  });

  it('hands on arguments as their schema made them', async () => {
    const { api: client } = line();
    expect(await client.trim({ text: '  halo ' })).toBe('halo');
  });

  it('refuses arguments of another shape before the handler sees them', async () => {
    const seen: unknown[] = [];
    const { api: client, errors } = line({ add: (args) => (seen.push(args), 0) });
    await expect(client.add({ a: 1 } as never)).rejects.toThrow(RpcError);
    await expect(client.add({ a: 1, b: 2, c: 3 } as never)).rejects.toThrow(RpcError);
    expect(seen).toEqual([]);
    expect(errors.map(([name]) => name)).toEqual(['add', 'add']);
  });

  it('fails the call whose handler failed, tells the server, and goes on', async () => {
    const { api: client, errors } = line();
    await expect(client.fail({})).rejects.toThrow('the disk is full');
    expect(errors.map(([name]) => name)).toEqual(['fail']);
    expect(await client.add({ a: 1, b: 1 })).toBe(2);
  });

  it.each(['toString', '__proto__', 'constructor', 'unknown'])(
    'knows no method %s, whatever objects inherit',
    async (name) => {
      const { a, errors, settle } = line();
      const answers: unknown[] = [];
      a.onMessage((message) => answers.push(message));
      a.post({ id: 7, method: name, args: {} });
      await settle();
      expect(answers).toEqual([{ id: 7, error: `no method ${name}` }]);
      expect(errors).toHaveLength(1);
    },
  );

  it.each([null, 'hello', { id: 'x', method: 'add', args: {} }, { id: 1, method: 'add', more: 1 }])(
    'passes over what is no call (%j)',
    async (message) => {
      const { a, api: client, errors, settle } = line();
      a.post(message);
      await settle();
      expect(errors.map(([name]) => name)).toEqual(['?']);
      expect(await client.add({ a: 1, b: 1 })).toBe(2);
    },
  );

  it('passes over an answer that nobody waits for, and one of another shape', async () => {
    const { b, api: client } = line();
    b.post({ id: 99, value: 1 });
    b.post({ id: 1 });
    b.post('noise');
    expect(await client.add({ a: 1, b: 1 })).toBe(2);
  });

  it('fails open calls when the line closes, and later ones at once', async () => {
    const { a, api: client, settle } = line();
    const open = client.later({ text: 'x' });
    await settle();
    a.close();
    await expect(open).rejects.toThrow('the connection closed');
    await expect(client.add({ a: 1, b: 1 })).rejects.toThrow('the connection closed');
  });

  it('has a client that may be awaited', async () => {
    const { api: client, errors } = line();
    const same = await Promise.resolve(client);
    expect(await same.add({ a: 2, b: 3 })).toBe(5);
    expect(errors).toEqual([]);
  });

  it('tells all who listen which topics have changed', async () => {
    const { onTopics, tell, settle } = line();
    const heard: Topic[][] = [];
    onTopics((topics) => heard.push(topics));
    onTopics((topics) => heard.push(topics));
    tell(['sidebar', 'channel:1']);
    await settle();
    expect(heard).toEqual([
      ['sidebar', 'channel:1'],
      ['sidebar', 'channel:1'],
    ]);
  });
});
