import { memo, type ReactNode } from 'react';
import { codeRanges } from './code-ranges.ts';
import css from './TextBox.module.css';
import type { VisibleText } from './visible-text.ts';

/**
 * The same words behind the field, unseen: they give it its height, and a ground to mentions and
 * code. The letters that one sees are the field's own.
 */
export const Mirror = memo(function Mirror({ value }: { value: VisibleText }) {
  const { text, mentions } = value;
  const grounds = [
    ...mentions.map(({ start, end }) => ({ start, end, className: css.mention })),
    ...codeRanges(text).map(([start, end]) => ({ start, end, className: css.code })),
  ].sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end, className } of grounds) {
    if (start < from) continue;
    parts.push(text.slice(from, start));
    parts.push(
      <span key={start} className={className}>
        {text.slice(start, end)}
      </span>,
    );
    from = end;
  }
  return (
    <div className={css.mirror} dir={text === '' ? undefined : 'auto'} aria-hidden>
      {parts}
      {text.slice(from)}
      {/* An empty last line has a height too. */}
      {'\u200b'}
    </div>
  );
});
