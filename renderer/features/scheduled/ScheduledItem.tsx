import { CircleAlert, Clock } from 'lucide-react';
import { useState } from 'react';
import type { ScheduledView } from '../../../shared/rpc/list-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { laterChoices } from './later-choices.ts';
import { ScheduledEdit } from './ScheduledEdit.tsx';
import css from './scheduled.module.css';
import { stateWords } from './state-words.ts';
import { TimeDialog } from './TimeDialog.tsx';

interface Props {
  item: ScheduledView;
  connected: boolean;
}

/** One message that goes out later. */
export function ScheduledItem({ item, connected }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const [editing, setEditing] = useState(false);
  const { channelId, where, at, failed } = item;
  const state = stateWords(item, connected, now, t);
  return (
    <li className={classNames(css.item, failed !== null && css.bad)} data-scheduled={item.id}>
      <div className={css.head}>
        {where === '' ? (
          <b className={css.where}>{t('connection.gone')}</b>
        ) : (
          <a
            className={css.where}
            dir="auto"
            href={hrefOf({ at: 'channel', channelId, messageId: null })}
          >
            {where}
          </a>
        )}
        {item.rootId === null ? null : <span className={css.kind}>{t('scheduled.inThread')}</span>}
        <time className={css.when} dateTime={new Date(at).toISOString()} title={format.full(at)}>
          {format.until(at, now)}
        </time>
      </div>
      {editing ? (
        <ScheduledEdit item={item} onDone={() => setEditing(false)} />
      ) : (
        <p className={css.text} dir="auto">
          {item.line}
        </p>
      )}
      {state === null ? null : (
        <p className={css.state}>
          {failed === null ? <Clock aria-hidden /> : <CircleAlert aria-hidden />}
          {state}
        </p>
      )}
      {editing ? null : <Ways item={item} onEdit={() => setEditing(true)} />}
    </li>
  );
}

function Ways({ item, onEdit }: { item: ScheduledView; onEdit: () => void }) {
  const t = useWords();
  const act = useAct();
  const [asking, setAsking] = useState<'time' | 'delete' | null>(null);
  const { id, channelId } = item;
  const close = (): void => setAsking(null);
  const now = Date.now();
  return (
    <div className={css.ways}>
      <Button look="link" onPress={onEdit}>
        {t('scheduled.edit')}
      </Button>
      <Button look="link" onPress={() => setAsking('time')}>
        {t('scheduled.move')}
      </Button>
      <Button look="link" onPress={() => void act((core) => core.sendScheduled({ id, channelId }))}>
        {t('scheduled.sendNow')}
      </Button>
      <Button look="link" onPress={() => setAsking('delete')}>
        {t('scheduled.delete')}
      </Button>
      {asking === 'time' ? (
        <TimeDialog
          title={t('scheduled.move')}
          at={item.at > now ? item.at : (laterChoices(now).at(0)?.at ?? now)}
          onChoose={(at) => void act((core) => core.setScheduled({ id, channelId, at }))}
          onClose={close}
        />
      ) : null}
      {asking === 'delete' ? (
        <ConfirmDialog
          title={t('scheduled.deleteTitle')}
          note={t('scheduled.deleteNote')}
          confirm={t('scheduled.delete')}
          onConfirm={() => {
            void act((core) => core.removeScheduled({ id, channelId }));
            close();
          }}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
