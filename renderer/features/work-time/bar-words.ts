import type { PersonView } from '../../../shared/rpc/views.ts';
import type { Format } from '../../i18n/format.ts';
import type { Say } from '../../i18n/words.ts';

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
  return t(`workTime.bar.${reason}`, { name, when: format.until(until, now) });
}
