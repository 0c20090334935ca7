import { memo } from 'react';
import { codeRanges } from '../../../shared/domain/markdown/parse.ts';
import { classNames } from '../../ui/class-names.ts';
import { styledParts } from './text-styles.ts';
import css from './TextBox.module.css';
import { directionOf, type VisibleText } from './visible-text.ts';

/**
 * The same words behind the field, unseen: they give it its height, a ground to mentions and code,
 * weight to what is bold and a line to what is struck out. The letters that one sees are the
 * field's own, so nothing here may change their places.
 */
export const Mirror = memo(function Mirror({ value: { text, mentions } }: { value: VisibleText }) {
  return (
    <div className={css.mirror} dir={directionOf(text)} aria-hidden>
      {styledParts(text, mentions, codeRanges(text)).map(({ start, end, styles }) =>
        styles.length === 0 ? (
          text.slice(start, end)
        ) : (
          <span key={start} className={classNames(...styles.map((style) => css[style]))}>
            {text.slice(start, end)}
          </span>
        ),
      )}
      {/* An empty last line has a height too. */}
      {'\u200b'}
    </div>
  );
});
