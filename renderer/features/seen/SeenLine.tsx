import { CheckCheck } from 'lucide-react';
import { DialogTrigger, Button } from 'react-aria-components';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Popover } from '../../ui/Popover.tsx';
import css from './seen.module.css';

/** As many are named; of more there are only how many. */
const NAMED = 2;

/** Who has seen the reader's last message, where it is the last of its place. */
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
  const more = names.length - NAMED;
  const [first = '', second = ''] = names;
  const some = (): string => {
    if (more > 0) return t('seen.more', { first, second, n: more });
    return second === '' ? t('seen.byOne', { first }) : t('seen.byTwo', { first, second });
  };
  const words = seen.by.length === seen.of ? t('seen.all') : some();
  return (
    <div className={css.seen}>
      <CheckCheck aria-hidden />
      <DialogTrigger>
        <Button className={css.who ?? ''}>{words}</Button>
        <Popover label={t('seen.who')} placement="top end">
          <ul className={css.names}>
            {names.map((name, at) => (
              <li key={seen.by[at]} dir="auto">
                {name}
              </li>
            ))}
          </ul>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
