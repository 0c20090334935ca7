import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Core } from '../../core/core-port.ts';
import { createNodeCore } from '../node-core.ts';
import { hostArguments, hostUsage, type HostArguments } from './host-arguments.ts';
import { startHost, type Host } from './host-server.ts';
import { PageFolder } from './page-folder.ts';
import { lockProfile, ProfileInUse } from './profile-lock.ts';

/**
 * Balai without Electron: the core in this process, and the page in the system's browser.
 * One line of JSON on stdout tells how it went; the log goes to stderr, a line of JSON an event.
 */
const root = resolve(import.meta.dirname, '..', '..', '..');

const log = (message: string, detail: Record<string, unknown> = {}): void => {
  process.stderr.write(`${JSON.stringify({ time: Date.now(), message, ...detail })}\n`);
};
const tell = (line: Record<string, unknown>): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Signs in where nobody is; gives what went wrong, or null. */
async function signIn(core: Core, { relay, person }: HostArguments): Promise<string | null> {
  const { state } = await core.handlers.session({});
  if (relay === null || state !== 'signed_out') return null;
  const { BALAI_PASSWORD: password = '', BALAI_INVITE: code } = process.env;
  if (code === undefined && person === null) return null;
  const result =
    code === undefined
      ? await core.handlers.signIn({ address: relay, name: person ?? '', password })
      : await core.handlers.acceptInvite({ address: relay, code, password });
  return result.ok ? null : result.code;
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return void process.stdout.write(hostUsage);
  const options = hostArguments(process.argv.slice(2), root);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = resolve(options.data);
  process.once('exit', lockProfile(dir));
  const core = await createNodeCore({
    dir,
    version,
    relayAddress: options.relay,
    allowInsecure: options.allowInsecure,
    keyStore: options.keyStore,
    log,
  });
  const problem = await signIn(core, options);
  if (problem !== null || options.signInOnly) {
    await core.close();
    tell(problem === null ? { signedIn: true } : { problem });
    process.exitCode = problem === null ? 0 : 1;
    return;
  }
  let host: Host;
  try {
    host = await startHost({
      port: options.port,
      page: new PageFolder(resolve(options.page)),
      core,
      randomHex: (bytes) => randomBytes(bytes).toString('hex'),
      log,
    });
  } catch (error) {
    await core.close();
    throw error;
  }
  const stop = (): void => {
    void host
      .close()
      .then(() => core.close())
      .finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  tell({ url: host.url, port: host.port, pid: process.pid });
}

main().catch((error: unknown) => {
  log('the host does not start', { error: error instanceof Error ? error.stack : String(error) });
  const { code, message } = error as NodeJS.ErrnoException;
  const taken = code === 'EADDRINUSE' ? 'port_in_use' : 'failed';
  tell({ problem: error instanceof ProfileInUse ? 'profile_in_use' : taken, message });
  process.exitCode = 1;
});
