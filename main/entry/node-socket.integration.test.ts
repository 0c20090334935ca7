import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { openSocket } from './node-socket.ts';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
afterEach(() => void server.close());

it('takes in one frame a turn, so that what a person asks comes in between', async () => {
  const FRAMES = 12;
  server.on('connection', (socket, request) => {
    // One piece on the wire, as a relay under load writes.
    request.socket.cork();
    for (let n = 0; n < FRAMES; n++) socket.send(`${n}`);
    request.socket.uncork();
  });
  const came: string[] = [];
  let turn = 0;
  const turns: number[] = [];
  const port = (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => {
    const count = (): void => {
      turn++;
      if (came.length < FRAMES) setImmediate(count);
      else resolve();
    };
    setImmediate(count);
    openSocket(`ws://127.0.0.1:${port}`, {
      onOpen: () => undefined,
      onMessage: (text) => {
        came.push(text);
        turns.push(turn);
      },
      onClose: () => undefined,
    });
  });
  expect(came).toEqual(Array.from({ length: FRAMES }, (_, n) => `${n}`));
  expect(new Set(turns).size).toBe(FRAMES);
  for (const client of server.clients) client.terminate();
  await Promise.all([...server.clients].map((client) => once(client, 'close')));
});
