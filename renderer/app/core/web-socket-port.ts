import type { Port } from '../../../shared/rpc/port.ts';

/** Opens a port over a WebSocket that speaks JSON. Rejects where the host does not answer. */
export function openWebSocketPort(url: string): Promise<Port> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const fail = () => reject(new Error('no host answers'));
    socket.addEventListener('close', fail, { once: true });
    socket.addEventListener(
      'open',
      () => {
        socket.removeEventListener('close', fail);
        resolve(portOver(socket));
      },
      { once: true },
    );
  });
}

function portOver(socket: WebSocket): Port {
  return {
    post: (message) => socket.send(JSON.stringify(message)),
    onMessage: (listener) =>
      socket.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') listener(JSON.parse(event.data));
      }),
    onClose: (listener) => socket.addEventListener('close', () => listener(), { once: true }),
    close: () => socket.close(),
  };
}

/** The host that served this page also serves its core. */
export const hostAddress = (path: string): string => {
  const url = new URL(path, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  return url.href;
};
