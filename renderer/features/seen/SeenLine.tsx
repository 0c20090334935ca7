import { CheckCheck } from 'lucide-react';
import { DialogTrigger, Button } from 'react-aria-components';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Popover } from '../../ui/Popover.tsx';
import css from './seen.module.css';

/** Who has seen the reader's last message, where it is the last of a conversation. */
export function SeenLine({ channelId }: { channelId: string }) {
  const t = useWords();
  const seen = useLive('seenBy', { channelId }, [`channel:${channelId}`, 'sidebar']);
  if (seen === undefined || seen.by.length === 0) return null;
  if (seen.of === 1) {
    return (
      <p className={css.seen} role="status">
        <CheckCheck aria-hidden />
        {t('seen.one')}
      </p>
    );
  }
  const names = seen.by.map((id) => seen.people[id]?.displayName ?? t('conversation.someone'));
  const words = seen.by.length === seen.of ? t('seen.all') : t('seen.some', { n: seen.by.length });
  return (
    <div className={css.seen}>
      <CheckCheck aria-hidden />
      <DialogTrigger>
        <Button className={css.who ?? ''}>{words}</Button>
        <Popover label={t('seen.who')} placement="top end">
          <ul className={css.names}>
            {names.map((name) => (
              <li key={name} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
