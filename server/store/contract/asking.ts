import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelOf } from '../../../shared/domain/scope.ts';
import { makeTerm } from '../../../shared/search/terms.ts';
import { anything, type Wanted } from '../../../shared/search/wanted.ts';
import type { Store } from '../port.ts';
import { rowsOf, type Office } from './office.ts';

/** Words with spaces between; `-word` must not be there, `"several words"` as they stand. */
export function asking(words: string, more: Partial<Wanted> = {}): Wanted {
  const pieces = [...words.matchAll(/(-)?(?:"([^"]*)"|(\S+))/g)];
  const terms = pieces.map(([, minus, quoted, plain], i) =>
    makeTerm(quoted ?? plain ?? '', {
      negated: minus !== undefined,
      quoted: quoted !== undefined,
      open: quoted === undefined && minus === undefined && i === pieces.length - 1,
    }),
  );
  return { ...anything, terms, ...more };
}

/** All channels that the person may read at this moment, as the gateway asks for them. */
export async function readable(store: Store, { userId }: Actor): Promise<ChannelId[]> {
  const scopes = await store.scopesOf(userId);
  return scopes.flatMap((scope) => channelOf(scope) ?? []);
}

export async function found(o: Office, who: Actor, words: string, more: Partial<Wanted> = {}) {
  const { rows } = await o.store.search({
    wanted: asking(words, more),
    ...{ asker: who.userId, readable: await readable(o.store, who) },
    ...{ after: null, limit: 20 },
  });
  return rowsOf(rows).map((row) => (row.kind === 'message' ? row.text : ''));
}

/** A minute passes between messages, so that each has its place in time. */
export async function say(o: Office, who: Actor, channelId: ChannelId, ...texts: string[]) {
  const ids: string[] = [];
  for (const text of texts) {
    o.clock.advance(60_000);
    const command = o.send(who, channelId, text);
    const outcome = await o.run(command);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    ids.push(command.op);
  }
  return ids;
}
