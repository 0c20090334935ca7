import type { OffView } from '../../../shared/rpc/views.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say } from '../../i18n/words.ts';

/** `Off until Monday, 08:00`: what a moon beside a name says. */
export function offWords({ reason, until }: OffView, t: Say, format: Format, now: number): string {
  if (until === null) return t('workTime.off');
  const back = reason === 'absent' ? format.dayBegun(until, now) : null;
  if (back !== null) return t('workTime.offUntil.back', { day: back });
  return t(`workTime.offUntil.${reason}`, { when: format.until(until, now) });
}
