import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { PersonView, SidebarChannel } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { SectionName } from './sections.ts';
import { SidebarRow } from './SidebarRow.tsx';
import css from './SidebarSection.module.css';

interface Props {
  name: SectionName;
  channels: readonly SidebarChannel[];
  people: Record<string, PersonView>;
  open: string | null;
  folded: boolean;
  onFold: (name: SectionName, folded: boolean) => void;
  /** What its plus does, and the name of that. */
  add?: { label: string; run: () => void };
  /** Said where there is none of its kind anywhere. */
  empty: ReactNode;
}

/** A section with its rows. Folded, it still shows the open one. */
export const SidebarSection = memo(function SidebarSection(props: Props) {
  const { name, channels, people, open, folded, onFold, add, empty } = props;
  const t = useWords();
  // One with a plus keeps its place: there is something to do in it.
  if (channels.length === 0 && add === undefined) return null;
  const title = t(`sidebar.${name}`);
  const shown = folded ? channels.filter((channel) => channel.id === open) : channels;
  return (
    <section className={css.section} aria-label={title}>
      <div className={css.head}>
        {name === 'unread' ? (
          <h2 className={css.title}>{title}</h2>
        ) : (
          <button
            type="button"
            className={css.title}
            aria-expanded={!folded}
            aria-label={t(folded ? 'sidebar.unfold' : 'sidebar.fold', { section: title })}
            onClick={() => onFold(name, !folded)}
          >
            {title}
            {folded ? <ChevronRight data-mirror /> : <ChevronDown />}
          </button>
        )}
        {add === undefined ? null : (
          <span className={css.add}>
            <IconButton label={add.label} size="small" onPress={add.run}>
              <Plus />
            </IconButton>
          </span>
        )}
      </div>
      <ul>
        {shown.map((channel) => (
          <SidebarRow
            key={channel.id}
            channel={channel}
            person={people[channel.people[0] ?? '']}
            open={channel.id === open}
          />
        ))}
      </ul>
      {empty === null || folded ? null : <p className={css.empty}>{empty}</p>}
    </section>
  );
});
