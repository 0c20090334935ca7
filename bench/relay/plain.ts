/**
 * The floors of the relay's figures, in a process of its own: `broadcast` sends each message to all
 * other sockets and stores nothing; `store` writes the same rows, one message a transaction, and
 * answers. Prints `{"listening"}`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { bareWriter } from './bare-writer.ts';

const [, , what, dir] = process.argv;
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
const all = new Set<WebSocket>();
const write = what === 'store' && dir !== undefined ? bareWriter(dir) : null;

sockets.on('connection', (socket) => {
  all.add(socket);
  socket.on('close', () => all.delete(socket));
  socket.on('message', (data: Buffer) => {
    const text = data.toString();
    if (write === null) {
      for (const other of all) if (other !== socket) other.send(text);
    } else {
      write([text]);
    }
    socket.send('ok');
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ listening: `ws://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
