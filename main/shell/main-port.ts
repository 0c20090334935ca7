import type { MessagePortMain } from 'electron';
import type { Port } from '../../shared/rpc/port.ts';

/** One of Electron's ports on Node's side, as the RPC takes it. */
export const portOver = (port: MessagePortMain): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.on('message', ({ data }) => listener(data));
    port.start();
  },
  onClose: (listener) => void port.once('close', listener),
  close: () => port.close(),
});
