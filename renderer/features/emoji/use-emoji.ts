import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/words-context.tsx';
import type { EmojiIndex } from './emoji-index.ts';
import { emojiNow, loadEmoji } from './load-emoji.ts';

/** The emoji in the person's language; null until they are loaded, which begins where `wanted`. */
export function useEmoji(wanted: boolean): EmojiIndex | null {
  const language = useLanguage();
  const [, setLoaded] = useState<EmojiIndex | null>(null);
  const index = emojiNow(language);
  useEffect(() => {
    if (!wanted || index !== null) return undefined;
    let here = true;
    loadEmoji(language).then((loaded) => {
      if (here) setLoaded(loaded);
    }, reportError);
    return () => {
      here = false;
    };
  }, [wanted, index, language]);
  return index;
}
