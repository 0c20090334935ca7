import type { Up } from '../../../shared/protocol/up.ts';
import type { Submitter } from '../../services/commands/runner.ts';
import { submitted } from '../../services/commands/submitted.ts';
import type { GatewayContext } from '../context.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

/** Hands commands on in their order. Their acknowledgements come from the commit. */
export function onCommands(
  { commands }: Up<'commands'>,
  peer: Peer & Submitter,
  { runner }: GatewayContext,
  size: number,
): Handled {
  runner.enqueue(
    commands.map((command) => submitted(peer.actor, command)),
    peer,
    size,
  );
  return handled;
}
