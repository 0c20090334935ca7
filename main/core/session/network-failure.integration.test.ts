import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import type { Server } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { networkFailure } from './network-failure.ts';

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function failureOf(url: string): Promise<string> {
  try {
    await fetch(url);
    return 'none';
  } catch (error) {
    return networkFailure(error);
  }
}

it('tells a closed port and an unknown host from what answers', async () => {
  const server = createServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  expect(await failureOf(`http://127.0.0.1:${port}/`)).toBe('no_relay');
  expect(await failureOf('http://balai.invalid/')).toBe('no_relay');
});

it('knows that what speaks another protocol is no relay', async () => {
  const mail = await listen(createServer((socket) => socket.end('220 mail.example ESMTP\r\n')));
  expect(await failureOf(`http://127.0.0.1:${mail}/`)).toBe('not_a_relay');
  const plain = await listen(createHttpServer((_, response) => response.end('hello')));
  expect(await failureOf(`https://127.0.0.1:${plain}/`)).toBe('not_a_relay');
});

it('takes a line that breaks for no answer', async () => {
  const port = await listen(createServer((socket) => socket.destroy()));
  expect(await failureOf(`http://127.0.0.1:${port}/`)).toBe('no_relay');
});
