/** px; the bounds of the preference in shared/rpc/core-api.ts. */
export const MIN_WIDTH = 180;
export const MAX_WIDTH = 480;

export const clampWidth = (width: number): number =>
  Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, width)));
