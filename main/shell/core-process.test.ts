import type { MessagePortMain, UtilityProcess } from 'electron';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../shared/domain/ids.ts';
import type { WorkspaceEntry } from '../../shared/rpc/workspace-entry.ts';
import { FakeClock } from '../../shared/testing/clock.ts';
import { anId } from '../../shared/testing/office.ts';
import type { FromCore, ToCore } from '../entry/core-messages.ts';
import { CoreProcess } from './core-process.ts';
import { FakeChannel, FakeProcess } from './testing/electron.ts';

function started() {
  const clock = new FakeClock();
  const processes: FakeProcess[] = [];
  const heard: FromCore[] = [];
  const core = new CoreProcess({
    fork: () => {
      const process = new FakeProcess();
      processes.push(process);
      return process as unknown as UtilityProcess;
    },
    channel: () => new FakeChannel(),
    clock,
    onMessage: (message) => heard.push(message),
    log: () => undefined,
  });
  const die = () => processes.at(-1)?.emit('exit', 1);
  /** All but what each is told at its start. */
  const posted = (n: number) =>
    (processes[n]?.posted ?? []).filter(({ message }) => (message as ToCore).what !== 'workspaces');
  return { core, clock, processes, heard, posted, die };
}

describe('the core’s process', () => {
  it('gets one end of each line, and the page the other', () => {
    const { core, posted } = started();
    core.start();
    const given: MessagePortMain[] = [];
    core.openPort('port', (port) => given.push(port));
    const [sent] = posted(0);
    expect(sent?.message).toEqual({ what: 'port' });
    expect(sent?.ports[0]?.other).toBe(given[0]);
  });

  it('gets lines for files too, and knows them apart', () => {
    const { core, clock, posted, die } = started();
    core.start();
    die();
    const given: unknown[] = [];
    core.openPort('file-port', (port) => given.push(port));
    clock.advance(100);
    expect(given).toHaveLength(1);
    expect(posted(1).map(({ message }) => message)).toEqual([{ what: 'file-port' }]);
  });

  it('hears what was answered to a notification while it was being started again', () => {
    const { core, clock, posted, die } = started();
    const answer = { channelId: anId(1) as ChannelId, rootId: null, position: 7, text: 'Siap' };
    core.start();
    die();
    core.answer(answer);
    clock.advance(100);
    expect(posted(1).map(({ message }) => message)).toEqual([{ what: 'answer', answer }]);
  });

  it('is started again when it dies, later each time', () => {
    const { core, clock, processes, die } = started();
    core.start();
    const starts: number[] = [];
    for (let fault = 0; fault < 7; fault++) {
      die();
      const from = clock.now();
      const before = processes.length;
      while (processes.length === before) clock.advance(100);
      starts.push(clock.now() - from);
    }
    expect(starts).toEqual([100, 500, 2_000, 5_000, 15_000, 15_000, 15_000]);
  });

  it('begins to count anew once it has been well for a while', () => {
    const { core, clock, processes, die } = started();
    core.start();
    die();
    clock.advance(100);
    die();
    clock.advance(500);
    clock.advance(60_000);
    die();
    clock.advance(100);
    expect(processes).toHaveLength(4);
  });

  it('gives a port that was asked for in between as soon as it lives again', () => {
    const { core, clock, posted, die } = started();
    core.start();
    die();
    const given: unknown[] = [];
    core.openPort('port', (port) => given.push(port));
    expect(given).toEqual([]);
    clock.advance(100);
    expect(given).toHaveLength(1);
    expect(posted(1)).toHaveLength(1);
  });

  it('runs once, however often it is started', () => {
    const { core, processes } = started();
    core.start();
    core.start();
    expect(processes).toHaveLength(1);
  });

  it('hears that the network changed', () => {
    const { core, posted } = started();
    core.networkChanged();
    core.start();
    core.networkChanged();
    expect(posted(0).map(({ message }) => message)).toEqual([{ what: 'network-changed' }]);
  });

  it('is told which workspaces there are, also when it starts again, and is heard', () => {
    const { core, clock, processes, heard, die } = started();
    core.start();
    core.tellWorkspaces([]);
    const list: WorkspaceEntry[] = [
      {
        ...{ id: 'a', name: 'Nusa', address: null, problem: null },
        ...{ state: 'signed_in', badge: 2, colour: 0, here: true },
      },
    ];
    core.tellWorkspaces(list);
    die();
    clock.advance(100);
    expect(processes[0]?.posted.at(-1)?.message).toEqual({ what: 'workspaces', list });
    expect(processes[1]?.posted[0]?.message).toEqual({ what: 'workspaces', list });
    processes[1]?.emit('message', { what: 'open', id: 'a' });
    expect(heard).toEqual([{ what: 'open', id: 'a' }]);
  });

  it('closes its files before it is stopped, and does not come back', async () => {
    const { core, clock, processes, posted } = started();
    core.start();
    const stopped = core.stop();
    expect(posted(0).map(({ message }) => message)).toEqual([{ what: 'close' }]);
    processes[0]?.emit('exit', 0);
    await stopped;
    clock.advance(100_000);
    expect(processes).toHaveLength(1);
    expect(processes[0]?.killed).toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('is ended where it does not close', async () => {
    const { core, clock, processes } = started();
    core.start();
    const stopped = core.stop();
    clock.advance(3_000);
    await stopped;
    expect(processes[0]?.killed).toBe(true);
  });

  it('stops at once while it is not running, and gives no port any more', async () => {
    const { core, clock, processes, die } = started();
    core.start();
    die();
    await core.stop();
    const given: unknown[] = [];
    core.openPort('port', (port) => given.push(port));
    clock.advance(100_000);
    expect(processes).toHaveLength(1);
    expect(given).toEqual([]);
  });
});
