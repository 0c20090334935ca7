import type { WebSocket } from 'ws';
import type { Port } from '../../../shared/rpc/port.ts';

const NOT_JSON = 1003;
/** The page has not read what was sent to it; it asks for everything anew when it comes back. */
export const SLOW_PAGE = 4413;
/** Bytes that may wait for a page before nothing more is added: several of the largest answers. */
export const MOST_WAITING = 8 * 1024 * 1024;

/**
 * A port over one browser tab's WebSocket, which speaks JSON. A tab that stands still reads nothing,
 * for hours if need be: beyond a bound it is cut off, and nothing more is kept for it (S14).
 */
export function portOver(socket: WebSocket): Port {
  return {
    post: (message) => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING) socket.close(SLOW_PAGE, 'the page reads nothing');
      else socket.send(JSON.stringify(message));
    },
    onMessage: (listener) =>
      void socket.on('message', (data: Buffer, binary) => {
        let message: unknown;
        try {
          message = binary ? undefined : JSON.parse(data.toString());
        } catch {
          message = undefined;
        }
        if (message === undefined) socket.close(NOT_JSON, 'JSON is spoken here');
        else listener(message);
      }),
    onClose: (listener) => void socket.once('close', listener),
    close: () => socket.close(),
  };
}
