import type * as ElectronModule from 'electron';
import type { Clock } from '../../shared/domain/clock.ts';
import type { Policy } from './policy/policies.ts';

/** The parts of Electron that the shell uses. `main/entry/electron.ts` gives the real ones. */
export type Electron = Pick<
  typeof ElectronModule,
  | 'app'
  | 'BrowserWindow'
  | 'clipboard'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeImage'
  | 'nativeTheme'
  | 'Notification'
  | 'powerMonitor'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
  | 'Tray'
  | 'utilityProcess'
>;

export interface AppOptions {
  readonly electron: Electron;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly platform: NodeJS.Platform;
  readonly argv: readonly string[];
  /** The folder of the built app: `main/`, `renderer/`, `icons/`. */
  readonly folder: string;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}
