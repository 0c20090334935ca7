import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { MAX_REVISIONS, revisionId, type Revision } from '../../../shared/domain/kinds/revision.ts';
import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { channelScope, orgScope } from '../../../shared/domain/scope.ts';
import type { RevisionList } from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import type { Channels } from './channels.ts';
import type { MessageViews } from './message-view.ts';
import { namedIn } from './named.ts';
import type { People } from './people.ts';

/** How many earlier texts of a message its readers may see. */
export const revisionCount = ({ deletedAt, edits = 0 }: Message, allowed: boolean): number =>
  allowed && deletedAt === null ? Math.min(edits, MAX_REVISIONS) : 0;

interface Parts {
  readonly cache: Cache;
  readonly views: MessageViews;
  readonly people: People;
  readonly channels: Channels;
}

/** What a message said before, the newest text first; nothing where the company does not want it. */
export function revisionList(parts: Parts, channelId: ChannelId, messageId: string): RevisionList {
  const { cache, views, people, channels } = parts;
  const { overlay } = cache;
  const scope = channelScope(channelId);
  const message = overlay.get(scope, 'message', messageId);
  const allowed = policyOf(overlay.get(orgScope, 'workspace', WORKSPACE_ROW)).editHistory;
  const count = message === undefined ? 0 : revisionCount(message, allowed);
  if (message === undefined || count === 0) {
    return { now: null, revisions: [], complete: true, people: {}, channels: {} };
  }
  const rows = Array.from({ length: count }, (_, n) =>
    overlay.get(scope, 'revision', revisionId(messageId, n)),
  ).filter((row): row is Revision => row !== undefined);
  rows.sort((a, b) => b.at - a.at || b.version - a.version);
  // Each text names people and channels as the message itself does.
  const [now = null] = views.views(channelId, [message]);
  const named = namedIn(now === null ? [] : [now, ...rows.map(({ text }) => ({ ...now, text }))]);
  return {
    now,
    revisions: rows.map(({ text, at }) => ({ text, at })),
    complete: rows.length === count,
    people: people.views(named.people),
    channels: channels.names(named.channels),
  };
}
