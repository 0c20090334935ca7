import { useEffect, useState } from 'react';
import type { Section } from './sections.ts';

/** More than fit on a tall screen. */
const AT_FIRST = 50;
/** By then the conversation is there, ms. Waiting for it, the page would seem to have nothing to do. */
const LATER_MS = 1_000;

/**
 * How many rows of each section are drawn. At first as many as can be seen, so that hundreds of
 * channels do not keep the conversation waiting; the others a moment later.
 */
export function useDrawnRows(sections: readonly Section[] | undefined): number[] | undefined {
  const [all, setAll] = useState(false);
  const waits = sections !== undefined && !all;
  useEffect(() => {
    if (!waits) return;
    const later = setTimeout(() => setAll(true), LATER_MS);
    return () => clearTimeout(later);
  }, [waits]);
  return sections === undefined || all ? undefined : roomFor(sections);
}

/** The first rows of them all, from above. */
export function roomFor(sections: readonly Pick<Section, 'channels'>[]): number[] {
  let left = AT_FIRST;
  return sections.map(({ channels }) => {
    const drawn = Math.min(left, channels.length);
    left -= drawn;
    return drawn;
  });
}
