import { closeCodes } from '../../../shared/protocol/close-codes.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import type { Submitter } from '../../services/commands/runner.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { onCommands } from './commands.ts';
import { onFind } from './find.ts';
import { onGet } from './get.ts';
import { onHistory } from './history.ts';
import { onLook } from './look.ts';
import { onPing } from './ping.ts';
import { onPresence } from './presence.ts';
import { onPull } from './pull.ts';
import { onRenew } from './renew.ts';
import { goodbye, type Handled } from './result.ts';
import { onSearch } from './search.ts';
import { onTyping } from './typing.ts';

/**
 * Gives a frame of a connection that has been welcomed to its handler.
 *
 * @param size of the frame as it came in, in characters
 */
export function handle(
  frame: UpFrame,
  peer: Peer & Submitter,
  context: GatewayContext,
  size: number,
): Handled | Promise<Handled> {
  switch (frame.t) {
    case 'commands':
      return onCommands(frame, peer, context, size);
    case 'pull':
      return onPull(frame, peer, context);
    case 'history':
      return onHistory(frame, peer, context);
    case 'get':
      return onGet(frame, peer, context);
    case 'find':
      return onFind(frame, peer, context);
    case 'search':
      return onSearch(frame, peer, context);
    case 'look':
      return onLook(frame, peer, context);
    case 'presence':
      return onPresence(frame, peer, context);
    case 'typing':
      return onTyping(frame, peer, context);
    case 'ping':
      return onPing(frame, peer);
    case 'renew':
      return onRenew(frame, peer, context);
    case 'hello':
      return goodbye(closeCodes.badFrame, 'hello came twice');
  }
}

/** A search reads more than any other question. */
const SEARCH_COST = 10;

/** What a frame counts against the rate. */
export function costOf(frame: UpFrame): number {
  if (frame.t === 'commands') return frame.commands.length;
  return frame.t === 'search' ? SEARCH_COST : 1;
}
