import { onceEach } from './once.ts';

/** To make one takes longer than all that it is asked, and each person in a list asks. */
const formatOf = onceEach(
  (timeZone) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }),
);

/** Minutes that a time zone is ahead of UTC at a time. */
function offsetAt(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((wall - at) / 60_000);
}

/** How far the clock in one time zone is ahead of another's at a time, ms; negative when behind. */
export const zoneDifference = (at: number, zone: string, than: string): number =>
  (offsetAt(at, zone) - offsetAt(at, than)) * 60_000;
