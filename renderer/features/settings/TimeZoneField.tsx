import { useMemo } from 'react';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { safeTimeZone, timeZoneOptions } from './time-zones.ts';

/** A time zone by its city, with the time that it is there, which is how one knows it. */
export function TimeZoneField({
  value,
  onChange,
}: {
  value: string;
  onChange: (timeZone: string) => void;
}) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  // Somebody who was never asked has none, and an old system may not know theirs.
  const zone = safeTimeZone(value);
  const options = useMemo(() => timeZoneOptions(value, format.locale), [value, format.locale]);
  return (
    <Select
      label={t('settings.timeZone')}
      hint={
        zone === undefined ? undefined : t('door.timeThere', { time: format.timeIn(now, zone) })
      }
      placeholder={t('settings.timeZoneNone')}
      value={zone ?? null}
      options={options}
      onChange={onChange}
    />
  );
}
