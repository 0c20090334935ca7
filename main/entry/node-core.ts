import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Clock } from '../../shared/domain/clock.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { Core } from '../core/core-port.ts';
import { createCore } from '../core/core.ts';
import { loadKeytar } from '../core/keys/keychain.ts';
import { openKeyStore, type KeyStorePolicy } from '../core/keys/open-key-store.ts';
import { afterTheWindow } from './first-request.ts';
import { nodeClock } from './node-clock.ts';
import { openSocket } from './node-socket.ts';
import { systemTrustingFetch } from './trusted-certificates.ts';

export interface NodeCoreOptions {
  /** The profile's folder; it is made where it is not there. */
  readonly dir: string;
  readonly version: string;
  /** Filled in for whoever signs in; null where nobody has decided. */
  readonly relayAddress: string | null;
  readonly allowInsecure: boolean;
  /** Notifications say only that something came, whatever the person has chosen. */
  readonly hideNotices?: boolean;
  readonly keyStore: KeyStorePolicy;
  /** Somebody waits for a window, which comes before the first request. */
  readonly windowFirst?: boolean;
  /** The system's, where none is given. */
  readonly clock?: Clock;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * The data core with what Node gives: the system's clock, randomness, network and keychain. For
 * the two programs that carry it, Electron's utility process and the browser host.
 */
export async function createNodeCore(options: NodeCoreOptions): Promise<Core> {
  const { dir, version, relayAddress, allowInsecure, log, clock = nodeClock } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
  const fetch = systemTrustingFetch(log);
  return createCore({
    dir,
    client: `balai/${version} ${process.platform}`,
    deviceName: hostname().slice(0, 120) || process.platform,
    relayAddress,
    allowInsecure,
    hideNotices: options.hideNotices ?? false,
    clock,
    random: Math.random,
    randomHex,
    newId: uuid7Generator(clock.now, (length) => randomBytes(length)),
    fetch: options.windowFirst === true ? afterTheWindow(fetch, nodeClock) : fetch,
    openSocket,
    keyStore: await openKeyStore({
      dir,
      policy: options.keyStore,
      clock,
      load: loadKeytar,
      randomHex,
      log,
    }),
    log,
  });
}
