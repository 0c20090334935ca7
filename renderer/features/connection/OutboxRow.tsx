import {
  Bookmark,
  CalendarClock,
  ChartColumn,
  CircleAlert,
  Forward,
  Hash,
  ListChecks,
  LogOut,
  MessageSquare,
  Pencil,
  Pin,
  Settings2,
  Smile,
  Trash2,
  UserRound,
  Users,
} from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { OutboxItem } from '../../../shared/rpc/connection-views.ts';
import { useShell } from '../../app/core/core-context.tsx';
import { showOutbox } from '../../app/overlays.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useAct } from '../../app/core/use-act.ts';
import { sayRefusal } from '../../i18n/failure-words.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { notify } from '../../ui/notices.ts';
import { useNow } from '../../ui/use-now.ts';
import { outboxIcon, type OutboxIcon } from './outbox-icon.ts';
import css from './Outbox.module.css';

const ICONS: Readonly<Record<OutboxIcon, ReactNode>> = {
  message: <MessageSquare />,
  forward: <Forward data-mirror />,
  edit: <Pencil />,
  delete: <Trash2 />,
  reaction: <Smile />,
  channel: <Hash />,
  people: <Users />,
  leave: <LogOut />,
  pin: <Pin />,
  poll: <ChartColumn />,
  task: <ListChecks />,
  saved: <Bookmark />,
  profile: <UserRound />,
  later: <CalendarClock />,
  setting: <Settings2 />,
};

/** One command that waits or was refused, and the ways on. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { refusal } = item;
  return (
    <li className={classNames(css.item, refusal !== null && css.refused)}>
      {refusal === null ? ICONS[outboxIcon(item.name)] : <CircleAlert />}
      <Where item={item} />
      {refusal === null ? (
        <time className={css.when} title={format.full(item.createdAt)}>
          {item.state === 'sending' ? t('connection.sending') : format.span(now - item.createdAt)}
        </time>
      ) : (
        <span className={css.when}>{t('connection.refusedLabel')}</span>
      )}
      <p className={css.summary} dir="auto">
        {item.summary}
      </p>
      {refusal === null ? null : <Reason code={refusal.code} current={refusal.currentText} />}
      <Ways item={item} />
    </li>
  );
}

/** Where it goes, and the way there. */
function Where({ item: { channelId, where } }: { item: OutboxItem }) {
  const t = useWords();
  if (channelId === null || where === '') {
    return (
      <b className={css.where}>
        {t(channelId === null ? 'connection.elsewhere' : 'connection.gone')}
      </b>
    );
  }
  return (
    <a
      className={css.where}
      dir="auto"
      href={hrefOf({ at: 'channel', channelId, messageId: null })}
      onClick={() => showOutbox(false)}
    >
      {where}
    </a>
  );
}

function Reason({ code, current }: { code: string; current: string | null }) {
  const t = useWords();
  const { what, next } = sayRefusal(t, code);
  return (
    <>
      <p className={css.reason}>
        {what} <span className={css.next}>{next}</span>
      </p>
      {current === null ? null : (
        <p className={css.summary} dir="auto">
          {t('connection.currentText', { text: current })}
        </p>
      )}
    </>
  );
}

function Ways({ item }: { item: OutboxItem }) {
  const t = useWords();
  const act = useAct();
  const shell = useShell();
  const [asking, setAsking] = useState(false);
  const { op, text, refusal } = item;
  const discard = (): void => void act((core) => core.discard({ op }));
  const copy = (): void =>
    void act(async () => {
      await shell.copyText({ text: text ?? '' });
      notify(t('common.copied'));
    });
  return (
    <div className={css.ways}>
      {refusal?.code === 'stale' ? (
        <Button look="link" onPress={() => void act((core) => core.overwrite({ op }))}>
          {t('connection.overwrite')}
        </Button>
      ) : null}
      {refusal !== null && refusal.code !== 'stale' ? (
        <Button look="link" onPress={() => void act((core) => core.retry({ op }))}>
          {t('common.retry')}
        </Button>
      ) : null}
      {text === null ? null : (
        <Button look="link" onPress={copy}>
          {t('common.copyText')}
        </Button>
      )}
      {/* Only what cannot be written again in a moment is worth a question. */}
      <Button look="link" onPress={() => (text === null ? discard() : setAsking(true))}>
        {t('common.discard')}
      </Button>
      {asking ? (
        <ConfirmDialog
          title={t('connection.discardTitle')}
          note={t('connection.discardNote')}
          confirm={t('common.discard')}
          onConfirm={discard}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
