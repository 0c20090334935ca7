import type { Clock } from '../../../shared/domain/clock.ts';
import { connect } from '../../../shared/rpc/connect.ts';
import type { ShellApi, ShellClient } from '../../../shared/rpc/shell-api.ts';
import { attachByHttp, attachByPort } from './attach-bytes.ts';
import { openBridgePort } from './bridge-port.ts';
import { browserShell } from './browser-shell.ts';
import type { Services } from './core-context.tsx';
import { CoreLink } from './link.ts';
import { LiveStore } from './live-store.ts';
import { whileSignedIn } from './while-signed-in.ts';
import { hostAddress, openWebSocketPort } from './web-socket-port.ts';

/** Timers of the page, as a `Clock`. */
export const pageClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Connects to the core and the shell: over the preload in Electron, over the host in a browser. */
export async function startServices(
  version: string,
  onError: (method: string, error: unknown) => void,
): Promise<Services> {
  const bridge = window.balai;
  const link = new CoreLink(
    bridge === undefined
      ? () => openWebSocketPort(hostAddress('/core'))
      : () => openBridgePort(bridge, 'core'),
    pageClock,
  );
  const live = new LiveStore(link.core, (method, error) =>
    whileSignedIn(link, () => onError(method, error)),
  );
  link.onTopics((topics) => live.changed(topics));
  link.onState(() => {
    if (link.state === 'connected') live.changedAll();
  });
  const session = live.query('session', {}, ['session']);
  session.subscribe(() => {
    if (session.current()?.state !== 'signed_in') live.forgetPerson();
  });
  link.start();
  const shell: ShellClient =
    bridge === undefined
      ? browserShell(version)
      : connect<ShellApi>(await openBridgePort(bridge, 'shell')).api;
  const attach = bridge === undefined ? attachByHttp : attachByPort(bridge);
  return { link, live, shell, shellInfo: await shell.info({}), attach };
}
