import { orgScope } from '../../../shared/domain/scope.ts';
import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { OLDEST_PROTOCOL, PROTOCOL } from '../../../shared/protocol/version.ts';
import type { Identity } from '../../services/accounts/authenticator.ts';
import { StoreUnavailable } from '../../store/port.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { goodbye, unavailable, type Goodbye } from './result.ts';

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

/**
 * Subscribes the connection to everything that its person reads, and says how far each scope is.
 * The heads are read after the subscription: what is committed in between comes as `rows`.
 */
export async function welcome(
  peer: Peer,
  expires: number,
  { store, fanout, directory, clock, settings }: GatewayContext,
): Promise<Down<'welcome'> | Goodbye> {
  try {
    const mode = directory.mode;
    fanout.subscribe(peer, [`user:${peer.userId}`]);
    let departures: number;
    let scopes;
    // S11: whoever is put out of a channel at this very moment is not put back in.
    do {
      departures = peer.departures;
      scopes = await store.scopesOf(peer.userId);
    } while (peer.departures !== departures);
    fanout.subscribe(peer, mode === 'full' ? scopes : scopes.filter((scope) => scope !== orgScope));
    const heads = await store.heads(scopes);
    fanout.reached(heads);
    return {
      ...{ t: 'welcome', protocol: PROTOCOL, server: settings.server, userId: peer.userId },
      ...{ time: clock.now(), directory: mode, expires, leaseDays: settings.leaseDays },
      scopes: heads,
    };
  } catch (error) {
    if (error instanceof StoreUnavailable) return unavailable;
    throw error;
  }
}
