import type { PersonView } from '../../../shared/rpc/views.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say } from '../../i18n/words.ts';
import { zoneDifference } from '../../i18n/zone-difference.ts';
import { cityOf, ownTimeZone, safeTimeZone } from '../settings/time-zones.ts';
import type { OffWay, OffWays, Reach } from './off-ways.ts';

/** Whom it reaches, and what happens to it. */
type Way = Reach & Pick<OffWays, 'start'> & { readonly way: OffWay };

/** `Dewi Lestari is off until Monday, 08:00.`, before one sends. Empty where nobody is off. */
export function barWords(off: readonly PersonView[], t: Say, format: Format, now: number): string {
  const [person, ...others] = off;
  if (person === undefined || person.off === null) return '';
  const name = person.displayName;
  if (others.length > 0) {
    return t('workTime.bar.many', { names: format.list(off.map((one) => one.displayName)) });
  }
  const { reason, until } = person.off;
  if (until === null) return t('workTime.bar.unknown', { name });
  const back = reason === 'absent' ? format.dayBegun(until, now) : null;
  if (back !== null) return t('workTime.bar.back', { name, day: back });
  return t(`workTime.bar.${reason}`, { name, when: format.until(until, now) });
}

/** What happens to the message then, as it stands now. */
export function wayWords(
  { way, start, off, all, conversation }: Way,
  t: Say,
  format: Format,
  now: number,
  here = ownTimeZone(),
): string {
  if (way === 'urgent') return t('workTime.bar.rings');
  if (way === 'quiet' || start === null) {
    return t(conversation && all ? 'workTime.bar.quietly' : 'workTime.bar.waits');
  }
  const [person, ...others] = off;
  if (others.length > 0) return t('workTime.bar.goesMany', { when: format.until(start, now) });
  const zone = safeTimeZone(person?.timeZone ?? '');
  if (zone === undefined || zoneDifference(start, zone, here) === 0)
    return t('workTime.bar.goesThen');
  return t('workTime.bar.goesThere', { time: format.timeIn(start, zone), city: cityOf(zone) });
}

/** What the button that sends does; null where it sends as ever. */
export function sendWords(
  { way, start, off, all, conversation, byHand }: Way & { readonly byHand: boolean },
  t: Say,
  format: Format,
  now: number,
): string | null {
  if (off.length === 0) return null;
  if (way === 'urgent') return t('workTime.send.urgent');
  if (way === 'day_start' && start !== null) {
    return t('workTime.send.dayStart', {
      when: format.dayBegun(start, now) ?? format.until(start, now),
    });
  }
  return byHand || (conversation && all) ? t('workTime.send.quiet') : null;
}
