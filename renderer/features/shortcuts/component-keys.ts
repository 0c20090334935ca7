import type { Keys } from '../../app/shortcuts/keys.ts';
import type { WordKey } from '../../i18n/words.ts';
import { formatNames, formats } from '../composer/formats.ts';

/** Keys that mean something inside one component, which works them; here they are only told. */
interface ComponentKeys {
  readonly group: 'write' | 'message';
  /** As in the registry, or a single sign. */
  readonly keys: Keys;
  readonly words: WordKey;
}

export const componentKeys = (enterSends: boolean): readonly ComponentKeys[] => [
  { group: 'write', keys: enterSends ? 'Enter' : 'Shift+Enter', words: 'composer.send' },
  { group: 'write', keys: enterSends ? 'Shift+Enter' : 'Enter', words: 'shortcuts.do.newLine' },
  { group: 'write', keys: 'ArrowUp', words: 'shortcuts.do.editLast' },
  ...formatNames.map((name) => ({
    group: 'write' as const,
    keys: formats[name].keys,
    words: `composer.format.${name}` as const,
  })),
  { group: 'message', keys: 'Shift+Tab', words: 'shortcuts.do.toMessages' },
  { group: 'message', keys: 'R', words: 'conversation.replyInThread' },
  { group: 'message', keys: '+', words: 'conversation.addReaction' },
  { group: 'message', keys: 'E', words: 'conversation.edit' },
  { group: 'message', keys: 'Delete', words: 'conversation.delete' },
  { group: 'message', keys: 'U', words: 'conversation.markUnread' },
  { group: 'message', keys: 'A', words: 'saved.save' },
  { group: 'message', keys: 'P', words: 'shortcuts.do.pin' },
  { group: 'message', keys: 'T', words: 'tasks.makeOf' },
  { group: 'message', keys: 'Q', words: 'conversation.quote' },
  { group: 'message', keys: 'F', words: 'forward.menu' },
  { group: 'message', keys: 'H', words: 'history.menu' },
  { group: 'message', keys: 'C', words: 'common.copyText' },
];
