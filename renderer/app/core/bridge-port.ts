import type { Bridge, PortName } from '../../../shared/rpc/bridge.ts';
import type { Port } from '../../../shared/rpc/port.ts';

declare global {
  interface Window {
    /** Given by the preload; absent in the system browser. */
    readonly balai?: Bridge;
  }
}

/** Asks the preload for a port and waits until it comes. */
export function openBridgePort(bridge: Bridge, name: PortName): Promise<Port> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || port === undefined || !isFor(event.data, name)) return;
      window.removeEventListener('message', take);
      // Whoever else waits for one of this name gets the next.
      event.stopImmediatePropagation();
      resolve(portOver(port));
    };
    window.addEventListener('message', take);
    bridge.requestPort(name);
  });
}

const isFor = (data: unknown, name: PortName): boolean =>
  typeof data === 'object' && data !== null && 'balai' in data && data.balai === name;

function portOver(port: MessagePort): Port {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', (event: MessageEvent<unknown>) => listener(event.data));
      port.start();
    },
    onClose: (listener) => port.addEventListener('close', () => listener(), { once: true }),
    close: () => port.close(),
  };
}
