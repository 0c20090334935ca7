import type { ChannelId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import type { Workspace } from '../workspace.ts';
import { applyFound } from '../sync/wants.ts';
import { matchRank } from './people.ts';

/**
 * The members of a channel by name. While the channel is not here as a whole, the relay's first
 * page is asked for too; `complete` says whether anybody may be missing.
 */
export async function memberList(
  workspace: Pick<Workspace, 'cache' | 'people' | 'engine'>,
  channelId: ChannelId,
  query: string,
  limit: number,
): Promise<{ people: PersonView[]; owners: string[]; complete: boolean }> {
  const { cache, people, engine } = workspace;
  const scope = channelScope(channelId);
  let complete = isWhole(workspace, channelId);
  if (!complete) {
    const question = { what: 'members' as const, channelId, limit: 100, after: null };
    const answer = await engine.requests.ask('find', question);
    if (answer.ok) {
      applyFound(cache, answer.frame.rows);
      complete = answer.frame.next === null;
    }
  }
  const members = cache.overlay.list(scope, 'member');
  const views = members.flatMap((member) => people.view(member.id) ?? []);
  const matching = views
    .map((view) => ({ view, rank: matchRank(view.displayName, query) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank || a.view.displayName.localeCompare(b.view.displayName));
  return {
    people: matching.slice(0, limit).map(({ view }) => view),
    owners: members.filter((member) => member.role === 'owner').map((member) => member.id),
    complete: complete && matching.length <= limit && views.length === members.length,
  };
}

function isWhole({ cache }: Pick<Workspace, 'cache'>, channelId: ChannelId): boolean {
  const state = cache.scopes.find(channelScope(channelId));
  return (
    state !== undefined && state.cursor >= state.head && cache.scopes.holes(state.id).length === 0
  );
}
