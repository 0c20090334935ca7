import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { StartProblem } from './start-problem.ts';

export interface StartOptions {
  /** The folder that everything is written below. */
  readonly data: string;
  /** The relay's port; undefined: its own, or any free one. */
  readonly port: number | undefined;
  /** Sign-in or shown names of those to open; empty: whoever suits. */
  readonly as: readonly string[];
  /** A Slack export to show in place of the demo. */
  readonly import: string | undefined;
  readonly open: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

export const startUsage = `Starts Balai on this computer with an invented company to look around in.

npm start -- [options]

  --as NAME        whose Balai to open (Ayu Kartika); more than once for several people
  --import FILE    a Slack export (zip) in place of the demo, in a data folder of its own
  --data DIR       where everything is kept (.data)
  --port N         the relay's port on 127.0.0.1 (7420, or a free one)
  --no-open        opens no window; the addresses are printed
  --json           prints one line of JSON: {"relay", "clients": [{"person", "url"}]}
                   (npm start --silent -- --json keeps npm's own lines away)

Ctrl+C ends everything. Removing the data folder begins anew.
`;

/** @throws {StartProblem} with a sentence for whoever typed it */
export function startOptions(argv: readonly string[], root: string): StartOptions {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string', default: join(root, '.data') },
        port: { type: 'string' },
        as: { type: 'string', multiple: true, default: [] },
        import: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new StartProblem('bad_option', error instanceof Error ? error.message : String(error));
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65_535)) {
    throw new StartProblem('bad_option', '--port is a number from 1 to 65535.');
  }
  return {
    data: resolve(values.data),
    port,
    as: values.as,
    import: values.import === undefined ? undefined : resolve(values.import),
    open: !values['no-open'],
    json: values.json,
    help: values.help,
  };
}
