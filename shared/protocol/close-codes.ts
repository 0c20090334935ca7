/** WebSocket close codes of the gateway, and what a client does on each. */
export const closeCodes = {
  /** The relay stops or restarts: connect again, after a random delay. */
  goingAway: 1001,
  /** A frame was too large. Mend the client. */
  tooLarge: 1009,
  /** A frame was no JSON, of an unknown kind, or of the wrong shape. Mend the client. */
  badFrame: 4400,
  /** The token is wrong or has run out, or its session ended: refresh it, which tells, or connect again. */
  unauthenticated: 4401,
  /** The person's account was closed: wipe (S12). */
  revoked: 4403,
  /** No `hello` came in time, or another frame came before it. */
  noHello: 4408,
  /** Receives too slowly: connect again and catch up. */
  tooSlow: 4413,
  /** This client speaks a version that the relay does not: update the client. */
  clientTooOld: 4426,
  /** The relay speaks only older versions: update the relay. */
  clientTooNew: 4427,
  /** Far above the rate limit: wait, then connect again. */
  flood: 4429,
  /** The relay's store does not answer: wait, then connect again and send again. */
  unavailable: 4503,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
