import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Ellipsis,
  Pencil,
  Plus,
  Trash2,
} from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import type { SidebarChannel } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { openOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { placeMoved } from './own-sections.ts';
import css from './SidebarSection.module.css';

interface TitleProps {
  title: string;
  folded: boolean;
  /** What is out of sight while it is folded. */
  hidden: readonly SidebarChannel[];
  onFold: () => void;
}

/** A section's name, which folds it; folded, it says what is unread in it. */
export function FoldingTitle({ title, folded, hidden, onFold }: TitleProps) {
  const t = useWords();
  return (
    <>
      <button
        type="button"
        className={css.title}
        aria-expanded={!folded}
        aria-label={t(folded ? 'sidebar.unfold' : 'sidebar.fold', { section: title })}
        onClick={onFold}
      >
        <span className={css.words} dir="auto">
          {title}
        </span>
        {folded ? <ChevronRight data-mirror /> : <ChevronDown />}
      </button>
      {folded ? <HiddenCount hidden={hidden} /> : null}
    </>
  );
}

function HiddenCount({ hidden }: Pick<TitleProps, 'hidden'>) {
  const t = useWords();
  const format = useFormat();
  const mentions = hidden.reduce((sum, one) => sum + one.mentions, 0);
  if (mentions > 0)
    return <Badge count={mentions} label={t('sidebar.mentionCount', { n: mentions })} />;
  const unread = hidden.reduce((sum, one) => sum + (one.muted ? 0 : one.unread), 0);
  if (unread === 0) return null;
  return (
    <span className={css.count}>
      <span aria-hidden>{format.number(unread)}</span>
      <VisuallyHidden>{t('sidebar.unreadCount', { n: unread })}</VisuallyHidden>
    </span>
  );
}

/** What its owner can do with a section of their own. */
export function SectionMenu({ sectionId, name }: { sectionId: string; name: string }) {
  const t = useWords();
  const act = useAct();
  const sections = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.sections) ?? [];
  const up = placeMoved(sections, sectionId, -1);
  const down = placeMoved(sections, sectionId, 1);
  const moveTo = (place: number) => () => void act((core) => core.setSection({ sectionId, place }));
  const label = t('sections.menu', { name });
  return (
    <MenuTrigger>
      <IconButton label={label} size="small">
        <Ellipsis />
      </IconButton>
      <MenuPopover label={label} placement="bottom start">
        <MenuItem
          icon={<Pencil />}
          onAction={() => openOverlay({ open: 'section', sectionId, channelId: null })}
        >
          {t('sections.rename')}
        </MenuItem>
        {up === null ? null : (
          <MenuItem icon={<ArrowUp />} onAction={moveTo(up)}>
            {t('sections.up')}
          </MenuItem>
        )}
        {down === null ? null : (
          <MenuItem icon={<ArrowDown />} onAction={moveTo(down)}>
            {t('sections.down')}
          </MenuItem>
        )}
        <MenuItem
          icon={<Plus />}
          onAction={() => openOverlay({ open: 'section', sectionId: null, channelId: null })}
        >
          {t('sections.new')}
        </MenuItem>
        <MenuLine />
        <MenuItem
          danger
          icon={<Trash2 />}
          onAction={() => void act((core) => core.removeSection({ sectionId }))}
        >
          {t('sections.remove')}
        </MenuItem>
      </MenuPopover>
    </MenuTrigger>
  );
}
