import { beforeEach, expect, it } from 'vitest';
import type { ChannelId, UserId } from '../../shared/domain/ids.ts';
import type { Kind } from '../../shared/domain/registry.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../shared/domain/scope.ts';
import { downFrame, type Down, type DownFrame } from '../../shared/protocol/down.ts';
import { MemoryBus } from '../bus/memory.ts';
import type { Page, ScopeChange, ScopeHead, StoredRow } from '../store/port.ts';
import { Fanout } from './fanout.ts';
import type { Receiver } from './peer.ts';

const scope = channelScope('01900000-0000-7000-8000-000000000001' as ChannelId);

/** Somebody who keeps what they got. */
class Ear implements Receiver {
  readonly userId: UserId;
  readonly scopes = new Set<Scope>();
  readonly buffers: Buffer[] = [];
  moves = 0;
  open = true;
  greeted = true;

  constructor(name: string) {
    this.userId = name as UserId;
  }

  write(frame: Buffer): void {
    this.buffers.push(frame);
  }

  get frames(): DownFrame[] {
    return this.buffers.map((frame) => {
      const start = frame[1]! < 126 ? 2 : 4;
      return downFrame.parse(JSON.parse(frame.toString('utf8', start)));
    });
  }

  /** The ranges that it was told of in this scope. */
  ranges(of: Scope = scope): [from: number, to: number][] {
    return this.frames
      .filter((frame): frame is Down<'rows'> => frame.t === 'rows' && frame.scope === of)
      .map(({ from, to }) => [from, to]);
  }
}

/** A store of rows whose reading can be made to wait or to fail. */
class Shelf {
  readonly rows = new Map<Scope, StoredRow[]>();
  pulls = 0;
  broken = false;
  #gate: Promise<void> | undefined;
  #open: (() => void) | undefined;

  add(of: Scope, kind: Kind = 'thread', id?: string, deleted = false): ScopeChange {
    const before = this.rows.get(of) ?? [];
    const version = before.length + 1;
    const json = JSON.stringify({
      kind,
      id: id ?? `${version}`,
      version,
      ...(deleted ? { deleted } : {}),
    });
    const row = { scope: of, kind, id: id ?? `${version}`, version, json };
    this.rows.set(of, [...before, row]);
    return { scope: of, from: version - 1, head: version, count: 0, rows: [row] };
  }

  close(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open?.();
  }

  async pull(of: Scope, after: number, upTo: number | null, limit: number): Promise<Page> {
    this.pulls++;
    if (this.broken) throw new Error('no disk');
    const all = this.rows.get(of) ?? [];
    const to = Math.min(upTo ?? all.length, all.length);
    const found = all.filter(({ version }) => version > after && version <= to);
    const rows = found.slice(-limit);
    const from = rows.length < found.length ? rows[0]!.version - 1 : after;
    await this.#gate;
    return { scope: of, head: all.length, count: 0, from, to, rows };
  }

  /** Where people are as the store has it now. */
  readonly places = new Map<UserId, Scope[]>();

  async scopesOf(userId: UserId): Promise<Scope[]> {
    return this.places.get(userId) ?? [];
  }

  async heads(scopes: readonly Scope[]): Promise<ScopeHead[]> {
    if (this.broken) throw new Error('no disk');
    return scopes.map((of) => ({ scope: of, head: this.rows.get(of)?.length ?? 0, count: 0 }));
  }
}

let shelf: Shelf;
let fanout: Fanout;
let orgRows: StoredRow[];
let faults: unknown[];
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Subscribes and reads the heads, as a greeting does. */
async function listen(ear: Ear, ...scopes: Scope[]): Promise<Ear> {
  await fanout.subscribe(new Map([[ear, scopes]]));
  return ear;
}

const commit = (...changes: ScopeChange[]) => fanout.committed({ outcomes: [], changes });

beforeEach(() => {
  shelf = new Shelf();
  orgRows = [];
  faults = [];
  fanout = new Fanout({
    store: shelf,
    bus: new MemoryBus((error) => void faults.push(error)),
    onOrgRows: (rows) => void orgRows.push(...rows),
    fault: (error) => void faults.push(error),
  });
});

it('tells a group from memory, once for each scope, with the same bytes for everybody', async () => {
  const [a, b] = [await listen(new Ear('a'), scope), await listen(new Ear('b'), scope)];
  commit(shelf.add(scope));
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(a.buffers.map((frame, n) => frame === b.buffers[n])).toEqual([true, true]);
  expect(shelf.pulls).toBe(0);
});

