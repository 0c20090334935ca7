import type { AdminCommand, Option } from './admin-command.ts';

const PROGRAM = 'npm run admin -- --data DIR';

const common: Readonly<Record<string, Option>> = {
  data: { value: 'DIR', needed: true, help: "the relay's data folder (or BALAI_DATA)" },
  json: { help: 'writes JSON for scripts' },
  help: { help: 'shows this' },
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
export const helpOf = (commands: readonly AdminCommand[], topic: string): string =>
  [
    `${PROGRAM} ${topic === '' ? '' : `${topic} `}COMMAND`,
    '',
    'Works beside a running relay on the same data folder.',
    '',
    columns(commands.map(({ name, operands, help }) => [[name, ...operands].join(' '), help])),
    '',
    columns(optionRows(common)),
  ].join('\n');

export function helpOfOne({ name, help, operands, options }: AdminCommand): string {
  const given = Object.entries(options).map(([option, { value, needed }]) => {
    const text = value === undefined ? `--${option}` : `--${option} ${value}`;
    return needed === true ? text : `[${text}]`;
  });
  return [
    [PROGRAM, name, ...operands, ...given].join(' '),
    '',
    `${help}.`,
    '',
    columns([...optionRows(options), ...optionRows(common)]),
  ].join('\n');
}
