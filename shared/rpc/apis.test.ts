import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { coreApi } from './core-api.ts';
import { shellApi } from './shell-api.ts';

const methods = Object.entries({ ...coreApi, ...shellApi }).map(
  ([name, { args }]) => [name, args as z.ZodType] as const,
);

describe('what the page may ask', () => {
  it.each(methods)('%s takes one object, and nothing that it does not name', (_name, args) => {
    for (const wrong of [undefined, null, [], 'x'])
      expect(args.safeParse(wrong).success).toBe(false);
    expect(args.safeParse({ no_such_argument: 1 }).success).toBe(false);
  });

  it('names nothing twice, so that core and shell cannot be mixed up', () => {
    const names = [...Object.keys(coreApi), ...Object.keys(shellApi)];
    expect(new Set(names).size).toBe(names.length);
  });
});
