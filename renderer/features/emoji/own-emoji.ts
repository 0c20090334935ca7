import { useMemo } from 'react';
import type { OwnEmojiView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';
import type { Emoji } from './emoji-index.ts';

const NONE: readonly OwnEmojiView[] = [];

/** Emoji that the workspace has made, by name. */
export const useOwnEmoji = (): readonly OwnEmojiView[] =>
  useLive('ownEmoji', {}, ['emoji']) ?? NONE;

/** The address of an own emoji's picture. It keeps its identity while none of them changes. */
export function useEmojiPicture(): (name: string) => string | undefined {
  const own = useOwnEmoji();
  return useMemo(() => {
    const byName = new Map(own.map(({ name, url }) => [name, url]));
    return (name) => byName.get(name);
  }, [own]);
}

/** As the picker and the completion show it. */
export const asEmoji = ({ name, url }: OwnEmojiView): Emoji => ({
  ...{ emoji: name, codes: [name], label: name.replaceAll(/[_-]+/g, ' ').trim() },
  ...{ group: 'symbols', skins: [], picture: url },
});

/** Own emoji whose name holds every word of the query; those that begin so first. */
export function ownFound(own: readonly OwnEmojiView[], query: string, limit: number): Emoji[] {
  const wanted = query
    .toLocaleLowerCase()
    .split(/[\s:]+/u)
    .filter(Boolean);
  const first = wanted[0] ?? '';
  return own
    .filter(({ name }) => wanted.every((word) => name.includes(word)))
    .sort((a, b) => Number(b.name.startsWith(first)) - Number(a.name.startsWith(first)))
    .slice(0, limit)
    .map(asEmoji);
}
