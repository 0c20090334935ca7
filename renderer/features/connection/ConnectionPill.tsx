import { useEffect } from 'react';
import { ChevronDown, ChevronUp, CircleAlert } from 'lucide-react';
import { DialogTrigger, Button } from 'react-aria-components';
import { useLive } from '../../app/core/use-live.ts';
import { showOutbox, useOverlays } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Popover } from '../../ui/Popover.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import css from './ConnectionPill.module.css';
import { Outbox } from './Outbox.tsx';
import { needsAttention, waitWords } from './pill-words.ts';

/** The state of the connection, quietly; opens what waits to be sent. */
export function ConnectionPill() {
  const t = useWords();
  const format = useFormat();
  const isOpen = useOverlays((overlays) => overlays.outbox);
  const connection = useLive('connection', {}, ['connection', 'outbox']);
  // Signed in again, nobody asked for it any more.
  useEffect(() => () => showOutbox(false), []);
  if (connection === undefined) return <div className={css.place} />;
  const waits = waitWords(t, connection);
  const { syncing, refused } = connection;
  return (
    <div className={css.place}>
      <DialogTrigger isOpen={isOpen} onOpenChange={showOutbox}>
        <Button
          className={classNames(
            css.pill,
            css[connection.state],
            needsAttention(connection) && css.attention,
          )}
        >
          <span className={css.light} />
          <span className={css.state}>{t(`connection.${connection.state}`)}</span>
          {syncing === null ? null : (
            <Syncing
              label={t('connection.syncing', { percent: format.percent(syncing) })}
              of={syncing}
            />
          )}
          {waits === null ? null : (
            <span className={css.waits}>
              {refused > 0 ? <CircleAlert className={css.refused} /> : null}
              <span className={css.count}>{waits}</span>
              {isOpen ? <ChevronDown /> : <ChevronUp />}
            </span>
          )}
        </Button>
        <Popover label={t('connection.title')} placement="top start">
          <Outbox connection={connection} />
        </Popover>
      </DialogTrigger>
    </div>
  );
}

/** What the bar is about is said to whoever points at it, too. */
function Syncing({ label, of }: { label: string; of: number }) {
  return (
    <span className={css.syncing} title={label}>
      <ProgressBar label={label} fraction={of} />
    </span>
  );
}
