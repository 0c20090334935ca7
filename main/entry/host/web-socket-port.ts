import type { WebSocket } from 'ws';
import type { Port } from '../../../shared/rpc/port.ts';

const NOT_JSON = 1003;

/** A port over one browser tab's WebSocket, which speaks JSON. */
export function portOver(socket: WebSocket): Port {
  return {
    post: (message) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
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
