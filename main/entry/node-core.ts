import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { WebSocket } from 'ws';
import type { Clock } from '../../shared/domain/clock.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { createCore, type Core } from '../core/core.ts';
import { loadKeytar } from '../core/keys/keychain.ts';
import { openKeyStore, type KeyStorePolicy } from '../core/keys/open-key-store.ts';
import { networkFailure, refusedLine } from '../core/session/network-failure.ts';
import type { OpenSocket } from '../core/sync/socket.ts';
import { nodeClock } from './node-clock.ts';
import { systemTrustingFetch } from './trusted-certificates.ts';

/** A relay that has not answered the handshake by then is not there, ms. */
const HANDSHAKE_MS = 15_000;
/** A relay that has not answered a close by then never will, ms. */
const CLOSE_MS = 2_000;
/** Longest frame that a relay may send: a page (1 MiB of rows) with some room, bytes. */
const FRAME_BYTES = 8 * 1024 * 1024;

export interface NodeCoreOptions {
  /** The profile's folder; it is made where it is not there. */
  readonly dir: string;
  readonly version: string;
  /** Filled in for whoever signs in; null where nobody has decided. */
  readonly relayAddress: string | null;
  readonly allowInsecure: boolean;
  readonly keyStore: KeyStorePolicy;
  /** The system's, where none is given. */
  readonly clock?: Clock;
  readonly log: (message: string, detail?: Record<string, unknown>) => void;
}

const openSocket: OpenSocket = (url, events) => {
  const socket = new WebSocket(url, {
    handshakeTimeout: HANDSHAKE_MS,
    maxPayload: FRAME_BYTES,
    perMessageDeflate: false,
  });
  socket.on('open', () => events.onOpen());
  socket.on('message', (data: Buffer, binary) => {
    if (!binary) events.onMessage(data.toString());
  });
  let problem: Parameters<typeof events.onClose>[1];
  // A captive portal's page, or a proxy's refusal. Nothing of it is read, and nothing followed.
  socket.on('unexpected-response', (request, response) => {
    problem = refusedLine(response.statusCode ?? 0);
    response.destroy();
    request.destroy();
    socket.terminate();
  });
  // `close` follows, with 1006.
  socket.on('error', (error) => {
    const failure = networkFailure(error);
    if (failure !== 'no_relay') problem ??= failure;
  });
  socket.on('close', (code) => events.onClose(code, problem));
  return {
    send: (text) => socket.send(text),
    close: () => {
      socket.close();
      const timer = setTimeout(() => socket.terminate(), CLOSE_MS);
      socket.on('close', () => clearTimeout(timer));
    },
  };
};

/**
 * The data core with what Node gives: the system's clock, randomness, network and keychain. For
 * the two programs that carry it, Electron's utility process and the browser host.
 */
export async function createNodeCore(options: NodeCoreOptions): Promise<Core> {
  const { dir, version, relayAddress, allowInsecure, log, clock = nodeClock } = options;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');
  return createCore({
    dir,
    client: `balai/${version} ${process.platform}`,
    deviceName: hostname().slice(0, 120) || process.platform,
    relayAddress,
    allowInsecure,
    clock,
    random: Math.random,
    randomHex,
    newId: uuid7Generator(clock.now, (length) => randomBytes(length)),
    fetch: systemTrustingFetch(log),
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
