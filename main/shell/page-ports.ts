import type { IpcMain, IpcMainEvent, MessagePortMain } from 'electron';
import type { PortName } from '../../shared/rpc/bridge.ts';
import { PORT_CHANNEL } from '../preload/port-channel.ts';
import { isOwnAddress } from './origin.ts';

const names: ReadonlySet<unknown> = new Set<PortName>(['core', 'shell', 'file']);
const isName = (value: unknown): value is PortName => names.has(value);

/**
 * Whether a message comes from the app's own page: from the main frame of a web contents, and that
 * frame shows the app's origin at this moment.
 */
export function isOwnPage({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>) {
  return senderFrame !== null && senderFrame === sender.mainFrame && isOwnAddress(senderFrame.url);
}

export interface PagePortsOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  /**
   * Opens a port for the page in these contents, and gives its end at once or as soon as there is
   * somebody at the other. False: no window of the app has such contents.
   */
  readonly open: (
    name: PortName,
    contents: number,
    give: (port: MessagePortMain) => void,
  ) => boolean;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/** Gives the app's own page the ports that it asks for, and nobody else. */
export function givePorts({ ipcMain, open, log }: PagePortsOptions): void {
  ipcMain.on(PORT_CHANNEL, (event, name: unknown) => {
    if (!isOwnPage(event) || !isName(name)) {
      log('a port was refused', { name: typeof name === 'string' ? name.slice(0, 20) : null });
      return;
    }
    const { sender } = event;
    const opened = open(name, sender.id, (port) => {
      // The page may have gone in the meantime; its next one asks for itself.
      if (sender.isDestroyed() || !isOwnAddress(sender.getURL())) port.close();
      else sender.postMessage(PORT_CHANNEL, name, [port]);
    });
    if (!opened) log('a port was refused', { name });
  });
}
