import type { MessageEvent, MessagePortMain } from 'electron';
import { coreApi } from '../../shared/rpc/core-api.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { serve } from '../../shared/rpc/rpc.ts';
import type { Core } from '../core/core-port.ts';
import { coreSettings, toCore } from './core-messages.ts';
import { createNodeCore } from './node-core.ts';
import { serveFile } from './serve-files.ts';

/** One line of JSON an event, to the shell's own log. */
const log = (message: string, detail: Record<string, unknown> = {}): void => {
  process.stderr.write(`${JSON.stringify({ time: Date.now(), message, ...detail })}\n`);
};

const portOver = (port: MessagePortMain): Port => ({
  post: (message) => port.postMessage(message),
  onMessage: (listener) => {
    port.on('message', ({ data }) => listener(data));
    port.start();
  },
  onClose: (listener) => void port.once('close', listener),
  close: () => port.close(),
});

function serveOn(port: Port, core: Core): void {
  const tell = serve(port, coreApi, core.handlers, (method, error) =>
    log('a call failed', { method, error: String(error) }),
  );
  port.onClose(core.onTopics(tell));
}

function giveFile(port: Port, core: Core): void {
  void serveFile(port, core.files, (error) => log('a file failed', { error: String(error) }));
}

/**
 * The data core as Electron's utility process: it serves its API, or one file, on every port that
 * it is given.
 */
async function main(): Promise<void> {
  const { parentPort } = process;
  const settings = coreSettings.parse(JSON.parse(process.argv.at(-1) ?? ''));
  const starting = createNodeCore({ ...settings, log });
  parentPort.on('message', ({ data, ports }: MessageEvent) => {
    const message = toCore.parse(data);
    void starting.then(async (core) => {
      if (message.what === 'network-changed') core.networkChanged();
      // What a page asks before the core is there waits in its port.
      else if (message.what === 'port') for (const port of ports) serveOn(portOver(port), core);
      else if (message.what === 'file-port')
        for (const port of ports) giveFile(portOver(port), core);
      else {
        await core.close();
        process.exit(0);
      }
    });
  });
  await starting;
}

main().catch((error: unknown) => {
  log('the core does not start', { error: error instanceof Error ? error.stack : String(error) });
  process.exit(1);
});
