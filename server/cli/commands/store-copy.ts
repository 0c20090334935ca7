import { dirname } from 'node:path';
import { prepareFolder } from '../../data-folder.ts';
import { copyStore, type Copied } from '../../store/copy.ts';
import { nameOf, openTransfer, placeOf, type Place } from '../../store/open.ts';
import { StoreNotEmpty } from '../../store/transfer.ts';
import type { FreeCommand } from '../admin-command.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const storeCopy: FreeCommand = {
  name: 'store copy',
  help: 'Copies the whole workspace to another database; stop the relay first',
  operands: [],
  options: {
    from: { value: 'PLACE', needed: true, help: 'a data folder, sqlite:FILE or postgres://…' },
    to: { value: 'PLACE', needed: true, help: 'the same; nothing may be in it yet' },
  },
  async runFree(terminal, { values }) {
    const [from, to] = [placeOf(values['from'] ?? ''), placeOf(values['to'] ?? '')];
    const copied = await copy(from, to, terminal);
    const total = Object.values(copied).reduce((sum, count) => sum + count, 0);
    return {
      text:
        `${total} records are in ${nameOf(to)}, compared with their originals one by one: ` +
        `${copied.rows} rows, ${copied.accounts} accounts, ${copied.sessions} sessions.\n` +
        'Start the relay on it now. The original is as it was; keep it until all is well.',
      json: { to: nameOf(to), ...copied },
    };
  },
};

async function copy(from: Place, to: Place, terminal: Terminal): Promise<Copied> {
  if (to.engine === 'sqlite') prepareFolder(dirname(to.file));
  const source = await openTransfer(from, 'exist');
  try {
    const target = await openTransfer(to, 'begin');
    try {
      return await copyStore(source, target, (records) => terminal.progress(`${records} records`));
    } finally {
      terminal.progress('');
      await target.close();
    }
  } catch (error) {
    if (!(error instanceof StoreNotEmpty)) throw error;
    throw new UsageError(`There is something in ${nameOf(to)} already. Name an empty place.`);
  } finally {
    await source.close();
  }
}
