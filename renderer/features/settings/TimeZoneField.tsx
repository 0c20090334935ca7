import { useMemo } from 'react';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Select } from '../../ui/Select.tsx';
import { useNow } from '../../ui/use-now.ts';
import { timeZoneOptions } from './time-zones.ts';

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
  const options = useMemo(() => timeZoneOptions(value, format.locale), [value, format.locale]);
  return (
    <Select
      label={t('settings.timeZone')}
      hint={t('door.timeThere', { time: format.timeIn(now, value) })}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
