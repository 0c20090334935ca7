import { openOverlay } from '../../app/overlays.ts';
import { goTo } from '../../app/router/router.ts';
import type { ShortcutName } from '../../app/shortcuts/registry.ts';
import type { Core } from '../../app/core/unbranded.ts';
import type { WordKey } from '../../i18n/words.ts';

/** Something that one can do by name. */
export interface Command {
  readonly id: string;
  readonly words: WordKey;
  readonly icon:
    | 'message'
    | 'channel'
    | 'people'
    | 'browse'
    | 'settings'
    | 'keys'
    | 'status'
    | 'pause'
    | 'threads'
    | 'activity'
    | 'saved'
    | 'scheduled'
    | 'look';
  readonly shortcut: ShortcutName | null;
  /** Offered only to somebody who has, or has not, paused what rings. */
  readonly paused?: boolean;
  readonly run: (core: Core) => void;
  /** What is said once it is done, where nothing else shows it. */
  readonly done?: WordKey;
}

const HOUR = 3_600_000;

const theme = (name: 'light' | 'dark' | 'contrast' | 'system'): Command => ({
  id: `theme-${name}`,
  words: `switcher.command.theme.${name}`,
  icon: 'look',
  shortcut: null,
  run: (core) => void core.setPreferences({ theme: name }).catch(reportError),
});

const list = (at: 'threads' | 'activity' | 'saved' | 'scheduled', words: WordKey): Command => ({
  id: at,
  words,
  icon: at,
  shortcut: null,
  run: () => goTo({ at }),
});

export const commands: readonly Command[] = [
  {
    id: 'new-message',
    words: 'app.createMessage',
    icon: 'message',
    shortcut: 'newMessage',
    run: () => goTo({ at: 'new' }),
  },
  {
    id: 'new-channel',
    words: 'app.createChannel',
    icon: 'channel',
    shortcut: null,
    run: () => openOverlay({ open: 'create-channel', name: '' }),
  },
  {
    id: 'browse',
    words: 'sidebar.browse',
    icon: 'browse',
    shortcut: 'browse',
    run: () => goTo({ at: 'browse' }),
  },
  {
    id: 'people',
    words: 'app.people',
    icon: 'people',
    shortcut: 'people',
    run: () => goTo({ at: 'people' }),
  },
  list('threads', 'thread.viewTitle'),
  list('activity', 'activity.title'),
  list('saved', 'saved.title'),
  list('scheduled', 'scheduled.title'),
  {
    id: 'status',
    words: 'app.setStatus',
    icon: 'status',
    shortcut: null,
    run: () => openOverlay({ open: 'status' }),
  },
  {
    id: 'pause',
    words: 'switcher.command.pause',
    icon: 'pause',
    shortcut: null,
    paused: false,
    run: (core) => void core.setProfile({ quietUntil: Date.now() + HOUR }).catch(reportError),
    done: 'switcher.command.paused',
  },
  {
    id: 'end-pause',
    words: 'switcher.command.endPause',
    icon: 'pause',
    shortcut: null,
    paused: true,
    run: (core) => void core.setProfile({ quietUntil: null }).catch(reportError),
    done: 'switcher.command.pauseEnded',
  },
  {
    id: 'settings',
    words: 'settings.title',
    icon: 'settings',
    shortcut: 'settings',
    run: () => goTo({ at: 'settings' }),
  },
  {
    id: 'shortcuts',
    words: 'shortcuts.title',
    icon: 'keys',
    shortcut: 'shortcuts',
    run: () => openOverlay({ open: 'shortcuts' }),
  },
  theme('light'),
  theme('dark'),
  theme('contrast'),
  theme('system'),
];
