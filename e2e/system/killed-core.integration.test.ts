import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { SeededRandom } from '../../shared/testing/random.ts';
import { Office, type Computer } from './office.ts';

/** `BALAI_KILLS` asks for more, half of them with the relay there. */
const KILLS = Number(process.env['BALAI_KILLS'] ?? 50);
const random = new SeededRandom(6);

interface Killed {
  /** Texts whose `send` had resolved. */
  readonly told: string[];
  readonly signal: NodeJS.Signals | null;
}

/** Runs a client that dies at the given statement of its sends, or is shot after so many messages. */
async function killed(
  dir: string,
  channelId: string,
  prefix: string,
  at: { statement: number; side: 'before' | 'after' } | { messages: number },
): Promise<Killed> {
  const [statement, side] = 'statement' in at ? [at.statement, at.side] : [0, 'after'];
  const child = spawn(
    process.execPath,
    ['e2e/system/sending-computer.ts', dir, channelId, prefix, String(statement), side],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let out = '';
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if ('messages' in at && out.split('\n').length > at.messages + 1) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  // A line that the kill cut short was not heard by anybody.
  return { told: out.split('\n').slice(1, -1), signal };
}

const allHere = async (computer: Computer): Promise<void> =>
  computer.until(async (api) => {
    const { state, waiting, refused, syncing } = await api.connection({});
    return state === 'connected' && waiting + refused === 0 && syncing === null;
  });

it(`S7: ${KILLS} kills between any two statements of a send lose nothing that was told, and double nothing`, async () => {
  const office = await Office.open(['ayu', 'bagas'], ['--rate-per-second', '0']);
  const ayu = await office.signedIn('ayu');
  const { op: channelId } = await ayu.api.createChannel({
    ...{ name: 'dermaga', type: 'private', topic: '', userIds: [office.id('bagas')] },
  });
  await allHere(ayu);
  await ayu.close();
  await office.stop();

  const told: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const online = round >= KILLS / 2;
    if (online && round - 1 < KILLS / 2) await office.start(['--rate-per-second', '0']);
    const side = round % 2 === 0 ? 'before' : 'after';
    // Without a relay one statement after the other; with it anywhere in what comes back as well.
    const statement = online ? 1 + random.int(400) : 1 + (round >> 1);
    const at = round % 5 === 4 ? { messages: 1 + random.int(12) } : ({ statement, side } as const);
    const end = await killed(ayu.dir, channelId, `r${round}`, at);
    expect(end.signal, `round ${round}`).toBe('SIGKILL');
    told.push(...end.told);
  }
  await ayu.reopen();
  await allHere(ayu);
  const bagas = await office.signedIn('bagas');
  const heard = await bagas.texts(channelId);
  expect(heard.length).toBeGreaterThan(0);
  // Once each, whole, and in the order of writing.
  const place = (text: string): [number, number] => {
    const parts = /^r(\d+)-(\d+)$/.exec(text);
    expect(parts, text).not.toBeNull();
    return [Number(parts![1]), Number(parts![2])];
  };
  const sorted = [...new Set(heard)].sort((a, b) => {
    const [one, two] = [place(a), place(b)];
    return one[0] - two[0] || one[1] - two[1];
  });
  expect(heard).toEqual(sorted);
  expect(told.filter((text) => !heard.includes(text))).toEqual([]);
  // At most one a kill reached the disk without its sender having been told.
  expect(heard.length - told.length).toBeLessThanOrEqual(KILLS);
  expect(await ayu.texts(channelId)).toEqual(heard);
}, 240_000);
