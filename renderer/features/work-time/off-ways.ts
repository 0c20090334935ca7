import type { CompanyView, PersonView } from '../../../shared/rpc/views.ts';
import type { SendHow } from '../composer/send-how.ts';

/** What one can do with a message for somebody who is off; as the company's policy names them. */
export type OffWay = 'day_start' | 'quiet' | 'urgent';

/** Whom a text would reach. */
export interface Reach {
  readonly off: readonly PersonView[];
  /** Nobody of them works now. */
  readonly all: boolean;
  /** A conversation, where all that is written is for its people. */
  readonly conversation: boolean;
}

export interface OffWays {
  readonly ways: readonly OffWay[];
  /** What happens where nothing is chosen. */
  readonly first: OffWay;
  /** When the day of the last of them starts, ms; null where it is not known or not offered. */
  readonly start: number | null;
}

/**
 * What is offered, and what of it comes first. In a channel others read too: there nothing is held
 * back unless somebody wants it, and only where one person is meant.
 */
export function offWays(
  { off, all, conversation }: Reach,
  policy: CompanyView['offHours'] | undefined,
): OffWays {
  const starts = off.map((person) => person.off?.until ?? null);
  const known = starts.every((at) => at !== null) && (conversation || off.length === 1);
  const start = known && starts.length > 0 ? Math.max(...starts) : null;
  const ways: OffWay[] = start === null ? ['quiet', 'urgent'] : ['day_start', 'quiet', 'urgent'];
  const wanted = policy === 'ring' ? 'urgent' : (policy ?? 'quiet');
  const first = conversation && all && ways.includes(wanted) ? wanted : 'quiet';
  return { ways, first, start };
}

/** As it is sent. Who works now is rung where a message is for others too. */
export function sendHow(
  way: OffWay,
  reason: string,
  { start }: Pick<OffWays, 'start'>,
  { off, all, conversation }: Reach,
): SendHow {
  if (off.length === 0) return {};
  if (way === 'urgent') return { urgent: reason.trim() };
  if (way === 'day_start' && start !== null) return { later: { at: start, why: 'day_start' } };
  return conversation && all ? { quiet: true } : {};
}
