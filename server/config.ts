import { parseArgs } from 'node:util';
import { z } from 'zod';
import { logLevels } from './log.ts';

const list = z
  .string()
  .transform((text) => text.split(',').map((item) => item.trim()))
  .pipe(z.array(z.url()));
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const yes = z.enum(['true', 'false']).transform((value) => value === 'true');

/** Each option with what it may be, and a line for `--help`. */
const options = {
  data: [
    z.string().min(1).nullable().default(null),
    'folder of the embedded database and its secrets (required without --store)',
  ],
  store: [
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .nullable()
      .default(null),
    'postgres://... of the database instead, for several nodes',
  ],
  files: [
    z.string().min(1).nullable().default(null),
    'folder of the bytes of files (files in --data); nodes of one relay share it',
  ],
  port: [whole(0, 65_535).default(7420), 'TCP port; 0 takes a free one (7420)'],
  host: [z.string().min(1).default('127.0.0.1'), 'address to listen on (127.0.0.1)'],
  origins: [list.default([]), 'web origins that may connect, with commas between them (none)'],
  'trust-proxy': [yes.default(false), 'true behind a reverse proxy that sets x-forwarded-for'],
  'link-previews': [yes.default(true), 'false: the relay asks no page that a message links to'],
  'metrics-token': [
    z.string().min(16).nullable().default(null),
    'who brings it may read /metrics (else: this machine)',
  ],
  'lease-days': [
    whole(0, 3_650).default(0),
    'days without contact after which caches lock; 0: never',
  ],
  'directory-limit': [
    whole(0, 1_000_000).default(5_000),
    'most people of a directory that clients keep whole',
  ],
  'rate-per-second': [
    whole(0, 1_000_000).default(50),
    'commands and questions of one connection; 0: no limit',
  ],
  'rate-burst': [whole(1, 1_000_000).default(600), 'what may come at once after a pause'],
  'log-level': [z.enum(logLevels).default('info'), logLevels.join(', ')],
} as const;
type Option = keyof typeof options;

export type RelayConfig = { readonly [K in Option]: z.infer<(typeof options)[K][0]> };

/** A configuration that cannot be used; the message is for whoever starts the relay. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const names = Object.keys(options) as Option[];
const variable = (name: Option): string => `BALAI_${name.replaceAll('-', '_').toUpperCase()}`;

export const usage = [
  'npm run relay -- --data <folder> [options]',
  '',
  ...names.map((name) => `  --${name.padEnd(18)}${variable(name).padEnd(26)}${options[name][1]}`),
].join('\n');

const schema = z.object(
  Object.fromEntries(names.map((name) => [name, options[name][0]])),
) as unknown as z.ZodType<RelayConfig>;

/**
 * Reads flags and, where there is none, the environment.
 *
 * @throws {ConfigError} that names each option that is wrong, and why
 */
export function readConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RelayConfig {
  const given: Record<string, unknown> = {};
  for (const name of names) {
    const value = env[variable(name)];
    if (value !== undefined && value !== '') given[name] = value;
  }
  Object.assign(given, flags(args));
  const parsed = schema.safeParse(given);
  const homeless = given['data'] === undefined && given['store'] === undefined;
  if (parsed.success && !homeless) return parsed.data;
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => {
    const name = String(path[0]) as Option;
    const missing = given[name] === undefined ? 'is missing' : message.toLowerCase();
    return `--${name} (${variable(name)}): ${missing}`;
  });
  if (homeless) problems.unshift(`--data (${variable('data')}): is missing, and so is --store`);
  throw new ConfigError(problems.join('\n'));
}

function flags(args: readonly string[]): Record<string, unknown> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: false,
    });
    return { ...values };
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error));
  }
}
