import css from './Marked.module.css';
import { markRanges } from './mark-ranges.ts';

/** A text with ranges of it marked: what was found. */
export function Marked({
  text,
  ranges,
}: {
  text: string;
  ranges: readonly (readonly [number, number])[];
}) {
  return markRanges(text, ranges).map((part) =>
    part.marked ? (
      <mark key={part.start} className={css.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
