import { calmest } from './testing/calmest.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { OpId } from '../../shared/domain/ids.ts';
import { closeCodes } from '../../shared/protocol/close-codes.ts';
import { paths } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { DATABASE_FILE } from '../data-folder.ts';
import { Office } from '../store/contract/office.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { RelayProcess } from '../testing/relay-process.ts';
import { signedInCompany, type SignedInCompany } from '../testing/signed-in.ts';
import { mutant, type Mutant } from './testing/mutated-frames.ts';
import { sendArgs, TestClient } from './testing/test-client.ts';

/** docs/reliability.md names the number of a whole run. */
const FRAMES = Number(process.env['BALAI_FRAMES'] ?? 3_000);
/** Of the honest pair, beforehand. */
const QUIET = 100;
/** A guard against what is never answered; a busy machine is no fault of the relay, ms. */
const SILENT_MS = 60_000;
/** Said between the honest pair once in so many frames. */
const EVERY = 20;

let folder: string;
let relay: RelayProcess;
let company: SignedInCompany;
const { op: newOp } = new Office(undefined as never, 3);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-hostile-'));
  const store = await openSqliteStore({ file: join(folder, DATABASE_FILE) });
  company = await signedInCompany(store, 3);
  await store.close();
  const flags = ['--data', folder, '--log-level', 'warn', '--rate-per-second', '0'];
  relay = await RelayProcess.start(flags);
});
afterEach(async () => {
  await relay.kill();
  rmSync(folder, { recursive: true });
});

/** Names of the protocol below ours, that `ws` gives: a broken frame, no UTF-8, too large. */
const below = [1002, 1005, 1006, 1007, 1009];
const named = new Set<number>([...Object.values(closeCodes), ...below]);

function goodFrames({ channelId, people }: SignedInCompany): string[] {
  const scope = `channel:${channelId}`;
  const userId = people[2]!.userId;
  const command = (name: string, args: unknown) => ({
    ...{ t: 'commands', commands: [{ op: newOp(), name, args }] },
  });
  return [
    { t: 'ping', n: 1 },
    { t: 'hello', protocol: PROTOCOL, client: 'x', token: people[2]!.accessToken },
    { t: 'pull', id: 1, scope, after: 0, upTo: null, limit: 10 },
    { t: 'get', id: 2, keys: [{ scope, kind: 'member', id: userId }] },
    { t: 'find', id: 3, what: 'people', query: 'person', after: null, limit: 5 },
    {
      ...{ t: 'search', id: 4, authors: [userId], notAuthors: [], channels: null, link: null },
      ...{ notChannels: [channelId], from: 0, to: null, after: 'words:5', limit: 5 },
      terms: [{ text: 'halo "dunia"', negated: false, open: true, quoted: false }],
    },
    { t: 'look', people: [userId], channels: [channelId] },
    { t: 'presence', state: 'away' },
    { t: 'typing', channelId, rootId: null },
    { t: 'renew', token: people[2]!.accessToken },
    command('profile.set', { title: 'x' }),
    command('draft.set', { channelId, rootId: null, text: 'draft' }),
    command('no.such', { channelId }),
  ].map((frame) => JSON.stringify(frame));
}

/** A connection of somebody who means harm, that is made anew whenever the relay has ended it. */
class Hostile {
  readonly codes: number[] = [];
  readonly #token: string;
  #ws: WebSocket | undefined;
  #pongs: (() => void)[] = [];
  #ended: Promise<'ended'> | undefined;
  #n = 1_000_000;

  constructor(token: string) {
    this.#token = token;
  }

  async send({ how, as, bytes }: Mutant): Promise<'answered' | 'ended'> {
    const ws = await this.#open();
    const { _socket: socket } = ws as unknown as { _socket: Socket };
    if (as === 'raw') socket.write(bytes);
    else ws.send(bytes, { binary: as === 'binary' });
    const answered = new Promise<'answered'>((resolve) => {
      this.#pongs.push(() => resolve('answered'));
    });
    ws.send(`{"t":"ping","n":${this.#n++}}`);
    // What swallowed the ping, as part of a long frame that never comes, has to be ended.
    if (as === 'raw') socket.end();
    const { promise: silent, reject } = Promise.withResolvers<never>();
    const guard = setTimeout(() => reject(new Error(`neither answer nor end: ${how}`)), SILENT_MS);
    return Promise.race([answered, this.#ended!, silent]).finally(() => clearTimeout(guard));
  }

  async #open(): Promise<WebSocket> {
    if (this.#ws?.readyState === WebSocket.OPEN) return this.#ws;
    const ws = new WebSocket(relay.url.replace('http', 'ws') + paths.gateway);
    this.#ws = ws;
    this.#pongs = [];
    ws.on('error', () => {});
    this.#ended = new Promise((resolve) => {
      ws.on('close', (code) => {
        this.codes.push(code);
        resolve('ended');
      });
    });
    ws.on('message', (data: Buffer) => {
      if (data.toString().startsWith('{"t":"pong","n":1')) this.#pongs.shift()?.();
    });
    await new Promise<void>((resolve) => ws.once('open', () => resolve()));
    const welcome = new Promise<void>((resolve) => ws.once('message', () => resolve()));
    ws.send(JSON.stringify({ t: 'hello', protocol: PROTOCOL, client: 'x', token: this.#token }));
    await welcome;
    return ws;
  }

  close(): void {
    this.#ws?.terminate();
  }
}

it(
  `${FRAMES} mutated frames: each is answered or ends its connection with a named code, and others notice nothing`,
  async () => {
    const { channelId, people } = company;
    const [a, b] = [new TestClient(relay.url), new TestClient(relay.url)];
    await a.hello(people[0]!.accessToken);
    await b.hello(people[1]!.accessToken);
    const said: OpId[] = [];
    const say = async (): Promise<number> => {
      const op = newOp();
      said.push(op);
      const began = performance.now();
      const arrives = b.take('rows', ({ rows }) => rows.some((row) => row.id === op));
      a.commands({ op, name: 'message.send', args: sendArgs(channelId, 'hello') });
      await arrives;
      const took = performance.now() - began;
      a.frames.length = b.frames.length = 0;
      return took;
    };
    for (let n = 0; n < QUIET / 2; n++) await say();
    const quiet: number[] = [];
    for (let n = 0; n < QUIET; n++) quiet.push(await say());

    const random = new SeededRandom(11);
    const frames = goodFrames(company);
    const hostile = new Hostile(people[2]!.accessToken);
    const beside: number[] = [];
    for (let n = 0; n < FRAMES; n++) {
      const one = mutant(frames, random);
      await hostile.send(one);
      if (n % EVERY === 0) beside.push(await say());
    }
    hostile.close();

    for (const code of hostile.codes) expect(named).toContain(code);
    // Most of them were refused, and one line at most tells of each.
    expect(hostile.codes.length).toBeGreaterThan(FRAMES / 3);
    expect(relay.log.length).toBeLessThanOrEqual(hostile.codes.length);
    expect(relay.log.filter((line) => /"level":[56]0/.test(line))).toEqual([]);
    expect(relay.log.filter((line) => !line.startsWith('{'))).toEqual([]);
    expect(calmest(beside)).toBeLessThan(10 * calmest(quiet));
    const page = await b.pull(`channel:${channelId}`);
    if (page.t !== 'page') throw new Error('no page');
    expect(page.count).toBe(said.length);
    expect((await fetch(`${relay.url}${paths.health}`)).status).toBe(200);
    a.close();
    b.close();
  },
  60_000 + FRAMES * 20,
);
