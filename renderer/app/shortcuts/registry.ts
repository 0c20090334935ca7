import type { WordKey } from '../../i18n/words.ts';
import type { Keys } from './keys.ts';

interface Shortcut {
  readonly keys: Keys;
  readonly group: 'go' | 'read' | 'write' | 'window';
  readonly words: WordKey;
  /** Works while the person types into a field or a dialog is open. */
  readonly everywhere?: boolean;
}

/**
 * Every shortcut of the page, once: the listener, the tooltips and the list under Ctrl+/ read it.
 * Keys that only mean something inside one component (arrows in a list) belong to that component.
 */
export const shortcuts = {
  switcher: { keys: 'Mod+K', group: 'go', words: 'shortcuts.do.switcher', everywhere: true },
  nextChannel: { keys: 'Alt+ArrowDown', group: 'go', words: 'shortcuts.do.nextChannel' },
  previousChannel: { keys: 'Alt+ArrowUp', group: 'go', words: 'shortcuts.do.previousChannel' },
  nextUnread: { keys: 'Alt+Shift+ArrowDown', group: 'go', words: 'shortcuts.do.nextUnread' },
  previousUnread: { keys: 'Alt+Shift+ArrowUp', group: 'go', words: 'shortcuts.do.previousUnread' },
  people: { keys: 'Mod+Shift+E', group: 'go', words: 'shortcuts.do.people' },
  browse: { keys: 'Mod+Shift+L', group: 'go', words: 'shortcuts.do.browse' },
  settings: { keys: 'Mod+,', group: 'go', words: 'shortcuts.do.settings' },
  markRead: { keys: 'Escape', group: 'read', words: 'shortcuts.do.markRead' },
  searchAll: { keys: 'Mod+Shift+F', group: 'read', words: 'shortcuts.do.searchAll' },
  searchHere: { keys: 'Mod+F', group: 'read', words: 'shortcuts.do.searchHere' },
  newMessage: { keys: 'Mod+N', group: 'write', words: 'shortcuts.do.newMessage' },
  details: { keys: 'Mod+.', group: 'window', words: 'shortcuts.do.details' },
  sidebar: { keys: 'Mod+Shift+D', group: 'window', words: 'shortcuts.do.sidebar' },
  shortcuts: { keys: 'Mod+/', group: 'window', words: 'shortcuts.do.shortcuts', everywhere: true },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;
export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];
/** In their order: in two columns, with the keys of a message, both are as high. */
export const shortcutGroups = ['go', 'write', 'read', 'window'] as const;
export const shortcutOf = (name: ShortcutName): Shortcut => shortcuts[name];
