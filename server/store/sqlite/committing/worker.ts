import { parentPort, workerData } from 'node:worker_threads';
import { StoreUnavailable, type Submitted } from '../../port.ts';
import { answering } from '../answering.ts';
import { committerOn } from '../commit.ts';
import { openDatabase } from '../database.ts';
import { packCommitted, unpackGroup } from './messages.ts';
import type { CommitAsk, CommitPlace, PackedCommitted } from './messages.ts';

/** The thread that carries out large groups, on a connection of its own. */
const { file, busyMs } = workerData as CommitPlace;
const db = openDatabase(file, busyMs);
const faults: { error: unknown; command: Submitted }[] = [];
const committer = committerOn(db, (error, command) => void faults.push({ error, command }));
/** Nothing of the group before was carried out. */
let failed = false;

answering(parentPort!, (asked: CommitAsk): PackedCommitted | null => {
  switch (asked.ask) {
    case 'ready':
      return null;
    case 'commit': {
      // S7: what came behind a group that failed must not be carried out before it.
      if (asked.behind && failed)
        throw new StoreUnavailable('the group before it was not committed');
      failed = true;
      faults.length = 0;
      const group = unpackGroup(asked.commands);
      const committed = committer.commit(group, asked.now);
      failed = false;
      return packCommitted(
        committed,
        faults.map(({ error, command }) => {
          const { message, stack } = error as Error;
          return { index: group.indexOf(command), message, stack };
        }),
      );
    }
    case 'close':
      db.close();
      return null;
  }
});
