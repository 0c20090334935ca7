import type { SectionView } from '../../../shared/rpc/views.ts';

/** Between two sections there is always room for a third; this is left at the ends. */
const STEP = 1;

/** The place of a section that is made now: behind all others. */
export const lastPlace = (sections: readonly SectionView[]): number =>
  Math.max(0, ...sections.map(({ place }) => place)) + STEP;

/**
 * The place that moves a section one up (-1) or down (+1); null where it stands at that end. The
 * sections in their order.
 */
export function placeMoved(
  sections: readonly SectionView[],
  id: string,
  by: 1 | -1,
): number | null {
  const at = sections.findIndex((one) => one.id === id);
  const near = sections[at + by];
  if (at < 0 || near === undefined) return null;
  const far = sections[at + 2 * by];
  return far === undefined ? near.place + by * STEP : (near.place + far.place) / 2;
}
