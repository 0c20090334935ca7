import { ConfigError, readConfig, usage } from './config.ts';
import { startRelay } from './relay.ts';
import { StoreUnavailable } from './store/port.ts';
import { NewerDatabase } from './store/sqlite/migrate.ts';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const relay = await startRelay(readConfig(args, process.env));
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

/** Says what is wrong and what to do; a mistake of the program with its trace. */
function fail(error: unknown): never {
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n\n${usage}\n`);
  } else if (error instanceof NewerDatabase) {
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
