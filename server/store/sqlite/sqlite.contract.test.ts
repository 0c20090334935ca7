import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../contract/store-contract.ts';
import type { Store } from '../port.ts';
import { openSqliteStore } from './open.ts';

storeContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'balai-store-'));
  const file = join(folder, 'relay.db');
  const faults: { error: unknown; command: never }[] = [];
  const fault = (error: unknown, command: unknown) =>
    void faults.push({ error, command: command as never });
  const store = await openSqliteStore({ file, fault });
  const others: Store[] = [];
  return {
    store,
    faults,
    again: async () => {
      const other = await openSqliteStore({ file });
      others.push(other);
      return other;
    },
    end: async () => {
      for (const one of [store, ...others]) await one.close();
      rmSync(folder, { recursive: true });
    },
  };
});
