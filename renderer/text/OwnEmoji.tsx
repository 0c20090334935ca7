import { useContext, type ReactNode } from 'react';
import css from './RichText.module.css';
import { TextReaderContext } from './text-reader.ts';

const NAME = /:([a-z0-9][a-z0-9_+-]{1,39}):/g;

/** Whether some word in it may be the name of an emoji. */
export const mayHoldEmoji = (text: string): boolean => text.search(NAME) >= 0;

/** A text in which names between colons are pictures, where the workspace has made such emoji. */
export function WithOwnEmoji({ text }: { text: string }) {
  const reader = useContext(TextReaderContext);
  if (reader === null) return text;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(NAME)) {
    const url = index < from ? undefined : reader.emoji(name);
    if (url === undefined) continue;
    parts.push(
      text.slice(from, index),
      <img
        key={index}
        className={css.emoji}
        src={url}
        alt={whole}
        title={whole}
        draggable={false}
      />,
    );
    from = index + whole.length;
  }
  return [...parts, text.slice(from)];
}
