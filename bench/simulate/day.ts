/**
 * What office workers do in an hour at their desks. Where no figure of a real company is known, it
 * is an assumption, and `docs/scale.md` says so; the costs of each are measured.
 */
export const perHour = {
  /** Messages that one writes. */
  post: 3,
  /** To a channel that is on the computer: what is on the screen is told, and how far one has read. */
  switch: 3 * 6.5 * 0.85,
  /** To a place that is not, so that a page of history is asked for. */
  fetch: 3 * 6.5 * 0.15,
  /** Tells that one is writing. */
  typing: 6,
  /** Away from the desk, or back. */
  presence: 4,
} as const;

export type Deed = keyof typeof perHour;
export const deeds = Object.keys(perHour) as Deed[];

/** How many of the company are connected in the busiest hour. */
export const CONNECTED = 0.7;
/** Most arrive within so long, s. */
export const MORNING_S = 30 * 60;

/** People of a team, a department and a site; each is in one of each, and in the company's channel. */
export const sizes = { team: 12, department: 120, site: 1_200 } as const;

/** Where a message is written; the rest of the chances is the team's. */
export const elsewhere = { department: 0.12, site: 0.02 } as const;
