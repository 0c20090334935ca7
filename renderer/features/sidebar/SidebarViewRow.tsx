import type { LucideIcon } from 'lucide-react';
import { hrefOf, useRoutePick } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { WordKey } from '../../i18n/words.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import css from './SidebarRow.module.css';
import type { ViewPlace } from './views.ts';

interface Props {
  at: ViewPlace;
  words: WordKey;
  icon: LucideIcon;
  /** How many things; none is drawn for 0. */
  count: number;
  /** The count in words. */
  label: string;
  /** They wait for the person: a red badge instead of a quiet number. */
  waits?: boolean;
}

/** The row of one list across all conversations; see views.ts. */
export function SidebarViewRow({ at, words, icon: Icon, count, label, waits = false }: Props) {
  const t = useWords();
  const format = useFormat();
  const open = useRoutePick(({ place }) => place.at === at);
  return (
    <li>
      <a
        href={hrefOf({ at })}
        aria-current={open ? 'page' : undefined}
        className={classNames(css.row, open && css.open, waits && count > 0 && css.unread)}
      >
        <Icon />
        <span className={css.name}>{t(words)}</span>
        {count > 0 && waits ? <Badge count={count} label={label} /> : null}
        {count > 0 && !waits ? (
          <span className={css.count}>
            <span aria-hidden>{format.number(count)}</span>
            <VisuallyHidden>{label}</VisuallyHidden>
          </span>
        ) : null}
      </a>
    </li>
  );
}
