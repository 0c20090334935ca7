export const expiries = ['never', 'halfHour', 'hour', 'fourHours', 'today', 'week'] as const;
export type Expiry = (typeof expiries)[number];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The end of the day so many days ahead, in the computer's time zone. */
function endOfDay(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(23, 59, 0, 0);
  return date.getTime();
}

/** When a status that is set now ends, ms; null where it stays. A week ends on Sunday. */
export function expiryTime(expiry: Expiry, now: number): number | null {
  switch (expiry) {
    case 'never':
      return null;
    case 'halfHour':
      return now + 30 * MINUTE;
    case 'hour':
      return now + HOUR;
    case 'fourHours':
      return now + 4 * HOUR;
    case 'today':
      return endOfDay(now, 0);
    default:
      return endOfDay(now, (7 - new Date(now).getDay()) % 7);
  }
}
