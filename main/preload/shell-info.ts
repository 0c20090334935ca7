import type { ShellInfo } from '../../shared/rpc/shell-api.ts';

const NAME = '--balai-info=';

/** The argument by which the shell tells a new window's preload about itself. */
export const shellInfoArgument = (info: ShellInfo): string =>
  NAME + encodeURIComponent(JSON.stringify(info));

/** @throws {Error} where the window was not made by the shell */
export function readShellInfo(argv: readonly string[]): ShellInfo {
  const argument = argv.find((value) => value.startsWith(NAME));
  if (argument === undefined) throw new Error('this window was not made by the shell');
  return JSON.parse(decodeURIComponent(argument.slice(NAME.length))) as ShellInfo;
}