it('S13: reads from the store what another node committed, and tells it in order', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  const { head } = shelf.add(scope);
  fanout.hint(scope, head);
  await settled();
  expect(a.ranges()).toEqual([[0, 2]]);
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([
    [0, 2],
    [2, 3],
  ]);
});

it('S13: doubled, late and mistaken hints do no harm', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  shelf.add(scope);
  for (const head of [2, 1, 2, 999, 1]) fanout.hint(scope, head);
  await settled();
  fanout.hint(scope, 2);
  await settled();
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([
    [0, 2],
    [2, 3],
  ]);
});

it('S13: a lost hint is made up for by the next commit, which finds the gap', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  commit(shelf.add(scope));
  await settled();
  expect(a.ranges()).toEqual([[0, 2]]);
});

it('S4: what is committed while the store is read is told once, after it', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  shelf.close();
  fanout.hint(scope, 1);
  commit(shelf.add(scope));
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([]);
  shelf.open();
  await settled();
  expect(a.ranges()).toEqual([
    [0, 1],
    [1, 3],
  ]);
});

it('reads again later what could not be read', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  shelf.broken = true;
  fanout.hint(scope, 1);
  await settled();
  expect(faults).toHaveLength(1);
  shelf.broken = false;
  fanout.retry();
  await settled();
  expect(a.ranges()).toEqual([[0, 1]]);
});

it('S6: tells of the newest page where another node did much, so that clients see the hole', async () => {
  const a = await listen(new Ear('a'), scope);
  for (let n = 0; n < 1_200; n++) shelf.add(scope);
  fanout.hint(scope, 1_200);
  await settled();
  expect(a.ranges()).toEqual([[700, 1_200]]);
});

it('somebody who comes in while the heads are read is told of nothing twice and misses nothing', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  fanout.hint(scope, 1);
  await settled();
  const b = new Ear('b');
  const heads = fanout.subscribe(new Map([[b, [scope]]]));
  // Told to those who are in; whoever comes in finds it below the head.
  commit(shelf.add(scope));
  expect(await heads).toEqual([[{ scope, head: 2, count: 0 }]]);
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(b.ranges()).toEqual([[2, 3]]);
});

it('S11: whoever loses the scope while the heads are read does not come in', async () => {
  const own = userScope('a' as UserId);
  const a = new Ear('a');
  await fanout.follow(a, own);
  const { moves } = a;
  const heads = fanout.subscribe(new Map([[a, [own, scope]]]));
  commit(shelf.add(scope, 'member', 'a', true), shelf.add(scope));
  expect((await heads).flat().map((head) => head.scope)).toEqual([own]);
  expect(a.moves).toBeGreaterThan(moves);
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([]);
});

it('S11: hears of a lost place also where another node did much in the own scope', async () => {
  const own = userScope('a' as UserId);
  const a = await listen(new Ear('a'), own, scope);
  shelf.add(own, 'membership', scope.slice(8), true);
  for (let n = 0; n < 1_200; n++) shelf.add(own, 'mention');
  fanout.hint(own, 1_201);
  await settled();
  expect(a.ranges(own)).toEqual([[701, 1_201]]);
  expect(a.scopes).toEqual(new Set([own]));
});

it('a newcomer whose head is ahead makes the others catch up', async () => {
  const a = await listen(new Ear('a'), scope);
  shelf.add(scope);
  await listen(new Ear('b'), scope);
  await settled();
  expect(a.ranges()).toEqual([[0, 1]]);
});

it('a membership brings its person into the channel, and says how far it is', async () => {
  const a = await listen(new Ear('a'), userScope('a' as UserId));
  shelf.add(scope);
  commit(shelf.add(scope), shelf.add(userScope('a' as UserId), 'membership', scope.slice(8)));
  await settled();
  const subscribed = { t: 'subscribed', scopes: [{ scope, head: 2, count: 0 }] };
  expect(a.frames.at(-1)).toEqual(subscribed);
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([[2, 3]]);
});

