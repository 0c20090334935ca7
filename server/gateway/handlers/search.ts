import { channelOf } from '../../../shared/domain/scope.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import type { Wanted } from '../../../shared/search/match.ts';
import { makeTerm } from '../../../shared/search/terms.ts';
import type { GatewayContext } from '../context.ts';
import { hitsText } from '../frames.ts';
import type { Peer } from '../peer.ts';
import { answer } from './question.ts';
import type { Handled } from './result.ts';

/** S2, S11: messages in the channels that the asker is a member of at this moment. */
export function onSearch(
  frame: Up<'search'>,
  peer: Peer,
  { store }: GatewayContext,
): Promise<Handled> {
  const { id, after, limit } = frame;
  return answer(peer, id, async () => {
    const scopes = await store.scopesOf(peer.actor.userId);
    const readable = scopes.flatMap((scope) => channelOf(scope) ?? []);
    const page = await store.search({ wanted: wantedBy(frame), readable, after, limit });
    return { text: hitsText(id, page) };
  });
}

const wantedBy = (frame: Up<'search'>): Wanted => ({
  terms: frame.terms.map(({ text, ...how }) => makeTerm(text, how)),
  authors: frame.authors,
  notAuthors: frame.notAuthors,
  channels: frame.channels,
  notChannels: frame.notChannels,
  span: { from: frame.from ?? -Infinity, to: frame.to ?? Infinity },
  link: frame.link,
});
