// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../app/core/unbranded.ts';
import { cancelOverlay, closeOverlay, useOverlays } from '../../app/overlays.ts';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { idOf } from '../../testing/messages.ts';
import { openPoll } from '../polls/open-poll.ts';
import { commandsFor, findCommand, nameIn, slashCommands } from './slash-commands.ts';

/** A Wednesday, in the computer's time zone. */
const NOW = new Date(2026, 10, 25, 14, 30).getTime();
const BUDI = idOf(2);

let called: unknown[] = [];
const core = new Proxy({} as Core, {
  get:
    (_core, method: string) =>
    async (args: object): Promise<object> => {
      called.push([method, args]);
      return method === 'openConversation' ? { channelId: 'self' } : { op: 'note' };
    },
});
/** What a command says, or why it did nothing. */
async function run(name: string, rest = '', shown = rest): Promise<string | null> {
  called = [];
  const call = {
    ...{
      core,
      channelId: 'c',
      rootId: 'r',
      rest,
      shown,
      now: NOW,
      giveBack: () => called.push('giveBack'),
    },
    ...{ t: sayerFor('en'), format: formatFor('en') },
  };
  const done = await findCommand(name)?.run(call);
  if (done === undefined) throw new Error('there is no such command');
  return 'problem' in done ? `problem: ${done.problem}` : done.said;
}
beforeEach(() => useOverlays.setState({ overlay: null }));
const overlay = () => useOverlays.getState().overlay;

describe('the commands', () => {
  it('have names of their own, in both languages', () => {
    const names = slashCommands.flatMap((one) => [...new Set(one.names)]);
    expect(new Set(names).size).toBe(names.length);
    expect(slashCommands.map((one) => nameIn(one, 'id'))).toContain('ingatkan');
    expect(slashCommands.map((one) => nameIn(one, 'ar'))).toContain('remind');
    expect(findCommand('constructor')).toBeUndefined();
  });

  it('are offered by the beginning of either name, and where they have something to do', () => {
    const offered = (query: string, conversation = false): string[] =>
      commandsFor(query, conversation).map(({ names }) => names[0] ?? '');
    expect(offered('')).toHaveLength(slashCommands.length);
    expect(offered('ing')).toEqual(['remind']);
    expect(offered('Re')).toEqual(['remind']);
    expect(offered('', true)).toEqual(['poll', 'task', 'checklist', 'remind', 'status', 'dnd']);
  });
});

describe('/poll, /task and /checklist', () => {
  it('open their forms with the words behind them, as they were read', async () => {
    await run('polling', `Ikut <@${BUDI}>?`, 'Ikut @Budi?');
    expect(overlay()).toMatchObject({
      ...{ open: 'poll', channelId: 'c', rootId: 'r', question: 'Ikut @Budi?' },
    });
    await run('ceklis', 'Sebelum tutup buku');
    expect(overlay()).toMatchObject({
      ...{ open: 'checklist', channelId: 'c', rootId: 'r', title: 'Sebelum tutup buku' },
    });
    await run('tugas', `Telepon vendor\n${'x'.repeat(300)}`);
    expect(overlay()).toMatchObject({
      open: 'task',
      task: { channelId: 'c', messageId: null, title: 'Telepon vendor', assigneeId: null },
    });
    await run('task');
    expect(overlay()).toMatchObject({ open: 'task', task: { title: '' } });
    expect(called).toEqual([]);
  });

  it('give the words back where nothing comes of the form, and only there', async () => {
    for (const name of ['poll', 'task', 'checklist']) {
      await run(name, 'Makan siang');
      closeOverlay();
      expect(called).toEqual([]);
      await run(name, 'Makan siang');
      cancelOverlay();
      expect(overlay()).toBeNull();
      expect(called).toEqual(['giveBack']);
    }
    openPoll({ channelId: 'c', rootId: null });
    cancelOverlay();
    expect(overlay()).toBeNull();
  });
});

