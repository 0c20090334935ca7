import { StoreUnavailable } from '../../store/port.ts';
import type { Down } from '../../../shared/protocol/down.ts';
import type { Peer } from '../peer.ts';
import { handled, type Handled } from './result.ts';

type FailedCode = Down<'failed'>['code'];

/**
 * Sends the answer to a question, or why there is none. A store that does not answer fails the
 * question alone; the connection stays.
 */
export async function answer(
  peer: Peer,
  id: number,
  find: () => Promise<{ text: string } | { failed: FailedCode }>,
): Promise<Handled> {
  const found = await find().catch((error: unknown) => {
    if (error instanceof StoreUnavailable) return { failed: 'unavailable' as const };
    throw error;
  });
  peer.send('text' in found ? found.text : JSON.stringify({ t: 'failed', id, code: found.failed }));
  return handled;
}

export const forbidden = { failed: 'forbidden' } as const;
