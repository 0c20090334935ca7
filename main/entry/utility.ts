import type { MessageEvent, MessagePortMain } from 'electron';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { coreApi } from '../../shared/rpc/core-api.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { serve } from '../../shared/rpc/serve.ts';
import type { Core } from '../core/core-port.ts';
import { coreSettings, toCore, type FromCore } from './core-messages.ts';
import { nodeClock } from './node-clock.ts';
import { createNodeCore } from './node-core.ts';
import { serveFile } from './serve-files.ts';
import { amongOthers } from './workspaces/among-others.ts';
import { watchOwnState } from './workspaces/own-state.ts';
import { ToldOthers } from './workspaces/told-others.ts';

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

async function openCore(others: ToldOthers, post: (message: FromCore) => void): Promise<Core> {
  const settings = coreSettings.parse(JSON.parse(process.argv.at(-1) ?? ''));
  const own = await createNodeCore({ ...settings, windowFirst: true, log });
  watchOwnState(own, nodeClock, (state) => post({ what: 'state', state }), log);
  return amongOthers(own, others);
}

/** Whether a link leads into this workspace. */
async function lookFor(id: ChannelId, core: Core): Promise<boolean> {
  const { state } = await core.handlers.session({});
  return state === 'signed_in' && (await core.handlers.channel({ channelId: id })) !== null;
}

/**
 * The data core as Electron's utility process: it serves its API, or one file, on every port that
 * it is given.
 */
async function main(): Promise<void> {
  const { parentPort } = process;
  const post: (message: FromCore) => void = parentPort.postMessage.bind(parentPort);
  const others = new ToldOthers(post);
  const starting = openCore(others, post);
  const follow = async (core: Core, { data, ports }: MessageEvent): Promise<void> => {
    const message = toCore.parse(data);
    switch (message.what) {
      case 'network-changed':
        return core.networkChanged();
      // What a page asks before the core is there waits in its port.
      case 'port':
        for (const port of ports) serveOn(portOver(port), core);
        return;
      case 'file-port':
        for (const port of ports) giveFile(portOver(port), core);
        return;
      case 'workspaces':
        return others.take(message.list);
      case 'has':
        if (await lookFor(message.channelId, core)) post(message);
        return;
      case 'answer':
        await core.handlers.answerNotice(message.answer);
        return;
      case 'close':
        await core.close();
        process.exit(0);
    }
  };
  parentPort.on('message', (event: MessageEvent) => {
    void starting
      .then((core) => follow(core, event))
      .catch((error: unknown) => log('a message to the core failed', { error: String(error) }));
  });
  await starting;
}

main().catch((error: unknown) => {
  log('the core does not start', { error: error instanceof Error ? error.stack : String(error) });
  process.exit(1);
});
