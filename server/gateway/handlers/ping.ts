import type { Up } from '../../../shared/protocol/up.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

export function onPing({ n }: Up<'ping'>, peer: Peer): Handled {
  peer.send(`{"t":"pong","n":${n}}`);
  return handled;
}
