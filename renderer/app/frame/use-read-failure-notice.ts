import { useEffect } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';
import { useReadFailures } from '../read-failures.ts';

/** Tells of a part of the page that could not be read. */
export function useReadFailureNotice(): void {
  const t = useWords();
  const count = useReadFailures((failures) => failures.count);
  useEffect(() => {
    if (count > 0) notify(t('app.readFailed'), { bad: true });
  }, [count, t]);
}
