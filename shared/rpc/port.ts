/**
 * What the RPC runs over: a MessagePort in Electron, a WebSocket on loopback in the browser host.
 * Messages are structured-cloneable; a WebSocket sends them as JSON.
 */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onClose(listener: () => void): void;
  close(): void;
}
