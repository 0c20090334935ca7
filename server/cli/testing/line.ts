import { FakeClock } from '../../../shared/testing/clock.ts';
import { admin } from '../admin.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface LineOptions {
  readonly input?: string;
  readonly clock?: FakeClock;
  readonly env?: Record<string, string>;
}

/** Runs one line of administration and gives what it wrote. */
export async function line(
  args: readonly string[],
  { input, clock = new FakeClock(), env = {} }: LineOptions = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const code = await admin(args, {
    terminal: {
      out: (text) => void (written.out += `${text}\n`),
      err: (text) => void (written.err += `${text}\n`),
      input: async () => input,
      progress: () => {},
    },
    ...{ clock, env, random: () => 0.5 },
  });
  return { code, ...written };
}
