import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { MOST_WAITING, portOver, SLOW_PAGE } from './web-socket-port.ts';

/** A page's socket, and the host's end of it. */
async function line() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const page = new WebSocket(`ws://127.0.0.1:${port}`);
  const [host] = (await once(server, 'connection')) as [WebSocket];
  if (page.readyState !== page.OPEN) await once(page, 'open');
  onTestFinished(() => {
    page.terminate();
    server.close();
  });
  return { page, host };
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const PIECE = 64 * 1024;

it('S14: a page that reads nothing is cut off at a bound, and told why once it reads', async () => {
  const { page, host } = await line();
  const port = portOver(host);
  let most = 0;
  page.pause();
  for (let sent = 0; sent < 64 * 1024 * 1024; sent += PIECE) {
    port.post('x'.repeat(PIECE));
    most = Math.max(most, host.bufferedAmount);
    if (sent % (1024 * 1024) === 0) await turn();
  }
  expect(most).toBeGreaterThan(MOST_WAITING);
  expect(most).toBeLessThan(MOST_WAITING + 2 * PIECE);
  expect(host.readyState).toBe(host.CLOSING);
  const closed = once(page, 'close');
  page.resume();
  expect((await closed)[0]).toBe(SLOW_PAGE);
});

it('a page that reads gets everything, also one answer above the bound', async () => {
  const { page, host } = await line();
  const port = portOver(host);
  let got = 0;
  page.on('message', (data: Buffer) => (got += data.length));
  const large = 'x'.repeat(MOST_WAITING * 2);
  port.post(large);
  await expect.poll(() => got).toBe(large.length + 2);
  for (let n = 0; n < 100; n++) {
    port.post('x'.repeat(PIECE));
    await turn();
  }
  await expect.poll(() => got).toBe(large.length + 2 + 100 * (PIECE + 2));
  expect(host.readyState).toBe(host.OPEN);
});
