import { CloudDownload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HoleView } from '../../../../shared/rpc/views.ts';
import { useCore } from '../../../app/core/core-context.tsx';
import { useLivePick } from '../../../app/core/use-live.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import css from './HoleRow.module.css';

/** S6: messages that are not here. They are fetched first of all once somebody sees the hole. */
export function HoleRow({ channelId, hole }: { channelId: string; hole: HoleView }) {
  const t = useWords();
  const format = useFormat();
  const core = useCore();
  const row = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const connected = useLivePick('connection', {}, ['connection'], (c) => c.state === 'connected');
  useEffect(() => {
    if (row.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      setSeen(entries.some((entry) => entry.isIntersecting));
    });
    observer.observe(row.current);
    return () => observer.disconnect();
  }, []);
  const { before, after, missing, progress } = hole;
  useEffect(() => {
    if (seen && connected === true) core.fillHole({ channelId, before }).catch(reportError);
  }, [seen, connected, core, channelId, before]);
  const words =
    missing === null
      ? t(after === 0 ? 'conversation.hole.older' : 'conversation.hole.some')
      : t(after === 0 ? 'conversation.hole.olderCount' : 'conversation.hole.someCount', {
          n: missing,
        });
  return (
    <div ref={row} className={css.hole} data-row={`hole-${before}`}>
      <CloudDownload aria-hidden />
      <span className={css.words}>{words}</span>
      {progress === null ? (
        connected === true ? null : (
          <span className={css.later}>{t('conversation.hole.later')}</span>
        )
      ) : (
        <>
          <span className={css.bar}>
            <ProgressBar label={words} fraction={progress} />
          </span>
          <span className={css.percent}>{format.percent(progress)}</span>
        </>
      )}
    </div>
  );
}
