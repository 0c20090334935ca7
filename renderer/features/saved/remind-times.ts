const MINUTE = 60_000;
const NINE = 9;

export const remindChoices = ['minutes', 'hour', 'tomorrow', 'monday'] as const;
export type RemindChoice = (typeof remindChoices)[number];

/** Nine o'clock so many days ahead, in the computer's time zone. */
function nineIn(now: number, days: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(NINE, 0, 0, 0);
  return date.getTime();
}

/** When a reminder that is chosen now comes, ms. Monday is the next one, never today. */
export function remindTime(choice: RemindChoice, now: number): number {
  switch (choice) {
    case 'minutes':
      return now + 20 * MINUTE;
    case 'hour':
      return now + 60 * MINUTE;
    case 'tomorrow':
      return nineIn(now, 1);
    default:
      return nineIn(now, (8 - new Date(now).getDay()) % 7 || 7);
  }
}

/** `2026-11-25T15:30`, as a field for a local time has it. */
export function localTime(at: number): string {
  const date = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Reads such a field; null where it names no moment after now. */
export function readLocalTime(value: string, now: number): number | null {
  const at = new Date(value).getTime();
  return Number.isNaN(at) || at <= now ? null : at;
}
