import { memo, type ReactNode } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { matchRanges } from '../../ui/mark-ranges.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import css from './PersonLine.module.css';

interface Props {
  person: PersonView;
  /** What was looked for, to mark it in the name. */
  query?: string;
  /** Says that it is oneself. */
  own?: boolean;
  end?: ReactNode;
}

/** Somebody on one line: picture, name, what they do and where. */
export const PersonLine = memo(function PersonLine({
  person,
  query = '',
  own = false,
  end,
}: Props) {
  const t = useWords();
  const { displayName, title, department, location, presence, disabled, bot } = person;
  const name = own ? t('common.youNamed', { name: displayName }) : displayName;
  const about = [title, department, location].filter((part) => part !== '').join(' · ');
  return (
    <span className={css.line}>
      <Avatar
        id={person.id}
        name={displayName}
        size="medium"
        presence={disabled ? null : presence}
        off={person.off !== null}
        bot={bot}
      />
      <span className={css.name} dir="auto">
        <Marked text={name} ranges={matchRanges(name, query)} />
        <VisuallyHidden>
          , {person.off === null ? t(`people.presence.${presence}`) : t('workTime.off')}
        </VisuallyHidden>
      </span>
      <span className={css.about} dir="auto">
        {disabled ? t('people.disabled') : about === '' && bot ? t('people.bot') : about}
      </span>
      {end}
    </span>
  );
});
