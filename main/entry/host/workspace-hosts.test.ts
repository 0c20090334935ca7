import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { Topic } from '../../../shared/rpc/topics.ts';
import type { SessionView } from '../../../shared/rpc/connection-views.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import type { Core } from '../../core/core-port.ts';
import { temporaryFolder } from '../../core/testing/folder.ts';
import { FIRST, WorkspaceFolders } from '../workspaces/workspace-folders.ts';
import { WorkspaceHosts } from './workspace-hosts.ts';

/** A core of which only the session is of interest here. */
class FakeCore {
  readonly listeners = new Set<(topics: Topic[]) => void>();
  closed = false;
  badge = 0;
  session: Pick<SessionView, 'state' | 'workspace' | 'problem'> = {
    ...{ state: 'signed_out', workspace: null, problem: null },
  };

  get core(): Core {
    return {
      handlers: {
        session: () => ({ ...this.session, address: null, me: null, keyStore: null }),
        sidebar: () => ({ workspace: this.session.workspace ?? '', badge: this.badge }),
      },
      onTopics: (listener: (topics: Topic[]) => void) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      networkChanged: () => undefined,
      close: () => {
        this.closed = true;
        return Promise.resolve();
      },
    } as unknown as Core;
  }

  become(session: Partial<FakeCore['session']>): void {
    Object.assign(this.session, session);
    for (const listener of this.listeners) listener(['session']);
  }

  signIn(workspace: string): void {
    this.become({ state: 'signed_in', workspace });
  }
}

async function setup(before: (folders: WorkspaceFolders) => void = () => undefined) {
  const dir = temporaryFolder();
  const clock = new FakeClock();
  const folders = new WorkspaceFolders(dir, uuid7Generator(clock.now.bind(clock)), () => undefined);
  before(folders);
  const cores = new Map<string, FakeCore>([[FIRST, new FakeCore()]]);
  const served = new Map<string, Core>();
  const hosts = await WorkspaceHosts.open({
    folders,
    first: cores.get(FIRST)!.core,
    openCore: ({ id }) => {
      const one = new FakeCore();
      cores.set(id, one);
      return Promise.resolve(one.core);
    },
    serve: (core, id) => {
      served.set(id, core);
      return Promise.resolve({
        ...{ port: 1, invite: () => `at ${id}` },
        close: () => {
          served.delete(id);
          return Promise.resolve();
        },
      });
    },
    clock,
    log: (message, detail) => {
      throw new Error(`${message} ${JSON.stringify(detail)}`);
    },
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const handlers = (id: string) => served.get(id)!.handlers;
  const listed = async (id: string) =>
    (await handlers(id).workspaces({})).map(({ name, badge, here }) => [name, badge, here]);
  const idOf = (url: string | null): string => url?.replace('at ', '') ?? '';
  return { hosts, dir, clock, cores, served, settle, handlers, listed, idOf };
}

it('one workspace is alone, and one more gets a core and a folder of its own', async () => {
  const { cores, handlers, listed, settle, idOf, dir } = await setup();
  cores.get(FIRST)!.signIn('Nusa');
  await settle();
  expect(await listed(FIRST)).toEqual([['Nusa', 0, true]]);
  const { url } = await handlers(FIRST).addWorkspace({});
  const added = idOf(url);
  expect(added).not.toBe(FIRST);
  expect(existsSync(join(dir, 'workspaces', added))).toBe(true);
  // Nobody came in at the second door yet: the first window does not list it, and leads there again.
  expect(await listed(FIRST)).toHaveLength(1);
  expect((await handlers(FIRST).addWorkspace({})).url).toBe(url);
  cores.get(added)!.signIn('Koperasi');
  await settle();
  expect(await listed(FIRST)).toEqual([
    ['Nusa', 0, true],
    ['Koperasi', 0, false],
  ]);
  expect((await handlers(added).openWorkspace({ id: FIRST })).url).toBe(`at ${FIRST}`);
});

it('a window hears how much waits in the other workspace, and nothing else of it', async () => {
  const { cores, served, handlers, listed, settle, idOf, clock } = await setup();
  cores.get(FIRST)!.signIn('Nusa');
  await settle();
  const added = idOf((await handlers(FIRST).addWorkspace({})).url);
  const other = cores.get(added)!;
  other.signIn('Koperasi');
  await settle();
  const heard: Topic[][] = [];
  served.get(FIRST)!.onTopics((topics) => heard.push(topics));
  other.badge = 3;
  for (const listener of other.listeners) listener(['sidebar', 'channel:x', 'notices']);
  clock.advance(1_000);
  await settle();
  expect(heard).toEqual([['workspaces']]);
  expect(await listed(FIRST)).toContainEqual(['Koperasi', 3, false]);
});

it('a door that is left goes with its folder once its page has gone, and not one that is in use', async () => {
  const { cores, served, handlers, settle, idOf, dir } = await setup();
  cores.get(FIRST)!.signIn('Nusa');
  await settle();
  const added = idOf((await handlers(FIRST).addWorkspace({})).url);
  const closePage = served.get(added)!.onTopics(() => undefined);
  expect((await handlers(FIRST).leaveWorkspace({})).url).toBeNull();
  expect((await handlers(added).leaveWorkspace({})).url).toBe(`at ${FIRST}`);
  expect(cores.get(added)!.closed).toBe(false);
  closePage();
  await settle();
  expect(cores.get(added)!.closed).toBe(true);
  expect(existsSync(join(dir, 'workspaces', added))).toBe(false);
  expect(cores.get(FIRST)!.closed).toBe(false);
});

it('S12: one whose access was taken away says so, and the others go on', async () => {
  const { cores, handlers, listed, settle, idOf, hosts } = await setup();
  cores.get(FIRST)!.signIn('Nusa');
  await settle();
  const added = idOf((await handlers(FIRST).addWorkspace({})).url);
  cores.get(added)!.signIn('Koperasi');
  await settle();
  cores.get(FIRST)!.become({ state: 'signed_out', workspace: null, problem: 'revoked' });
  await settle();
  expect(await listed(added)).toEqual([
    ['Nusa', 0, false],
    ['Koperasi', 0, true],
  ]);
  expect(await hosts.invite()).toBe(`at ${added}`);
  expect((await handlers(FIRST).leaveWorkspace({})).url).toBe(`at ${added}`);
  expect(await listed(added)).toEqual([['Koperasi', 0, true]]);
});

it('after a restart those are there in which somebody is signed in, and all close together', async () => {
  let kept = '';
  const { cores, hosts, served } = await setup((folders) => {
    folders.add();
    const { id, dir } = folders.add();
    kept = id;
    writeFileSync(join(dir, 'profile.json'), '{}');
  });
  expect([...served.keys()]).toEqual([FIRST, kept]);
  await hosts.close();
  expect([...cores.values()].every(({ closed }) => closed)).toBe(true);
});
