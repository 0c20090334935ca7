import { EventEmitter } from 'node:events';

type Serve = (request: Request) => Promise<Response>;

/** A session of pages: what serves them, and what they may. */
export class FakeSession extends EventEmitter {
  readonly pages = new Map<string, Serve>();
  readonly protocol = {
    handle: (scheme: string, serve: Serve) => this.pages.set(scheme, serve),
  };
  cleared = false;
  request: ((...args: unknown[]) => void) | undefined;
  check: ((...args: unknown[]) => boolean) | undefined;
  device: ((...args: unknown[]) => boolean) | undefined;
  clearStorageData(): Promise<void> {
    this.cleared = true;
    return Promise.resolve();
  }
  setPermissionRequestHandler(handler: (...args: unknown[]) => void): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: (...args: unknown[]) => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: (...args: unknown[]) => boolean): void {
    this.device = handler;
  }
}
