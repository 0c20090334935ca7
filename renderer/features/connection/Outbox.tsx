import { RefreshCw } from 'lucide-react';
import type { ConnectionView } from '../../../shared/rpc/connection-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { headWords } from './head-words.ts';
import css from './Outbox.module.css';
import { OutboxRow } from './OutboxRow.tsx';

/** What waits to be sent, in its order, and what was refused; and the connection in words. */
export function Outbox({ connection }: { connection: ConnectionView }) {
  const t = useWords();
  const act = useAct();
  const items = useLive('outbox', {}, ['outbox']);
  const { problem, state } = connection;
  const connected = state === 'connected';
  const words = headWords(connection, items);
  return (
    <div className={css.outbox}>
      <header className={css.head}>
        <h3 className={css.title}>{t(words.title)}</h3>
        <p>{t(words.note)}</p>
        {problem === null ? null : (
          <p className={css.problem}>
            {t(`problem.${problem}.what`)} {t(`problem.${problem}.next`)}
          </p>
        )}
      </header>
      <ul className={css.items}>
        {items?.map((item) => (
          <OutboxRow key={item.op} item={item} />
        ))}
      </ul>
      <footer className={css.foot}>
        <LastContact connection={connection} />
        {connected ? null : (
          <Button icon={<RefreshCw />} onPress={() => void act((core) => core.connectNow({}))}>
            {t('connection.tryNow')}
          </Button>
        )}
      </footer>
    </div>
  );
}

function LastContact({ connection: { state, lastContact } }: { connection: ConnectionView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  if (state === 'connected') return <span>{t('connection.connectedNow')}</span>;
  return (
    <span>
      {lastContact === null
        ? t('connection.neverContact')
        : t('connection.lastContact', { when: format.brief(lastContact, now) })}
    </span>
  );
}