describe('/remind', () => {
  it('writes a note to oneself and keeps it with the time, wherever the time stands', async () => {
    const at = new Date(2026, 10, 26, 9).getTime();
    for (const rest of ['besok 9:00 telepon vendor', 'me to telepon vendor besok jam 9']) {
      expect(await run('remind', rest)).toMatch(/^You will be reminded /);
      expect(called).toEqual([
        ['openConversation', { userIds: [] }],
        [
          'send',
          {
            ...{ channelId: 'self', rootId: null, broadcast: false },
            ...{ text: 'telepon vendor', quiet: true },
          },
        ],
        ['save', { channelId: 'self', messageId: 'note', state: 'open', remindAt: at }],
      ]);
    }
  });

  it('does nothing without a time that it understands, or without words', async () => {
    expect(await run('remind', 'telepon vendor')).toMatch(/^problem: .*time was not understood/);
    expect(await run('remind', 'besok 9:00')).toMatch(/^problem: .*what/i);
    expect(called).toEqual([]);
  });
});

describe('/status', () => {
  it('sets it with its emoji and its end, clears it, and asks where nothing is said', async () => {
    const until = new Date(2026, 10, 25, 16).getTime();
    await run('status', '📅 Rapat until 16:00');
    expect(called).toEqual([['setProfile', { status: { emoji: '📅', text: 'Rapat', until } }]]);
    await run('status', 'Cuti besok');
    expect(called).toEqual([
      ['setProfile', { status: { emoji: '💬', text: 'Cuti besok', until: null } }],
    ]);
    await run('status', 'hapus');
    expect(called).toEqual([['setProfile', { status: null }]]);
    await run('status');
    expect(called).toEqual([]);
    expect(overlay()).toEqual({ open: 'status' });
  });

  it('is set and cleared in Arabic, as its usage says there', async () => {
    const until = new Date(2026, 10, 25, 16).getTime();
    await run('status', '📅 اجتماع حتى 16:00');
    expect(called).toEqual([['setProfile', { status: { emoji: '📅', text: 'اجتماع', until } }]]);
    await run('status', 'مسح');
    expect(called).toEqual([['setProfile', { status: null }]]);
  });

  it('is not set without words, or with too many', async () => {
    expect(await run('status', '📅')).toMatch(/^problem/);
    expect(await run('status', 'x'.repeat(121))).toMatch(/^problem/);
    expect(called).toEqual([]);
  });
});

describe('/dnd', () => {
  it('pauses for the time that is said, for an hour where none is, and ends', async () => {
    await run('dnd', '30 menit');
    expect(called).toEqual([['setProfile', { quietUntil: NOW + 30 * 60_000 }]]);
    await run('jeda');
    expect(called).toEqual([['setProfile', { quietUntil: NOW + 3_600_000 }]]);
    await run('dnd', 'until 17:00');
    expect(called).toEqual([['setProfile', { quietUntil: new Date(2026, 10, 25, 17).getTime() }]]);
    await run('dnd', 'off');
    expect(called).toEqual([['setProfile', { quietUntil: null }]]);
    expect(await run('dnd', 'nanti saja')).toMatch(/^problem/);
    expect(called).toEqual([]);
  });

  it('pauses and ends in Arabic, as its usage says there', async () => {
    await run('dnd', 'حتى 17:00');
    expect(called).toEqual([['setProfile', { quietUntil: new Date(2026, 10, 25, 17).getTime() }]]);
    await run('dnd', '30m');
    expect(called).toEqual([['setProfile', { quietUntil: NOW + 30 * 60_000 }]]);
    await run('dnd', 'إيقاف');
    expect(called).toEqual([['setProfile', { quietUntil: null }]]);
  });
});

describe('/invite, /topic and /leave', () => {
  it('invites who is named, and asks where nobody is', async () => {
    await run('undang', `<@${BUDI}> ya`);
    expect(called).toEqual([['inviteToChannel', { channelId: 'c', userIds: [BUDI] }]]);
    expect(await run('invite', 'Budi')).toMatch(/^problem/);
    await run('invite');
    expect(overlay()).toEqual({ open: 'invite', channelId: 'c' });
  });

  it('say what the channel is about, as long as the channel can keep it', async () => {
    await run('topic', 'Stok baru');
    expect(called).toEqual([['updateChannel', { channelId: 'c', topic: 'Stok baru' }]]);
    expect(await run('topic')).toMatch(/^problem/);
    expect(await run('topic', 'x'.repeat(251))).toMatch(/^problem/);
    expect(called).toEqual([]);
  });

  it('leave after the question that is always asked', async () => {
    await run('leave');
    expect(called).toEqual([]);
    expect(overlay()).toEqual({ open: 'leave', channelId: 'c' });
  });
});