it('S13: whom the store kept out of a channel at first hears of it once it is back', async () => {
  const ear = await listen(new Ear('a'), userScope('a' as UserId));
  shelf.broken = true;
  commit(shelf.add(userScope('a' as UserId), 'membership', scope.slice(8)));
  await settled();
  expect(faults).toHaveLength(1);
  // Another node's, whose hint finds nobody here who knows where the channel stands.
  fanout.hint(scope, shelf.add(scope).head);
  shelf.broken = false;
  fanout.retry();
  await settled();
  expect(ear.frames.at(-1)).toEqual({
    t: 'subscribed',
    scopes: [{ scope, head: 1, count: 0 }],
  });
  fanout.hint(scope, shelf.add(scope).head);
  await settled();
  expect(ear.ranges()).toEqual([[1, 2]]);
});

it('S11: who lost the channel before the store was back is not brought in again', async () => {
  const own = userScope('a' as UserId);
  const ear = await listen(new Ear('a'), own);
  shelf.broken = true;
  commit(shelf.add(own, 'membership', scope.slice(8)));
  await settled();
  commit(shelf.add(own, 'membership', scope.slice(8), true));
  shelf.broken = false;
  fanout.retry();
  await settled();
  commit(shelf.add(scope));
  expect(ear.frames.map(({ t }) => t)).toEqual(['rows', 'rows']);
  expect(ear.ranges()).toEqual([]);
});

it('S11: a membership that ends takes its person out after the frame that ends with it', async () => {
  const own = userScope('a' as UserId);
  const a = await listen(new Ear('a'), own, scope);
  const gone = shelf.add(scope, 'member', 'a', true);
  commit(gone, shelf.add(own, 'membership', scope.slice(8), true));
  commit(shelf.add(scope));
  expect(a.ranges()).toEqual([[0, 1]]);
  expect(a.scopes).toEqual(new Set([own]));
  expect(a.moves).toBeGreaterThan(0);
});

it('S11: a frame that goes on after somebody was put out does not reach them, also from the store', async () => {
  const own = userScope('a' as UserId);
  const [a, b] = [await listen(new Ear('a'), own, scope), await listen(new Ear('b'), scope)];
  shelf.add(scope, 'member', 'a', true);
  const { head } = shelf.add(scope);
  fanout.hint(scope, head);
  await settled();
  expect(a.ranges()).toEqual([]);
  expect(b.ranges()).toEqual([[0, 2]]);
});

it('hears every row of org, also where no client does and where a page does not hold them all', async () => {
  await fanout.start();
  commit(shelf.add(orgScope, 'user'));
  for (let n = 0; n < 1_200; n++) shelf.add(orgScope, 'user');
  fanout.hint(orgScope, 1_201);
  await settled();
  expect(new Set(orgRows.map(({ version }) => version)).size).toBe(1_201);
});

it('S14: keeps nothing of a connection that has ended', async () => {
  const a = await listen(new Ear('a'), userScope('a' as UserId), scope);
  const join = shelf.add(
    userScope('a' as UserId),
    'membership',
    '01900000-0000-7000-8000-000000000002',
  );
  a.open = false;
  fanout.drop(a);
  commit(join, shelf.add(scope));
  await settled();
  expect(a.buffers).toEqual([]);
  expect(fanout.audienceOf(scope)).toBe(0);
});

it.each([true, false])(
  'S11, S13: who left and came back on another node hears the channel, whichever is read first (back: %s)',
  async (back) => {
    const own = userScope('a' as UserId);
    const a = await listen(new Ear('a'), scope, own);
    if (back) shelf.places.set(a.userId, [own, scope]);
    // Of the own rows the newest alone is read; the channel's were read before they came back.
    const place = shelf.add(own, 'membership', scope.slice('channel:'.length), !back);
    const left = shelf.add(scope, 'member', 'a', true);
    fanout.hint(own, place.head);
    await settled();
    fanout.hint(scope, left.head);
    await settled();
    await settled();
    expect(fanout.audienceOf(scope)).toBe(back ? 1 : 0);
    const told = a.frames.filter(({ t }) => t === 'subscribed');
    expect(told).toHaveLength(back ? 1 : 0);
  },
);

it('S13: tells the other nodes of what it committed', async () => {
  const heard: unknown[] = [];
  const bus = new MemoryBus((error) => void faults.push(error));
  bus.subscribe((hints) => void heard.push(...hints));
  const other = new Fanout({ store: shelf, bus, onOrgRows: () => {}, fault: () => {} });
  other.committed({ outcomes: [], changes: [shelf.add(scope), shelf.add('registry', 'name')] });
  await settled();
  expect(heard).toEqual([{ type: 'scope', scope, head: 1 }]);
});
