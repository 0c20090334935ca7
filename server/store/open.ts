import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../shared/domain/clock.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { StoreUnavailable, type Store, type Submitted } from './port.ts';
import { openPostgresStore } from './postgres/open.ts';
import { openPostgresTransfer } from './postgres/transfer.ts';
import { openSqliteStore } from './sqlite/open.ts';
import { openSqliteTransfer } from './sqlite/transfer.ts';
import type { Transferable } from './transfer.ts';

/** Where a workspace is kept. */
export type Place =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string };

/** `postgres://…`, `sqlite:FILE`, or a relay's data folder. */
export function placeOf(spec: string): Place {
  if (/^postgres(ql)?:\/\//.test(spec)) return { engine: 'postgres', url: spec };
  if (spec.startsWith('sqlite:')) return { engine: 'sqlite', file: spec.slice('sqlite:'.length) };
  return { engine: 'sqlite', file: join(spec, DATABASE_FILE) };
}

/** The place without a password, for people and logs. */
export function nameOf(place: Place): string {
  if (place.engine === 'sqlite') return place.file;
  return place.url
    .replace(/^(\w+:\/\/[^/@:]*):[^@/]*@/, '$1:***@')
    .replace(/(password=)[^&]*/, '$1***');
}

export interface OpenOptions {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Hears of commands that threw, which no command does on purpose. */
  readonly fault?: (error: unknown, command: Submitted) => void;
  /** Whether people are served from this thread, which then does not wait for the disk if it can. */
  readonly serves?: boolean;
}

/**
 * Opens the store that a workspace is kept in, and begins one where there is none.
 *
 * @throws {StoreUnavailable} where it cannot be opened
 * @throws {NewerDatabase} where a newer relay has used it
 */
export function openStore(place: Place, options: OpenOptions): Promise<Store> {
  const { serves = false, ...rest } = options;
  if (place.engine === 'postgres') return openPostgresStore({ url: place.url, ...rest });
  const { clock: _clock, random: _random, ...fault } = rest;
  return openSqliteStore({ file: place.file, serves, ...fault });
}

/**
 * Opens a workspace as a whole, to be copied.
 *
 * @param must whether it has to be there already
 * @throws as `openStore`
 */
export async function openTransfer(place: Place, must: 'exist' | 'begin'): Promise<Transferable> {
  if (place.engine === 'postgres') return openPostgresTransfer(place);
  const there = existsSync(place.file) && statSync(place.file).isFile();
  if (must === 'exist' && !there) throw new StoreUnavailable(`there is no file ${place.file}`);
  return openSqliteTransfer(place);
}
