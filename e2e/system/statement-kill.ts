import Database from 'better-sqlite3';

export const die = (): void => void process.kill(process.pid, 'SIGKILL');

/**
 * Makes this process kill itself before or after its nth statement, counted from 1 while `counting`
 * says so, BEGIN and COMMIT included. Every statement of better-sqlite3 goes through these, those of
 * its transactions too.
 */
export function dieAtStatement(
  statement: number,
  side: 'before' | 'after',
  counting: () => boolean,
): void {
  let ran = 0;
  const probe = new Database(':memory:');
  const prototype = Object.getPrototypeOf(probe.prepare('SELECT 1')) as Record<
    'run' | 'get' | 'all',
    (this: unknown, ...args: unknown[]) => unknown
  >;
  probe.close();
  for (const name of ['run', 'get', 'all'] as const) {
    const original = prototype[name];
    prototype[name] = function (...args) {
      const last = counting() && ++ran === statement;
      if (last && side === 'before') die();
      const result = original.apply(this, args);
      if (last) die();
      return result;
    };
  }
}
