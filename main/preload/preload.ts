import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, PortName } from '../../shared/rpc/bridge.ts';
import { PORT_CHANNEL } from './port-channel.ts';
import { readShellInfo } from './shell-info.ts';

const NAMES: readonly string[] = ['core', 'shell', 'file'] satisfies PortName[];

/**
 * What the page gets of Electron: who carries it, and three named ports. It cannot name a channel,
 * send a message of its own choice, or see an event.
 */
const bridge: Bridge = {
  info: readShellInfo(process.argv),
  requestPort: (name) => {
    if (NAMES.includes(name)) ipcRenderer.send(PORT_CHANNEL, name);
  },
};

ipcRenderer.on(PORT_CHANNEL, (event, name: PortName) => {
  // Ports cannot cross the context bridge; a window's own message can carry them.
  window.postMessage({ balai: name }, window.location.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('balai', Object.freeze(bridge));
