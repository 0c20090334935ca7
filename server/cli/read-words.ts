import { parseArgs } from 'node:util';
import type { AnyCommand, Words } from './admin-command.ts';
import { UsageError } from './usage-error.ts';

/** What stands before a command's own words. */
export interface Asked {
  readonly data: string | undefined;
  readonly store: string | undefined;
  readonly json: boolean;
  readonly help: boolean;
  /** The command that was named; undefined where none was, or where the words lead to none. */
  readonly command: AnyCommand | undefined;
  /** What was named, as far as it led: empty, `user`, `user add`. */
  readonly topic: string;
  readonly words: Words;
}

const COMMON = {
  data: { type: 'string' },
  store: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** @throws {UsageError} */
export function readWords(args: readonly string[], commands: readonly AnyCommand[]): Asked {
  // First with every command's options, to find out which words name the command.
  const every = Object.assign({}, ...commands.map(({ options }) => options)) as object;
  const { positionals } = parse(args, every, false);
  const command = commands.find(({ name }) => {
    const words = name.split(' ');
    return words.every((word, index) => positionals[index] === word);
  });
  const { values } = parse(args, command?.options ?? every, command !== undefined);
  const topic = command?.name ?? (isTopic(positionals[0], commands) ? (positionals[0] ?? '') : '');
  const rest = positionals.slice(topic === '' ? 0 : topic.split(' ').length);
  const help = values['help'] === true;
  if (command === undefined && rest.length > 0) {
    throw new UsageError(`There is no command "${[topic, ...rest].join(' ').trim()}".`);
  }
  return {
    ...{ command, topic, help, json: values['json'] === true },
    data: textOf(values['data']),
    store: textOf(values['store']),
    words: command === undefined || help ? nothing : wordsOf(command, values, rest),
  };
}

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const nothing: Words = { values: {}, switches: new Set(), operands: {} };

const isTopic = (word: string | undefined, commands: readonly AnyCommand[]): boolean =>
  word !== undefined && commands.some(({ name }) => name.startsWith(`${word} `));

type Values = Record<string, string | boolean | undefined>;

function parse(
  args: readonly string[],
  options: object,
  strict: boolean,
): { values: Values; positionals: string[] } {
  const own = Object.fromEntries(
    Object.entries(options as AnyCommand['options']).map(([name, { value }]) => {
      return [name, { type: value === undefined ? 'boolean' : 'string' } as const];
    }),
  );
  try {
    const parsed = parseArgs({
      ...{ args: [...args], options: { ...own, ...COMMON }, strict, allowPositionals: true },
    });
    return { values: parsed.values, positionals: parsed.positionals };
  } catch (error) {
    // Node's sentences name the option and what is wrong with it.
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function wordsOf(command: AnyCommand, values: Values, rest: readonly string[]): Words {
  const { name, operands, options } = command;
  for (const [option, { needed, value }] of Object.entries(options)) {
    if (needed === true && values[option] === undefined) {
      throw new UsageError(`"${name}" needs --${option} ${value ?? ''}`.trim());
    }
  }
  const missing = operands[rest.length];
  if (missing !== undefined) throw new UsageError(`"${name}" needs ${missing}.`);
  if (rest.length > operands.length) {
    throw new UsageError(`"${name}" does not know what to do with ${rest[operands.length]}.`);
  }
  const strings = Object.entries(values).filter(([, value]) => typeof value === 'string');
  return {
    values: Object.fromEntries(strings) as Record<string, string>,
    switches: new Set(Object.keys(values).filter((key) => values[key] === true)),
    operands: Object.fromEntries(operands.map((operand, index) => [operand, rest[index] ?? ''])),
  };
}
