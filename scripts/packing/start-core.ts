import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { CoreApi } from '../../shared/rpc/core-api.ts';
import { connect } from '../../shared/rpc/connect.ts';

/**
 * Starts the packed core as Electron's utility process would, in plain Node: with a parent that
 * hands it a port. Asks it a question, opens an encrypted database with the packed native module,
 * loads the packed keychain module, and has the core close.
 *
 * Run by `pack-check.ts` as `node start-core.ts <unpacked app> <profile folder>`.
 */
const [folder = '', profile = ''] = process.argv.slice(2);
const load = createRequire(join(folder, 'main', 'utility.cjs'));

const Database = load('./native/better-sqlite3/lib/index.js') as new (file: string) => {
  pragma(text: string): unknown;
  exec(text: string): void;
  close(): void;
};
const db = new Database(join(profile, 'probe.db'));
db.pragma(`key = "x'${'00'.repeat(32)}'"`);
db.exec('create virtual table t using fts5(words)');
db.close();
load('./native/keytar/lib/keytar.js');

/** One of Node's ports with the manners of Electron's: listeners get an event. */
const asElectron = (port: MessagePort) => {
  const emitter = new EventEmitter();
  port.on('message', (data: unknown) => emitter.emit('message', { data }));
  port.on('close', () => emitter.emit('close'));
  return Object.assign(emitter, {
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  });
};

// What the core tells its parent of itself is of no matter here.
const parent = Object.assign(new EventEmitter(), { postMessage: () => undefined });
Object.assign(process, { parentPort: parent });
const settings = {
  dir: join(profile, 'core'),
  version: '0.0.0',
  relayAddress: null,
  allowInsecure: false,
  hideNotices: false,
  keyStore: 'file',
};
process.argv.push(JSON.stringify(settings));
load('./utility.cjs');

const { port1, port2 } = new MessageChannel();
parent.emit('message', { data: { what: 'port' }, ports: [asElectron(port1)] });
const { api } = connect<CoreApi>({
  post: (message) => port2.postMessage(message),
  onMessage: (listener) => void port2.on('message', listener),
  onClose: (listener) => void port2.on('close', listener),
  close: () => port2.close(),
});
const session = await api.session({});
process.stdout.write(`${JSON.stringify({ state: session.state, keyStore: session.keyStore })}\n`);
parent.emit('message', { data: { what: 'close' }, ports: [] });
