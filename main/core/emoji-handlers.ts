import { orgScope } from '../../shared/domain/scope.ts';
import type { emojiApi } from '../../shared/rpc/emoji-api.ts';
import type { Handlers } from '../../shared/rpc/method.ts';
import type { OwnEmojiView } from '../../shared/rpc/views.ts';
import type { Cache } from './cache/cache.ts';
import type { Workspace } from './workspace.ts';

/** The workspace's own emoji, by name. */
const ownEmoji = ({ overlay }: Pick<Cache, 'overlay'>): OwnEmojiView[] =>
  overlay
    .list(orgScope, 'emoji')
    .map(({ id, name, mediaType, picture, authorId }) => ({
      ...{ id, name, authorId, url: `data:${mediaType};base64,${picture}` },
    }))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The API of the workspace's own emoji over whatever workspace is open. */
export const emojiHandlers = (current: () => Workspace): Handlers<typeof emojiApi> => ({
  ownEmoji: () => ownEmoji(current().cache),
  addEmoji: (args) => ({ op: current().writer.write('emoji.add', args) }),
  removeEmoji: (args) => ({ op: current().writer.write('emoji.remove', args) }),
});
