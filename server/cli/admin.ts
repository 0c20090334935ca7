import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Clock } from '../../shared/domain/clock.ts';
import { ConfigError } from '../config.ts';
import { DATABASE_FILE, prepareFolder } from '../data-folder.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { People } from '../services/accounts/people.ts';
import { ExportRefused } from '../services/import/slack/refused.ts';
import { NewerDatabase } from '../store/newer-database.ts';
import { StoreUnavailable } from '../store/port.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { AdminCommand } from './admin-command.ts';
import { adminCommands } from './commands.ts';
import { helpOf, helpOfOne } from './help.ts';
import { readWords, type Asked } from './read-words.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const OK = 0;
const FAILED = 1;
const BAD_INPUT = 2;

interface AdminDeps {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs one line of administration. Answers the exit code: 0, 1 for trouble, 2 for bad input. */
export async function admin(args: readonly string[], deps: AdminDeps): Promise<number> {
  const { terminal } = deps;
  try {
    const asked = readWords(args, adminCommands);
    if (asked.help) {
      terminal.out(help(asked));
      return OK;
    }
    if (asked.command === undefined) {
      terminal.err(help(asked));
      return BAD_INPUT;
    }
    await run(asked.command, asked, deps);
    return OK;
  } catch (error) {
    terminal.progress('');
    return fail(error, terminal);
  }
}

function help({ command, topic }: Asked): string {
  if (command !== undefined) return helpOfOne(command);
  const below = adminCommands.filter(({ name }) => topic === '' || name.startsWith(`${topic} `));
  return helpOf(below, topic);
}

async function run(command: AdminCommand, asked: Asked, deps: AdminDeps): Promise<void> {
  const { terminal, clock, env } = deps;
  const data = asked.data ?? env['BALAI_DATA'] ?? '';
  if (data === '') throw new UsageError("Name the relay's data folder: --data DIR");
  const folder = resolve(data);
  const file = join(folder, DATABASE_FILE);
  if (!command.begins && !existsSync(file)) {
    throw new UsageError(
      `There is no workspace in ${folder}. Begin one with: workspace set --name NAME`,
    );
  }
  prepareFolder(folder);
  const store = await openSqliteStore({ file });
  try {
    const people = new People({ store, clock, passwords: new Passwords() });
    const { text, json } = await command.run({ store, clock, people, terminal }, asked.words);
    terminal.out(asked.json ? JSON.stringify(json) : text);
  } finally {
    await store.close();
  }
}

function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError || error instanceof ConfigError) {
    terminal.err(`${error.message}\nMore: --help`);
    return BAD_INPUT;
  }
  if (error instanceof ExportRefused) {
    terminal.err(error.message);
    return BAD_INPUT;
  }
  if (error instanceof NewerDatabase) terminal.err(error.message);
  else if (error instanceof StoreUnavailable) {
    terminal.err(
      `The database cannot be used (${error.message}). Look whether the disk is full and whether ` +
        'the folder can be written to, then run the same line again: nothing is done twice.',
    );
  } else terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}
