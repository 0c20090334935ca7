import { z } from 'zod';

export const MINUTES_A_DAY = 1_440;

const minuteOfDay = z.number().int().min(0).max(MINUTES_A_DAY);

/**
 * When somebody works, in their own time zone. Days as in ISO 8601: 1 is Monday, 7 Sunday.
 * Minutes after midnight; `to` before `from` is a shift that ends on the next day.
 */
export const hours = z.object({
  days: z.array(z.number().int().min(1).max(7)).max(7),
  from: minuteOfDay,
  to: minuteOfDay,
});
export type Hours = z.infer<typeof hours>;

/** Monday to Friday, eight to five. */
export const officeHours: Hours = { days: [1, 2, 3, 4, 5], from: 480, to: 1_020 };
