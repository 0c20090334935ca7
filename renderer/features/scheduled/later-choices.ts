const HOUR_OF_DAY = 9;

/** A moment that is offered, and what it is called. */
export interface LaterChoice {
  readonly name: 'today' | 'tomorrow' | 'monday';
  /** ms */
  readonly at: number;
}

/** The moments that people choose most, by this computer's calendar; all of them are to come. */
export function laterChoices(now: number): LaterChoice[] {
  const date = new Date(now);
  const morning = (days: number): number =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, HOUR_OF_DAY).getTime();
  const toMonday = (8 - date.getDay()) % 7 || 7;
  const all: LaterChoice[] = [
    { name: 'today', at: morning(0) },
    { name: 'tomorrow', at: morning(1) },
    { name: 'monday', at: morning(toMonday) },
  ];
  return all.filter(
    ({ at }, index) => at > now && all.findIndex((other) => other.at === at) === index,
  );
}

/** The moment that a field of a day and one of a time name on this computer, ms. */
export function momentOf(day: string, time: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2})/.exec(`${day} ${time}`);
  if (found === null) return undefined;
  const [year, month, date, hour, minute] = found.slice(1).map(Number);
  return new Date(year!, month! - 1, date, hour, minute).getTime();
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A moment as a field of a time has it: `09:05`. */
export function clockOf(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
