import { WebSocket } from 'ws';
import { networkFailure, refusedLine } from '../core/session/network-failure.ts';
import type { OpenSocket } from '../core/sync/socket.ts';

/** A relay that has not answered the handshake by then is not there, ms. */
const HANDSHAKE_MS = 15_000;
/** A relay that has not answered a close by then never will, ms. */
const CLOSE_MS = 2_000;
/** Longest frame that a relay may send: a page (1 MiB of rows) with some room, bytes. */
const FRAME_BYTES = 8 * 1024 * 1024;

/** Node's WebSocket as the core wants it. */
export const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url, {
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
    // A frame a turn, also where many came at once: what a person asks comes in between.
    allowSynchronousEvents: false,
  });
  socket.on('open', () => events.onOpen());
  socket.on('message', (data: Buffer, binary) => {
    if (!binary) events.onMessage(data.toString());
  });
  let problem: Parameters<typeof events.onClose>[1];
  // A captive portal's page, or a proxy's refusal. Nothing of it is read, and nothing followed.
  socket.on('unexpected-response', (request, response) => {
    problem = refusedLine(response.statusCode ?? 0);
    response.destroy();
    request.destroy();
    socket.terminate();
  });
  // `close` follows, with 1006.
  socket.on('error', (error) => {
    const failure = networkFailure(error);
    if (failure !== 'no_relay') problem ??= failure;
  });
  socket.on('close', (code) => events.onClose(code, problem));
  return {
    send: (text) => socket.send(text),
    close: () => {
      socket.close();
      const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
      socket.on('close', () => clearTimeout(timer));
    },
  };
};
