import { UserMinus } from 'lucide-react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { openPanel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { PersonLine } from '../people/PersonLine.tsx';
import css from './channels.module.css';

interface Props {
  person: PersonView;
  isOwner: boolean;
  query?: string;
  /** Where the reader may take them out. */
  onRemove?: (() => void) | undefined;
}

/** Somebody of a channel: opens who they are. */
export function MemberRow({ person, isOwner, query = '', onRemove }: Props) {
  const t = useWords();
  return (
    <li className={css.member}>
      <button
        type="button"
        className={css.memberOpen}
        onClick={() => openPanel({ show: 'profile', userId: person.id })}
      >
        <PersonLine
          person={person}
          query={query}
          end={isOwner ? <span className={css.state}>{t('channels.owner')}</span> : undefined}
        />
      </button>
      {onRemove === undefined ? null : (
        <IconButton size="small" label={t('channels.removeMember')} onPress={onRemove}>
          <UserMinus />
        </IconButton>
      )}
    </li>
  );
}
