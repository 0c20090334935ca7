import { z } from 'zod';
import { MAX_EMOJI_LETTERS, MAX_EMOJI_PIXELS, ownEmojiName } from '../domain/kinds/emoji.ts';
import { emojiNameKey } from '../domain/kinds/name.ts';
import { policyOf, WORKSPACE_ROW } from '../domain/kinds/workspace.ts';
import { isAdmin } from '../domain/permissions.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { readSmallPicture } from '../domain/small-picture.ts';
import { defineCommand, refuse, type Key } from './command.ts';

export const emojiKey = (id: string): Key => ({ scope: orgScope, kind: 'emoji', id });
export const emojiNameRow = (name: string): Key => ({
  scope: registryScope,
  kind: 'name',
  id: emojiNameKey(name),
});

const isSmall = (picture: string): boolean => {
  const read = readSmallPicture(picture);
  return read !== null && Math.max(read.width, read.height) <= MAX_EMOJI_PIXELS;
};

/** Makes an emoji of the workspace; its id is the command's. What it is its bytes say, not a name. */
export const emojiAdd = defineCommand({
  name: 'emoji.add',
  args: z.strictObject({
    name: ownEmojiName,
    /** A PNG, GIF or WebP in base64. */
    picture: z.string().max(MAX_EMOJI_LETTERS).refine(isSmall, 'not a small picture'),
  }),
  lane: () => orgScope,
  needs: (args, _actor, op) => [
    { scope: orgScope, kind: 'workspace', id: WORKSPACE_ROW },
    emojiKey(op),
    emojiNameRow(args.name),
  ],
  run(work, args) {
    const { emojiBy } = policyOf(work.get(orgScope, 'workspace', WORKSPACE_ROW));
    if (emojiBy === 'administrators' && !isAdmin(work.actor)) return refuse('forbidden');
    // S1: a repeat is answered before it comes here; this id is another's.
    if (work.get(orgScope, 'emoji', work.op) !== undefined) return refuse('id_taken');
    const nameKey = emojiNameKey(args.name);
    if (work.get(registryScope, 'name', nameKey) !== undefined) return refuse('name_taken');
    const read = readSmallPicture(args.picture);
    if (read === null) return refuse('invalid');
    work.put(registryScope, { kind: 'name', id: nameKey, holder: work.op });
    work.put(orgScope, {
      ...{ kind: 'emoji', id: work.op, name: args.name, mediaType: read.type },
      ...{ picture: args.picture, authorId: work.actor.userId, createdAt: work.now },
    });
    return undefined;
  },
});
