/** So long somebody who has come to a place may be on the way to the next, ms. */
export const PASSING_MS = 150;
