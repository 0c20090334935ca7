import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { Core } from '../../core/core-port.ts';
import { createNodeCore } from '../node-core.ts';
import { hostArguments, hostUsage, type HostArguments } from './host-arguments.ts';
import { startHost } from './host-server.ts';
import { PageFolder } from './page-folder.ts';
import { lockProfile, ProfileInUse } from './profile-lock.ts';
import { WorkspaceHosts } from './workspace-hosts.ts';
import { nodeClock } from '../node-clock.ts';
import { FIRST, WorkspaceFolders } from '../workspaces/workspace-folders.ts';

/**
 * Balai without Electron: the cores in this process, and the pages in the system's browser.
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
  const openCore = (folder: string, relayAddress: string | null): Promise<Core> =>
    createNodeCore({
      dir: folder,
      version,
      relayAddress,
      allowInsecure: options.allowInsecure,
      keyStore: options.keyStore,
      // Who signs in at the start waits for the relay, and has no window before.
      windowFirst: options.person === null && !options.signInOnly,
      log,
    });
  const first = await openCore(dir, options.relay);
  const problem = await signIn(first, options);
  if (problem !== null || options.signInOnly) {
    await first.close();
    tell(problem === null ? { signedIn: true } : { problem });
    process.exitCode = problem === null ? 0 : 1;
    return;
  }
  const page = new PageFolder(resolve(options.page));
  const hosts = await WorkspaceHosts.open({
    folders: new WorkspaceFolders(dir, uuid7Generator(nodeClock.now), log),
    first,
    openCore: (folder) => openCore(folder.dir, null),
    serve: (core, id) =>
      startHost({
        port: id === FIRST ? options.port : 0,
        page,
        core,
        randomHex: (bytes) => randomBytes(bytes).toString('hex'),
        log,
      }),
    clock: nodeClock,
    log,
  });
  const stop = (): void => {
    void hosts.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  tell({ url: await hosts.invite(), port: hosts.port, pid: process.pid });
}

main().catch((error: unknown) => {
  log('the host does not start', { error: error instanceof Error ? error.stack : String(error) });
  const { code, message } = error as NodeJS.ErrnoException;
  const taken = code === 'EADDRINUSE' ? 'port_in_use' : 'failed';
  tell({ problem: error instanceof ProfileInUse ? 'profile_in_use' : taken, message });
  process.exitCode = 1;
});
