import type { Membership } from '../../../shared/domain/kinds/membership.ts';

/**
 * What a new message is to its reader. `direct`: in a conversation. `mention`: it names them, or
 * everybody. `reply`: in a thread that they follow. `silenced`: in one of which they do not want
 * to hear. `other`: anything else of a channel.
 */
export type Concern = 'direct' | 'mention' | 'reply' | 'silenced' | 'other';

export interface Arrival {
  concern: Concern;
  /** The reader's settings of the place. */
  place: Pick<Membership, 'muted' | 'notify'>;
  /** Whether its reader is off (`offReason`). */
  off: boolean;
  /** Whether it was read elsewhere already, or stands before the reader's eyes. */
  seen: boolean;
  /** Whether its author gave a reason to ring outside working hours. */
  urgent: boolean;
  /** Whether its author wanted it to ring for nobody. */
  quiet: boolean;
}

/** `ring`: a notification. `quiet`: badges count it. `nothing`: there is nothing to tell. */
export type Decision = 'ring' | 'quiet' | 'nothing';

/** Whether a new message of somebody else rings. The one place where that is decided. */
export function decide({ concern, place, off, seen, urgent, quiet }: Arrival): Decision {
  if (seen) return 'nothing';
  if (quiet || (off && !urgent) || place.muted || place.notify === 'nothing') return 'quiet';
  if (concern === 'silenced') return 'quiet';
  return concern === 'other' && place.notify !== 'all' ? 'quiet' : 'ring';
}
