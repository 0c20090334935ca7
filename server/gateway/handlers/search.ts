import { channelOf } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { makeTerm } from '../../../shared/search/terms.ts';
import type { Wanted } from '../../../shared/search/wanted.ts';
import type { GatewayContext } from '../context.ts';
import { hitsText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer } from './question.ts';
import type { Handled } from './result.ts';

/** S2, S11: messages in the channels that the asker is a member of at this moment, as they stand to them. */
export function onSearch(
  frame: Up<'search'>,
  peer: Peer,
  { store }: GatewayContext,
): Promise<Handled> {
  const { id, after, limit } = frame;
  return answer(peer, id, async () => {
    const asker = peer.actor.userId;
    const scopes = await store.scopesOf(asker);
    const readable = scopes.flatMap((scope) => channelOf(scope) ?? []);
    const wanted = wantedBy(frame);
    const page = await store.search({ wanted, asker, readable, after, limit });
    return { text: hitsText(id, page) };
  });
}

/** The question of a frame, as every store is asked it. */
export const wantedBy = ({
  terms,
  from,
  to,
  saidTo,
  notSaidTo,
  ...asked
}: Up<'search'>): Wanted => ({
  ...asked,
  terms: terms.map(({ text, ...how }) => makeTerm(text, how)),
  span: { from: from ?? -Infinity, to: to ?? Infinity },
  ...{ to: saidTo, notTo: notSaidTo },
});
