import type { Topic } from '../../../shared/rpc/topics.ts';
import type { WorkspaceEntry } from '../../../shared/rpc/workspace-entry.ts';
import type { Core } from '../../core/core-port.ts';

/** The workspaces beside a core's own, as whoever carries it knows them. */
export interface Others {
  list(): WorkspaceEntry[];
  onChange(listener: () => void): () => void;
  /** Brings one before the person's eyes. Each gives an address where a page has to go itself. */
  open(id: string): Promise<string | null>;
  /** Opens the door of one more. */
  add(): Promise<string | null>;
  /** Nobody is signed in here, and nobody will: goes to another one. */
  leave(): Promise<string | null>;
}

/** The same core, whose pages also see which other workspaces there are. It knows no more of them. */
export function amongOthers(core: Core, others: Others): Core {
  return {
    files: core.files,
    handlers: {
      ...core.handlers,
      workspaces: () => others.list(),
      openWorkspace: async ({ id }) => ({ url: await others.open(id) }),
      addWorkspace: async () => ({ url: await others.add() }),
      leaveWorkspace: async () => {
        const { state } = await core.handlers.session({});
        return { url: state === 'signed_out' ? await others.leave() : null };
      },
    },
    onTopics: (listener: (topics: Topic[]) => void) => {
      const stops = [core.onTopics(listener), others.onChange(() => listener(['workspaces']))];
      return () => {
        for (const stop of stops) stop();
      };
    },
    networkChanged: () => core.networkChanged(),
    close: () => core.close(),
  };
}
