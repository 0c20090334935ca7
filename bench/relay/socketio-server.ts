/**
 * A chat room on Socket.IO 4, in a process of its own, as its documentation advises: one room,
 * connection state recovery in memory, WebSocket alone, no compression (its default). What a socket
 * sends as `message` goes to all others, and the sender's callback is called. Prints `{"listening"}`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const server = createServer();
const io = new Server(server, {
  transports: ['websocket'],
  serveClient: false,
  connectionStateRecovery: { maxDisconnectionDuration: 120_000, skipMiddlewares: true },
});
io.on('connection', (socket) => {
  void socket.join('room');
  socket.on('message', (text: string, answer: () => void) => {
    socket.to('room').emit('message', text);
    answer();
  });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ listening: `ws://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
