import {
  Bell,
  BellOff,
  CircleUserRound,
  House,
  MessageSquarePlus,
  Hash,
  LogOut,
  Plus,
  Search,
  Settings,
  ShieldCheck,
  Smile,
  Users,
  X,
} from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { WorkspaceTiles } from '../../features/workspaces/WorkspaceTiles.tsx';
import { useWorkspaceEdge } from '../../features/workspaces/use-workspace-edge.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { MenuItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { notify } from '../../ui/notices.ts';
import { useAct } from '../core/use-act.ts';
import { useLivePick } from '../core/use-live.ts';
import { openOverlay } from '../overlays.ts';
import type { Place } from '../router/route.ts';
import { goTo, openPanel, togglePanel, useRoutePick } from '../router/router.ts';
import { useKeyLabels } from '../shortcuts/use-shortcuts.ts';
import { useLookAt } from './looked-at.ts';
import { useGoHome } from './use-go-home.ts';
import css from './Rail.module.css';

const HOUR = 3_600_000;

/** Places with a button of their own; all others are reached by the list of conversations. */
const ELSEWHERE: ReadonlySet<Place['at']> = new Set(['people', 'browse', 'admin', 'settings']);

/** The main places, and at its end what one can make and oneself. */
export function Rail() {
  const t = useWords();
  const keys = useKeyLabels();
  const at = useRoutePick(({ place }) => place.at);
  const searching = useRoutePick(({ panel }) => panel?.show === 'search');
  const goHome = useGoHome();
  const edge = useWorkspaceEdge();
  const role = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.role);
  return (
    <nav
      className={classNames(css.rail, edge !== undefined && css.edge)}
      style={edge}
      aria-label={t('app.rail')}
    >
      <WorkspaceTiles />
      <IconButton
        size="large"
        label={t('app.home')}
        active={!searching && !ELSEWHERE.has(at)}
        onPress={goHome}
      >
        <House />
      </IconButton>
      <IconButton
        size="large"
        label={t('app.search')}
        keys={keys('searchAll')}
        active={searching}
        onPress={() => togglePanel({ show: 'search', here: false, query: '' })}
      >
        <Search />
      </IconButton>
      <IconButton
        size="large"
        label={t('app.people')}
        keys={keys('people')}
        active={!searching && at === 'people'}
        onPress={() => goTo({ at: 'people' })}
      >
        <Users />
      </IconButton>
      <IconButton
        size="large"
        label={t('app.browse')}
        keys={keys('browse')}
        active={!searching && at === 'browse'}
        onPress={() => goTo({ at: 'browse' })}
      >
        <Hash />
      </IconButton>
      <div className={css.end}>
        {role === undefined || role === 'member' ? null : (
          <IconButton
            size="large"
            label={t('admin.title')}
            active={!searching && at === 'admin'}
            onPress={() => goTo({ at: 'admin' })}
          >
            <ShieldCheck />
          </IconButton>
        )}
        <IconButton
          size="large"
          label={t('app.settings')}
          keys={keys('settings')}
          active={!searching && at === 'settings'}
          onPress={() => goTo({ at: 'settings' })}
        >
          <Settings />
        </IconButton>
        <MenuTrigger>
          <IconButton size="large" label={t('app.create')}>
            <Plus />
          </IconButton>
          <MenuPopover label={t('app.create')} placement="end bottom">
            <MenuItem
              icon={<MessageSquarePlus />}
              keys={keys('newMessage')}
              onAction={() => goTo({ at: 'new' })}
            >
              {t('app.createMessage')}
            </MenuItem>
            <MenuItem
              icon={<Hash />}
              onAction={() => openOverlay({ open: 'create-channel', name: '' })}
            >
              {t('app.createChannel')}
            </MenuItem>
          </MenuPopover>
        </MenuTrigger>
        <OwnMenu />
      </div>
    </nav>
  );
}

/** The person's own picture and what they can do about themselves. */
function OwnMenu() {
  const t = useWords();
  const act = useAct();
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me);
  // One's own presence is the relay's word too, like anybody's.
  useLookAt(me === undefined ? [] : [me.id]);
  if (me === undefined) return null;
  const pause = (quietUntil: number | null): void =>
    void act(async (core) => {
      await core.setProfile({ quietUntil });
      notify(t(quietUntil === null ? 'switcher.command.pauseEnded' : 'switcher.command.paused'));
    });
  return (
    <MenuTrigger>
      <Button aria-label={t('app.ownMenu', { name: me.displayName })} className={css.own ?? ''}>
        <Avatar id={me.id} name={me.displayName} presence={me.presence} />
        {me.status === null || me.status.emoji === '' ? null : (
          <span className={css.status} aria-hidden>
            {me.status.emoji}
          </span>
        )}
      </Button>
      <MenuPopover label={t('app.ownMenu', { name: me.displayName })} placement="end bottom">
        <MenuItem icon={<Smile />} onAction={() => openOverlay({ open: 'status' })}>
          {t('app.setStatus')}
        </MenuItem>
        {me.status === null ? null : (
          <MenuItem
            icon={<X />}
            onAction={() => void act((core) => core.setProfile({ status: null }))}
          >
            {t('app.clearStatus')}
          </MenuItem>
        )}
        <MenuItem
          icon={<CircleUserRound />}
          onAction={() => openPanel({ show: 'profile', userId: me.id })}
        >
          {t('app.ownProfile')}
        </MenuItem>
        {me.quietUntil === null ? (
          <MenuItem icon={<BellOff />} onAction={() => pause(Date.now() + HOUR)}>
            {t('switcher.command.pause')}
          </MenuItem>
        ) : (
          <MenuItem icon={<Bell />} onAction={() => pause(null)}>
            {t('switcher.command.endPause')}
          </MenuItem>
        )}
        <MenuItem icon={<Settings />} onAction={() => goTo({ at: 'settings' })}>
          {t('app.settings')}
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<LogOut data-mirror />} onAction={() => openOverlay({ open: 'sign-out' })}>
          {t('settings.signOut')}
        </MenuItem>
      </MenuPopover>
    </MenuTrigger>
  );
}
