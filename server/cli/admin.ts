import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Clock } from '../../shared/domain/clock.ts';
import { orgScope } from '../../shared/domain/scope.ts';
import { ConfigError } from '../config.ts';
import { prepareFolder } from '../data-folder.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { People } from '../services/accounts/people.ts';
import { ExportRefused } from '../services/import/slack/refused.ts';
import { NewerDatabase } from '../store/newer-database.ts';
import { CopyDiffers } from '../store/copy.ts';
import { nameOf, openStore, placeOf, type Place } from '../store/open.ts';
import { StoreUnavailable, type Store } from '../store/port.ts';
import { WrongEncoding } from '../store/postgres/migrate.ts';
import type { AdminCommand, AnyCommand, Told } from './admin-command.ts';
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
  /** In [0, 1). */
  readonly random: () => number;
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

async function run(command: AnyCommand, asked: Asked, deps: AdminDeps): Promise<void> {
  const { text, json } =
    'runFree' in command
      ? await command.runFree(deps.terminal, asked.words)
      : await runOn(command, asked, deps);
  deps.terminal.out(asked.json ? JSON.stringify(json) : text);
}

async function runOn(command: AdminCommand, asked: Asked, deps: AdminDeps): Promise<Told> {
  const { terminal, clock, random } = deps;
  const place = placeAsked(asked, deps.env);
  if (place.engine === 'sqlite') {
    if (!command.begins && !existsSync(place.file)) throw nothingThere(place);
    prepareFolder(dirname(place.file));
  }
  const store = await openStore(place, { clock, random });
  try {
    // A database is there before the workspace in it.
    const mayBeNew = place.engine === 'postgres' && !command.begins;
    if (mayBeNew && !(await hasBegun(store))) throw nothingThere(place);
    const people = new People({ store, clock, passwords: new Passwords() });
    return await command.run({ store, clock, people, terminal }, asked.words);
  } finally {
    await store.close();
  }
}

function placeAsked({ data, store }: Asked, env: AdminDeps['env']): Place {
  const spec = store ?? (data === undefined ? env['BALAI_STORE'] : undefined) ?? '';
  if (spec !== '') return placeOf(spec);
  const folder = data ?? env['BALAI_DATA'] ?? '';
  if (folder === '') throw new UsageError("Name the relay's data folder: --data DIR");
  return placeOf(resolve(folder));
}

async function hasBegun(store: Store): Promise<boolean> {
  const [org] = await store.heads([orgScope]);
  return org!.head > 0;
}

const nothingThere = (place: Place): UsageError =>
  new UsageError(
    `There is no workspace in ${nameOf(place)}. Begin one with: workspace set --name NAME`,
  );

/** Their messages say what to do. */
const told = [NewerDatabase, WrongEncoding, CopyDiffers];

function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError || error instanceof ConfigError) {
    terminal.err(`${error.message}\nMore: --help`);
    return BAD_INPUT;
  }
  if (error instanceof ExportRefused) {
    terminal.err(error.message);
    return BAD_INPUT;
  }
  if (told.some((kind) => error instanceof kind)) terminal.err((error as Error).message);
  else if (error instanceof StoreUnavailable) {
    terminal.err(
      `The database cannot be used (${error.message}). Look whether the disk is full and whether ` +
        'the folder can be written to, then run the same line again: nothing is done twice.',
    );
  } else terminal.err(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}
