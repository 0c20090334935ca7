import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import { channelScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import { MemoryBus } from '../../bus/memory.ts';
import { Office } from '../../store/contract/office.ts';
import type { Store } from '../../store/port.ts';
import { openSqliteStore } from '../../store/sqlite/open.ts';
import { DirectorySize } from '../directory-size.ts';
import { Fanout } from '../fanout.ts';
import type { Peer } from '../peer.ts';
import { welcome } from './hello.ts';

let folder: string;
/** This node's way to the store, and another node's. */
let here: Store;
let office: Office;
let citra: Actor;
let eka: Actor;
let umum: ChannelId;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'balai-hello-'));
  const file = join(folder, 'relay.db');
  office = new Office(await openSqliteStore({ file }));
  here = await openSqliteStore({ file });
  citra = await office.person('Citra', 'admin');
  eka = await office.person('Eka');
  umum = await office.channel(citra, 'umum', [eka]);
});

afterEach(async () => {
  await office.store.close();
  await here.close();
  rmSync(folder, { recursive: true });
});

/** Greets Eka, while another node does something between two questions to the store. */
async function greet(meanwhile: () => Promise<unknown>): Promise<Peer> {
  let once = meanwhile;
  const store: Store = {
    ...here,
    async scopesOf(userId) {
      const scopes = await here.scopesOf(userId);
      await once();
      once = async () => undefined;
      return scopes;
    },
  };
  const faults: unknown[] = [];
  const fault = (error: unknown) => void faults.push(error);
  const fanout = new Fanout({ store, bus: new MemoryBus(fault), onOrgRows: () => {}, fault });
  const state = { greeted: false };
  const peer: Peer = {
    ...{ userId: eka.userId, actor: eka, sessionId: 's', open: true, moves: 0 },
    scopes: new Set<Scope>(),
    get greeted() {
      return state.greeted;
    },
    write: () => undefined,
    send: () => undefined,
    renewed: () => undefined,
  };
  const parts = {
    ...{ store, fanout, directory: new DirectorySize(100), clock: office.clock },
    settings: { server: 'test', leaseDays: 0, rate: { perSecond: 0, burst: 0 }, origins: [] },
  };
  await welcome(peer, 0, parts, () => (state.greeted = true));
  // What the poll finds, should there be anything.
  for (const { scope, head } of await here.moved()) fanout.hint(scope, head);
  await new Promise((resolve) => setImmediate(resolve));
  expect(faults).toEqual([]);
  return peer;
}

it('S13: hears of a channel that another node brought the person into during the greeting', async () => {
  let gaji = umum;
  const peer = await greet(async () => (gaji = await office.channel(citra, 'gaji', [eka])));
  expect(gaji).not.toBe(umum);
  expect(peer.scopes).toContain(channelScope(gaji));
  expect(peer.scopes).toContain(userScope(eka.userId));
});

it('S11: hears no more of a channel that another node put the person out of during it', async () => {
  const args = { channelId: umum, userId: eka.userId };
  const peer = await greet(() => office.run(office.command(citra, 'channel.remove', args)));
  expect(peer.scopes).not.toContain(channelScope(umum));
  expect(peer.scopes).toContain(userScope(eka.userId));
});
