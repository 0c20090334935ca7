const DAY = 86_400_000;

/**
 * By how many ms to move times so that the newest lies within the last day: by whole days, so that
 * each keeps its hour, and never into the future. An export whose days end in the afternoon ends
 * today when it is seen in the evening, and yesterday when it is seen in the morning.
 */
export const shiftToNow = (newest: number, now: number): number =>
  Math.floor((now - newest) / DAY) * DAY;
