import { setFlagsFromString } from 'node:v8';
import { ConfigError, readConfig, usage, type RelayConfig } from './config.ts';
import { MemoryMode } from './memory-mode.ts';
import { startRelay, systemClock } from './relay.ts';
import { StoreUnavailable } from './store/port.ts';
import { NewerDatabase } from './store/newer-database.ts';
import { WrongEncoding } from './store/postgres/migrate.ts';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const memory = new MemoryMode(systemClock, setFlagsFromString);
  const relay = await startRelay(configuration(args), { memory });
  process.stdout.write(`${JSON.stringify({ listening: relay.url })}\n`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    relay.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function configuration(args: readonly string[]): RelayConfig {
  try {
    return readConfig(args, process.env);
  } catch (error) {
    // Who misspelt an option wants to see all of them; who has a full disk does not.
    process.stderr.write(`${usage}\n\n`);
    throw error;
  }
}

/** Says what is wrong and what to do; a mistake of the program with its trace. */
function fail(error: unknown): never {
  if (
    error instanceof ConfigError ||
    error instanceof NewerDatabase ||
    error instanceof WrongEncoding
  ) {
    process.stderr.write(`${error.message}\n`);
  } else if (error instanceof StoreUnavailable) {
    process.stderr.write(
      `the database cannot be opened (${error.message}): look whether the disk is full, whether ` +
        'the data folder is writable, and whether another program holds the database\n',
    );
  } else {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
  process.exit(1);
}

await main().catch(fail);
