import { orgScope, userScope } from '../../../shared/domain/scope.ts';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '../../../shared/protocol/version.ts';
import type { Identity } from '../../services/accounts/authenticator.ts';
import { StoreUnavailable, type ScopeHead } from '../../store/port.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { goodbye, handled, unavailable, type Goodbye, type Handled } from './result.ts';

/** Finds out who connects, or why they may not. */
export async function identify(
  { protocol, token }: Up<'hello'>,
  { authenticator }: GatewayContext,
): Promise<Identity | Goodbye> {
  if (protocol < OLDEST_PROTOCOL) return goodbye(closeCodes.clientTooOld, 'update the client');
  if (protocol > PROTOCOL) return goodbye(closeCodes.clientTooNew, 'update the relay');
  try {
    const identity = await authenticator.verify(token);
    return identity ?? goodbye(closeCodes.unauthenticated, 'the token is not good');
  } catch (error) {
    if (error instanceof StoreUnavailable) return unavailable;
    throw error;
  }
}

type Needed = Pick<GatewayContext, 'store' | 'fanout' | 'directory' | 'clock' | 'settings'>;

/**
 * Subscribes the connection to everything that its person reads, and says from which head on rows
 * of each scope come to it. `greet` is called in the same moment in which that is true.
 */
export async function welcome(
  peer: Peer,
  expires: number,
  { store, fanout, directory, clock, settings }: Needed,
  greet: (frame: Down<'welcome'>) => void,
): Promise<Handled> {
  try {
    const mode = directory.mode;
    // S13: before the scopes are read. What another node changes of them from here on is above
    // this head, so it comes by the store and moves the peer.
    await fanout.follow(peer, userScope(peer.userId));
    if (mode === 'lazy') fanout.company.join(peer);
    let moves: number;
    let scopes: ScopeHead[];
    // S11: who is put out of a channel at this very moment is not put back in, and the reverse.
    do {
      moves = peer.moves;
      const all = await store.scopesOf(peer.userId);
      if (peer.moves !== moves) continue;
      // Of a directory that nobody keeps only little is told; its head says that there is one.
      const unheard = mode === 'full' ? [] : await store.heads([orgScope]);
      const live = mode === 'full' ? all : all.filter((scope) => scope !== orgScope);
      scopes = [...unheard, ...(await fanout.subscribe(new Map([[peer, live]]))).flat()];
    } while (peer.moves !== moves);
    greet({
      ...{ t: 'welcome', protocol: PROTOCOL, server: settings.server, userId: peer.userId },
      ...{ time: clock.now(), directory: mode, expires, leaseDays: settings.leaseDays },
      scopes: scopes!,
    });
    return handled;
  } catch (error) {
    if (error instanceof StoreUnavailable) return unavailable;
    throw error;
  }
}
