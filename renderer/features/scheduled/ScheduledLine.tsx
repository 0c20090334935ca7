import { CalendarClock, CircleAlert } from 'lucide-react';
import { useLive } from '../../app/core/use-live.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useNow } from '../../ui/use-now.ts';
import css from './scheduled.module.css';

/** Above the composer: what goes out later in this place, and the way to it. */
export function ScheduledLine({ channelId, rootId }: { channelId: string; rootId: string | null }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const all = useLive('scheduled', {}, ['scheduled']) ?? [];
  const here = all.filter((one) => one.channelId === channelId && one.rootId === rootId);
  const failed = here.filter((one) => one.failed !== null).length;
  const next = here.find((one) => one.failed === null);
  return (
    <div role="status">
      {here.length === 0 ? null : (
        <a
          className={classNames(css.line, failed > 0 && css.bad)}
          href={hrefOf({ at: 'scheduled' })}
        >
          {failed > 0 ? <CircleAlert aria-hidden /> : <CalendarClock aria-hidden />}
          {failed > 0
            ? t('scheduled.failedHere', { n: failed })
            : t('scheduled.here', {
                n: here.length,
                when: format.until(next?.at ?? now, now),
              })}
        </a>
      )}
    </div>
  );
}
