import { createInterface } from 'node:readline';
import { WebSocket } from 'ws';
import { Line } from './line.ts';

/** What receivers listen to: a relay, plain.ts, or socketio-server.ts. */
type Kind = 'balai' | 'plain' | 'socketio';
type Hear = (data: Buffer) => void;

interface Receivers {
  /** Made once for each receiver: hears every frame after the opening. */
  hearer(kind: Kind): Hear;
  /** So many deliveries are to come, to so many receivers. */
  expect(messages: number, receivers: number): void;
}

/**
 * What programs of receivers have in common. Arguments: a url, and what listens there. On stdin a
 * line with the tokens (Balai) or a count opens as many connections, answered by `{"ready"}`; then
 * a line `{"expect": n}` a measurement.
 */
export function receive({ hearer, expect }: Receivers): void {
  const [, file, url, kind] = process.argv;
  if (url === undefined || !isKind(kind)) throw new Error(`usage: ${file} URL KIND`);
  let receivers = 0;
  createInterface(process.stdin).on('line', (line) => {
    const message = JSON.parse(line) as { tokens?: string[]; count?: number; expect?: number };
    if (message.expect !== undefined) return expect(message.expect, receivers);
    const tokens = message.tokens ?? Array.from({ length: message.count ?? 0 }, () => '');
    receivers = tokens.length;
    void Promise.all(tokens.map((token) => open[kind](url, token, hearer(kind)))).then(() =>
      process.stdout.write('{"ready":true}\n'),
    );
  });
}

const open: Record<Kind, (url: string, token: string, hear: Hear) => Promise<void>> = {
  async balai(url, token, hear) {
    (await Line.open(url, token)).onBytes(hear);
  },
  async plain(url, _, hear) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('message', hear);
    await new Promise<void>((resolve) => socket.once('open', () => resolve()));
  },
  // As thin as the others: the documented packets of Engine.IO 4 and Socket.IO 5, by hand.
  socketio(url, _, hear) {
    const socket = new WebSocket(`${url}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    return new Promise((resolve) => {
      socket.on('message', (data: Buffer) => {
        const packet = data.toString('latin1', 0, 2);
        if (packet === '42') hear(data);
        else if (packet === '40') resolve();
        else if (packet.startsWith('0')) socket.send('40');
        else if (packet === '2') socket.send('3');
      });
    });
  },
};

const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && kind in open;
