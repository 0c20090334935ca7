import type { ShellInfo } from './shell-api.ts';

/**
 * What the preload gives the page as `window.balai`. Ports cannot cross the context bridge, so
 * each arrives by `window.postMessage` from the page's own window: data `{ balai: <name> }` and
 * the one MessagePort. The page asks for a port, and asks again when one has closed.
 */
export interface Bridge {
  readonly info: ShellInfo;
  requestPort(name: PortName): void;
}

/** `file`: the core's end of one file (`file-port.ts`), by which the page attaches it. */
export type PortName = 'core' | 'shell' | 'file';
