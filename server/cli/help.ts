import type { AnyCommand, Option } from './admin-command.ts';

const LINE = 'npm run admin --';
const PROGRAM = `${LINE} --data DIR`;

const always: Readonly<Record<string, Option>> = {
  json: { help: 'writes JSON for scripts' },
  help: { help: 'shows this' },
};

const common: Readonly<Record<string, Option>> = {
  data: { value: 'DIR', help: "the relay's data folder (or BALAI_DATA)" },
  store: { value: 'URL', help: 'instead, where the relay uses PostgreSQL (or BALAI_STORE)' },
  ...always,
};

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

const optionRows = (options: Readonly<Record<string, Option>>) =>
  Object.entries(options).map(([name, { value, help }]) => {
    return [value === undefined ? `--${name}` : `--${name} ${value}`, help] as const;
  });

/** Help for these commands: all of them, or those of one topic. */
export const helpOf = (commands: readonly AnyCommand[], topic: string): string =>
  [
    `${PROGRAM} ${topic === '' ? '' : `${topic} `}COMMAND`,
    '',
    'Works beside a running relay on the same data folder or database.',
    '',
    columns(commands.map(({ name, operands, help }) => [[name, ...operands].join(' '), help])),
    '',
    columns(optionRows(common)),
  ].join('\n');

export function helpOfOne(command: AnyCommand): string {
  const { name, help, operands, options } = command;
  const free = 'runFree' in command;
  const given = Object.entries(options).map(([option, { value, needed }]) => {
    const text = value === undefined ? `--${option}` : `--${option} ${value}`;
    return needed === true ? text : `[${text}]`;
  });
  return [
    [free ? LINE : PROGRAM, name, ...operands, ...given].join(' '),
    '',
    `${help}.`,
    '',
    columns([...optionRows(options), ...optionRows(free ? always : common)]),
  ].join('\n');
}
