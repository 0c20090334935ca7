/**
 * The floors of the relay's figures, in a process of its own: `broadcast` sends each message to all
 * other sockets and stores nothing; `rooms` to everybody in the sender's room, which the socket's
 * first message names; `store FOLDER` writes the same rows, one message a transaction. All answer
 * `ok`. The first two listen on a port that is given after them, or on any. Prints `{"listening"}`.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { bareWriter } from './bare-writer.ts';

const [, , what, where] = process.argv;
const server = createServer();
const sockets = new WebSocketServer({ server, perMessageDeflate: false });

type Answer = (text: string, socket: WebSocket) => void;

function broadcast(): Answer {
  return (text, socket) => {
    for (const other of sockets.clients) if (other !== socket) other.send(text);
  };
}

function store(folder: string): Answer {
  const write = bareWriter(folder);
  return (text) => void write([text]);
}

/** As a relay does, the sender hears its own message too. */
function rooms(): Answer {
  const roomOf = new Map<WebSocket, Set<WebSocket>>();
  const byName = new Map<string, Set<WebSocket>>();
  return (text, socket) => {
    const room = roomOf.get(socket);
    if (room !== undefined) {
      for (const member of room) member.send(text);
      return;
    }
    const joined = byName.get(text) ?? new Set();
    byName.set(text, joined.add(socket));
    roomOf.set(socket, joined);
    socket.on('close', () => joined.delete(socket));
  };
}

function answerOf(): Answer {
  if (what === 'store' && where !== undefined) return store(where);
  return what === 'rooms' ? rooms() : broadcast();
}

const answer = answerOf();
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    answer(data.toString(), socket);
    socket.send('ok');
  });
});
server.listen(what === 'store' ? 0 : Number(where ?? 0), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ listening: `ws://127.0.0.1:${port}` })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
