import type { Clock } from '../../../shared/domain/clock.ts';
import type { OwnState } from '../../../shared/rpc/workspace-entry.ts';
import type { Core } from '../../core/core-port.ts';

/** A catch-up changes the sidebar many times a second; a number beside a name has time, ms. */
const SETTLES_MS = 300;

/**
 * Tells how the core's workspace is, soon and whenever that changes: its own window, which does not
 * need that, comes first. Gives how to stop.
 */
export function watchOwnState(
  core: Pick<Core, 'handlers' | 'onTopics'>,
  clock: Clock,
  tell: (state: OwnState) => void,
  log: (message: string, detail?: Record<string, unknown>) => void,
): () => void {
  let told = '';
  let stopped = false;
  let cancel: (() => void) | null = null;
  const look = async (): Promise<void> => {
    const state = await ownStateOf(core);
    const text = JSON.stringify(state);
    if (stopped || text === told) return;
    told = text;
    tell(state);
  };
  const lookNow = (): void =>
    void look().catch((error: unknown) =>
      log('the state of a workspace is not known', { error: String(error) }),
    );
  const lookSoon = (): void => {
    cancel ??= clock.after(SETTLES_MS, () => {
      cancel = null;
      lookNow();
    });
  };
  const stopListening = core.onTopics((topics) => {
    if (topics.includes('session')) lookNow();
    else if (topics.includes('sidebar')) lookSoon();
  });
  lookSoon();
  return () => {
    stopped = true;
    cancel?.();
    stopListening();
  };
}

async function ownStateOf({ handlers }: Pick<Core, 'handlers'>): Promise<OwnState> {
  const { state, problem, address, workspace } = await handlers.session({});
  const sidebar = state === 'signed_in' ? await handlers.sidebar({}) : null;
  return {
    name: sidebar?.workspace || workspace,
    ...{ state, problem, badge: sidebar?.badge ?? 0, colour: sidebar?.colour ?? null },
    // What is proposed at the door says nothing of a workspace.
    address: workspace === null ? null : address,
  };
}
