import type { ScheduledView } from '../../../shared/rpc/list-views.ts';
import { sayRefusal } from '../../i18n/failure-words.ts';
import type { Say } from '../../i18n/words.ts';

type Item = Pick<ScheduledView, 'failed' | 'waiting' | 'at' | 'why'>;

/** What is to be known of it beside its time; null where nothing is. */
export function stateWords(
  { failed, waiting, at, why }: Item,
  connected: boolean,
  now: number,
  t: Say,
): string | null {
  if (failed !== null) {
    const { what, next } = sayRefusal(t, failed);
    return `${t('scheduled.failed')} ${what} ${next}`;
  }
  if (at <= now) {
    if (connected) return t('scheduled.going');
    // What the relay has goes out without this computer; what it has not waits for the line.
    return t(waiting ? 'scheduled.whenConnected' : 'scheduled.wentOut');
  }
  if (waiting && !connected) return t('scheduled.onlyHere');
  return why === 'day_start' ? t('scheduled.dayStart') : null;
}
