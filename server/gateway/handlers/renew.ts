import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import type { Up } from '../../../shared/protocol/up.ts';
import { StoreUnavailable } from '../../store/port.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { goodbye, handled, unavailable, type Handled } from './result.ts';

/** A fresh token of the same session, before the old one runs out. */
export async function onRenew(
  { token }: Up<'renew'>,
  peer: Peer,
  { authenticator }: GatewayContext,
): Promise<Handled> {
  try {
    const identity = await authenticator.verify(token);
    if (identity?.userId !== peer.userId || identity.sessionId !== peer.sessionId) {
      return goodbye(closeCodes.unauthenticated, 'the new token is not good for this session');
    }
    peer.renewed(identity.expires);
    return handled;
  } catch (error) {
    if (error instanceof StoreUnavailable) return unavailable;
    throw error;
  }
}
