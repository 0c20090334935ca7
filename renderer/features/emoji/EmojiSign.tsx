import { emojiOf } from './emoji-of.ts';
import css from './EmojiSign.module.css';
import { useEmojiPicture } from './own-emoji.ts';

/** An emoji where one stands for itself: the sign, or the picture of one that the workspace made. */
export function EmojiSign({ emoji }: { emoji: string }) {
  const pictureOf = useEmojiPicture();
  const url = pictureOf(emoji);
  if (url === undefined) return emojiOf(emoji);
  return <img className={css.picture} src={url} alt={`:${emoji}:`} draggable={false} />;
}
