/** Runs in the page before anything else: what the preload gives it, over WebSockets. */
export function bridge(): void {
  const toText = (message: unknown): string =>
    JSON.stringify(message, (_key, value: unknown) => {
      if (!(value instanceof Uint8Array)) return value;
      let text = '';
      for (let at = 0; at < value.length; at += 8_192) {
        text += String.fromCharCode(...value.subarray(at, at + 8_192));
      }
      return { base64: btoa(text) };
    });
  const fromText = (text: string): unknown =>
    JSON.parse(text, (_key, value: { base64?: string } | null) =>
      typeof value?.base64 === 'string'
        ? Uint8Array.from(atob(value.base64), (char) => char.charCodeAt(0))
        : value,
    );
  const requestPort = (name: string): void => {
    const socket = new WebSocket(`ws://${location.host}/${name}`);
    socket.addEventListener('open', () => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
        socket.send(toText(data)),
      );
      port1.addEventListener('close', () => socket.close());
      socket.addEventListener('message', ({ data }: MessageEvent<string>) =>
        port1.postMessage(fromText(data)),
      );
      socket.addEventListener('close', () => port1.close());
      port1.start();
      window.postMessage({ balai: name }, location.origin, [port2]);
    });
  };
  const info = { host: 'electron', platform: 'linux', version: '0', ownFrame: false };
  Object.assign(globalThis, { balai: { info, requestPort } });
}
