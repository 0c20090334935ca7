import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { zoneDifference } from '../../i18n/zone-difference.ts';
import { useNow } from '../../ui/use-now.ts';
import { ownTimeZone, safeTimeZone } from '../settings/time-zones.ts';

/** `19:42 local time, 1 hr ahead of you` */
export function LocalTimeLine({ timeZone }: { timeZone: string }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const zone = safeTimeZone(timeZone);
  if (zone === undefined) return null;
  const time = format.timeIn(now, zone);
  const ahead = zoneDifference(now, zone, ownTimeZone());
  if (ahead === 0) return <span>{t('people.sameTime', { time })}</span>;
  const hours = format.span(ahead);
  return (
    <span>
      {t('people.localTime', { time })},{' '}
      {t(ahead > 0 ? 'people.hoursAhead' : 'people.hoursBehind', { hours })}
    </span>
  );
}
