import { accountContract } from '../contract/account-contract.ts';
import { sqliteAccounts } from './accounts.ts';
import { openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

accountContract('SQLite', async () => {
  const db = openDatabase(':memory:');
  migrate(db, migrations);
  return { accounts: sqliteAccounts(db), close: async () => void db.close() };
});
