import { join } from 'node:path';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';

/** Does something in a relay's database, beside the relay, which may be running. */
export async function beside(relayDir: string, run: (store: Store) => Promise<void>) {
  const store = await openStore(
    { engine: 'sqlite', file: join(relayDir, 'relay.db') },
    { clock: nodeClock, random: Math.random },
  );
  try {
    await run(store);
  } finally {
    await store.close();
  }
}
