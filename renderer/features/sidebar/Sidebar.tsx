import { Search, SquarePen } from 'lucide-react';
import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { rememberChannel } from '../../app/frame/last-channel.ts';
import { openOverlay } from '../../app/overlays.ts';
import { goTo, goToChannel } from '../../app/router/router.ts';
import { useKeyLabels, useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { neighbour } from './neighbour.ts';
import { noneOf, type Section, type SectionName } from './sections.ts';
import css from './Sidebar.module.css';
import { useSidebarMenu } from './SidebarMenu.tsx';
import { SidebarSection } from './SidebarSection.tsx';
import { SidebarViews } from './SidebarViews.tsx';
import { useDragging } from './use-dragging.ts';
import { useRest } from './use-rest.ts';
import { useDrawnRows } from './use-drawn-rows.ts';
import { useSections } from './use-sections.ts';

/** The workspace's conversations; `foot` stands below them. */
export function Sidebar({ foot }: { foot: ReactNode }) {
  const t = useWords();
  const keys = useKeyLabels();
  const workspace = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.workspace);
  return (
    <nav className={css.sidebar} aria-label={t('sidebar.label')}>
      <div className={css.top}>
        <h1 className={css.workspace} dir="auto">
          {workspace}
        </h1>
        <IconButton
          label={t('sidebar.newMessage')}
          keys={keys('newMessage')}
          onPress={() => goTo({ at: 'new' })}
        >
          <SquarePen />
        </IconButton>
      </div>
      <button type="button" className={css.find} onClick={() => openOverlay({ open: 'switcher' })}>
        <Search />
        <span className={css.findWords}>{t('sidebar.find')}</span>
        <Kbd>{keys('switcher').join(' ')}</Kbd>
      </button>
      <SidebarViews />
      <SidebarList />
      {foot}
    </nav>
  );
}

const NOBODY = {};
const EMPTY = {
  channels: 'sidebar.noChannels',
  conversations: 'sidebar.noConversations',
} as const;

function SidebarList() {
  const { sections, open } = useSections();
  const people = useLivePick('sidebar', {}, ['sidebar'], (s) => s?.people) ?? NOBODY;
  const me = useLivePick('sidebar', {}, ['sidebar'], (s) => s?.me.id) ?? '';
  const folded = useLivePick('preferences', {}, ['preferences'], (p) => p.foldedSections);
  const menu = useSidebarMenu();
  const fold = useFold(folded);
  const dragging = useDragging();
  const drawn = useDrawnRows(sections);
  const list = useRest();
  usePresenceOf(sections);
  useStepping(sections, open);
  useEffect(() => {
    if (open !== null) rememberChannel(open);
  }, [open]);
  const adders = useAdders();
  const t = useWords();
  const none = (name: SectionName): name is keyof typeof EMPTY =>
    name in EMPTY && noneOf(sections ?? [], name === 'conversations');
  if (sections === undefined) return <div className={css.list} />;
  return (
    <div
      ref={list}
      className={css.list}
      data-rows
      onContextMenu={menu.onContextMenu}
      onDragStart={dragging.onDragStart}
      onDragOver={dragging.onDragOver}
      onDragLeave={dragging.onDragLeave}
      onDragEnd={dragging.onDragEnd}
      onDrop={dragging.onDrop}
    >
      {sections.map(({ name, own, channels }, at) => (
        <SidebarSection
          key={own?.id ?? name}
          name={name}
          own={own}
          channels={channels}
          drawn={drawn?.[at]}
          people={people}
          me={me}
          open={channels.some((channel) => channel.id === open) ? open : null}
          folded={own?.collapsed ?? folded?.includes(name) ?? false}
          onFold={fold}
          takes={own !== null && dragging.over === own.id}
          empty={
            own !== null && channels.length === 0
              ? t('sections.empty')
              : none(name)
                ? t(EMPTY[name])
                : name in EMPTY && channels.length === 0
                  ? t('sidebar.allAbove')
                  : null
          }
          {...adders[name]}
        />
      ))}
      {menu.menu}
    </div>
  );
}

/** The keys that step through the conversations, in the order that is on the screen. */
function useStepping(sections: readonly Section[] | undefined, open: string | null): void {
  const step = (by: 1 | -1, unreadOnly: boolean): void => {
    const next = neighbour(sections ?? [], open, by, unreadOnly);
    if (next !== undefined) goToChannel(next);
  };
  useShortcuts({
    nextChannel: () => step(1, false),
    previousChannel: () => step(-1, false),
    nextUnread: () => step(1, true),
    previousUnread: () => step(-1, true),
  });
}

/** Follows who of the direct messages' people is there. */
function usePresenceOf(sections: readonly Section[] | undefined): void {
  const ids = useMemo(
    () =>
      (sections ?? [])
        .flatMap((section) => section.channels)
        .filter((channel) => channel.type === 'dm')
        .flatMap((channel) => channel.people),
    [sections],
  );
  useLookAt(ids);
}

function useFold(
  folded: readonly string[] | undefined,
): (section: Pick<Section, 'name' | 'own'>, folded: boolean) => void {
  const act = useAct();
  return useCallback(
    ({ name, own }, hide) => {
      if (own !== null) {
        void act((core) => core.setSection({ sectionId: own.id, collapsed: hide }));
        return;
      }
      const others = (folded ?? []).filter((other) => other !== name);
      void act((core) =>
        core.setPreferences({ foldedSections: hide ? [...others, name] : others }),
      );
    },
    [act, folded],
  );
}

/** What the sections with a plus make. */
function useAdders(): Partial<Record<SectionName, { add: { label: string; run: () => void } }>> {
  const t = useWords();
  return useMemo(
    () => ({
      channels: { add: { label: t('sidebar.browse'), run: () => goTo({ at: 'browse' }) } },
      conversations: { add: { label: t('sidebar.newMessage'), run: () => goTo({ at: 'new' }) } },
    }),
    [t],
  );
}
