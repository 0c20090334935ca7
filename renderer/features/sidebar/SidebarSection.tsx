import { Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { PersonView, SectionView, SidebarChannel } from '../../../shared/rpc/views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { isOwn } from '../channels/use-channel-title.ts';
import { FoldingTitle, SectionMenu } from './SectionHead.tsx';
import type { SectionName } from './sections.ts';
import { SidebarRow } from './SidebarRow.tsx';
import css from './SidebarSection.module.css';

interface Props {
  name: SectionName;
  own: SectionView | null;
  channels: readonly SidebarChannel[];
  /** So many rows are drawn for now; undefined for all. */
  drawn: number | undefined;
  people: Record<string, PersonView>;
  me: string;
  open: string | null;
  folded: boolean;
  onFold: (section: { name: SectionName; own: SectionView | null }, folded: boolean) => void;
  /** A row that is carried would be put down here. */
  takes: boolean;
  /** What its plus does, and the name of that. */
  add?: { label: string; run: () => void };
  /** Said where it has no rows. */
  empty: ReactNode;
}

/** A section with its rows. The open one is always shown. */
export const SidebarSection = memo(function SidebarSection(props: Props) {
  const { name, own, channels, drawn, people, me, open, folded, onFold, takes, add, empty } = props;
  const t = useWords();
  // One with a plus keeps its place: there is something to do in it.
  if (channels.length === 0 && add === undefined && own === null) return null;
  const title = own?.name ?? (name === 'own' ? '' : t(`sidebar.${name}`));
  const shown = channels.filter(
    ({ id }, at) => id === open || (!folded && (drawn === undefined || at < drawn)),
  );
  return (
    <section
      className={classNames(css.section, takes && css.takes)}
      aria-label={title}
      data-section={own?.id ?? (name === 'channels' || name === 'conversations' ? '' : undefined)}
    >
      <div className={css.head}>
        {name === 'unread' ? (
          <h2 className={css.title}>{title}</h2>
        ) : (
          <FoldingTitle
            title={title}
            folded={folded}
            hidden={channels.filter((channel) => channel.id !== open)}
            onFold={() => onFold({ name, own }, !folded)}
          />
        )}
        {own === null ? null : (
          <span className={css.add}>
            <SectionMenu sectionId={own.id} name={own.name} />
          </span>
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
            own={isOwn(channel, me)}
            open={channel.id === open}
          />
        ))}
      </ul>
      {empty === null || folded ? null : <p className={css.empty}>{empty}</p>}
    </section>
  );
});
