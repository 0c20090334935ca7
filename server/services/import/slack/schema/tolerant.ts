import { z } from 'zod';

// Exports come from fifteen years of Slack and from tools that imitate it. A field that is not
// what it should be is as good as missing; only what a line cannot do without is asked for.

export const text = z.string().optional().catch(undefined);
export const flag = z.boolean().optional().catch(undefined);

/** A number, also where it was written as a text: `"created": "1452837318"`. */
export const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined);

/** A list without those of its members that are not what they should be. */
export const listOf = <T>(member: z.ZodType<T>) =>
  z
    .array(z.unknown())
    .optional()
    .catch(undefined)
    .transform((all) =>
      all?.flatMap((one) => {
        const parsed = member.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      }),
    );
