import { coreApi } from '../../shared/rpc/core-api.ts';
import type { Port } from '../../shared/rpc/port.ts';
import { serve } from '../../shared/rpc/serve.ts';
import type { Topic } from '../../shared/rpc/topics.ts';
import { attachByHttp } from '../app/core/attach-bytes.ts';
import type { Services } from '../app/core/core-context.tsx';
import { CoreLink } from '../app/core/link.ts';
import { LiveStore } from '../app/core/live-store.ts';
import { pageClock } from '../app/core/start-services.ts';
import { FixtureCore } from './fixture-core.ts';
import { fixtureOffice } from './fixture-office.ts';

/** Two ends of one line within the page; what is said arrives as a copy, a task later. */
function linePair(): [Port, Port] {
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (own: 0 | 1): Port => ({
    post: (message) => {
      const copy = structuredClone(message);
      const { port1, port2 } = new MessageChannel();
      port2.addEventListener('message', () => {
        port2.close();
        for (const listener of listeners[own === 0 ? 1 : 0]) listener(copy);
      });
      port2.start();
      port1.postMessage(null);
    },
    onMessage: (listener) => void listeners[own].push(listener),
    onClose: () => undefined,
    close: () => undefined,
  });
  return [end(0), end(1)];
}

declare global {
  interface Window {
    fixture?: FixtureCore;
  }
}

/** The page's services over a core in the page itself, for looking at screens. */
export async function startServices(): Promise<Services> {
  const [ours, theirs] = linePair();
  let tell: (topics: Topic[]) => void = () => undefined;
  const core = new FixtureCore(fixtureOffice(), (topics) => tell(topics));
  tell = serve(theirs, coreApi, core.handlers(), (_method, error) => reportError(error));
  window.fixture = core;
  const link = new CoreLink(async () => ours, pageClock);
  const live = new LiveStore(link.core, (_method, error) => reportError(error));
  link.onTopics((topics) => live.changed(topics));
  link.start();
  return {
    link,
    live,
    shell: {
      info: async () => ({ host: 'browser', platform: 'test', version: '0', ownFrame: false }),
      openOutside: async () => true,
      setBadge: async () => null,
      mayNotify: async () => true,
      notify: async () => null,
      withdraw: async () => null,
      copyText: async () => null,
      saveFile: async () => ({ ok: true, value: null }),
      openSaved: async () => false,
    },
    shellInfo: { host: 'browser', platform: 'test', version: '0', ownFrame: false },
    attach: attachByHttp,
  };
}
