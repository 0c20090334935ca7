import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import { orgScope, userScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { tombstone } from '../../../shared/testing/rows.ts';
import { Notified } from '../testing/notified.ts';

const jakarta = (date: string, time: string): number => Date.parse(`${date}T${time}:00+07:00`);
/** A Tuesday. */
const MORNING = jakarta('2026-08-18', '10:00');
const toAyu = `<@${people.ayu}> lihat ini`;

describe('the notifier', () => {
  it('rings for a mention, a call, a conversation and a thread that one wrote in; counts the rest', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.channel, 'hanya kabar');
    expect(ayu.told()).toEqual([]);
    ayu.say(ayu.channel, toAyu);
    expect(ayu.told()).toEqual([`1 ${toAyu}`]);
    ayu.say(ayu.channel, '<!channel> rapat');
    expect(ayu.told()).toEqual(['2 <!channel> rapat']);
    ayu.say(ayu.talk, 'halo');
    expect(ayu.told()).toEqual(['1 halo']);
    const mine = ayu.say(ayu.channel, 'siapa bisa?', { authorId: people.ayu });
    const others = ayu.say(ayu.channel, 'ada yang lihat?');
    ayu.say(ayu.channel, 'saya', { rootId: mine.id });
    ayu.say(ayu.channel, 'bukan saya', { rootId: others.id });
    expect(ayu.told()).toEqual(['1 saya']);
  });

  it('rings for a group that one is in, and for no other', () => {
    const ayu = new Notified(MORNING);
    const [mine, other] = [anId(0x960), anId(0x961)];
    const group = { kind: 'group', about: '', createdAt: 0 } as const;
    ayu.put(orgScope, { ...group, id: mine, name: 'kas', memberIds: [people.ayu] });
    ayu.put(orgScope, { ...group, id: other, name: 'k3', memberIds: [people.budi] });
    ayu.say(ayu.channel, `<!group:${other}> patroli`);
    expect(ayu.told()).toEqual([]);
    ayu.say(ayu.channel, `<!group:${mine}> rapat`);
    expect(ayu.told()).toEqual([`1 <!group:${mine}> rapat`]);
  });

  it('rings for a thread that one follows, and is quiet in one that one does not want to hear of', () => {
    const ayu = new Notified(MORNING);
    const root = ayu.say(ayu.channel, 'siapa bisa?');
    const follow = (on: boolean) =>
      ayu.put(userScope(people.ayu), {
        ...{ kind: 'follow', id: root.id, channelId: ayu.channel, on, readTo: 0 },
      });
    follow(true);
    ayu.say(ayu.channel, 'saya', { rootId: root.id });
    expect(ayu.told()).toContain('1 saya');
    follow(false);
    ayu.place(ayu.channel, { notify: 'all' });
    ayu.say(ayu.channel, 'masih?', { rootId: root.id });
    expect(ayu.told()).toEqual([]);
    ayu.say(ayu.channel, toAyu, { rootId: root.id });
    expect(ayu.told()).toEqual([`2 ${toAyu}`]);
  });

  it('rings for everything where that was chosen, and for nothing that is muted', () => {
    const ayu = new Notified(MORNING);
    ayu.place(ayu.channel, { notify: 'all' });
    ayu.say(ayu.channel, 'kabar');
    expect(ayu.told()).toEqual(['1 kabar']);
    ayu.place(ayu.channel, { notify: 'all', muted: true });
    ayu.place(ayu.talk, { notify: 'nothing' });
    ayu.say(ayu.channel, toAyu);
    ayu.say(ayu.talk, 'halo');
    expect(ayu.told()).toEqual([]);
  });

  it('does not ring outside working hours, on a holiday, in a pause, or in an absence', () => {
    const company = { holidays: [{ date: '2026-08-17', name: 'Hari Kemerdekaan' }] };
    const absence = { from: 0, until: MORNING + 1_000_000, substituteId: null, note: '' };
    for (const [now, me] of [
      [jakarta('2026-08-18', '17:00'), {}],
      [jakarta('2026-08-17', '10:00'), {}],
      [MORNING, { quietUntil: MORNING + 3_600_000 }],
      [MORNING, { absence }],
      [MORNING, { timeZone: 'America/New_York' }],
    ] as const) {
      const ayu = new Notified(now, me, company);
      ayu.say(ayu.talk, toAyu);
      expect(ayu.told()).toEqual([]);
    }
  });

  it('rings for an urgent message at any hour', () => {
    const ayu = new Notified(jakarta('2026-08-18', '22:00'));
    ayu.say(ayu.talk, 'halo');
    ayu.say(ayu.talk, 'atap bocor', { urgent: 'Air masuk gudang' });
    expect(ayu.told()).toEqual(['1 atap bocor']);
  });

  it('does not ring for what its author wanted quiet, also in working hours', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.talk, 'kalau sempat', { quiet: true });
    ayu.say(ayu.channel, toAyu, { quiet: true });
    expect(ayu.told()).toEqual([]);
  });

  it('says nothing of what was read on another device a moment later, or stands before the eyes', () => {
    const ayu = new Notified(MORNING);
    ayu.read(ayu.talk, ayu.say(ayu.talk, 'halo'));
    expect(ayu.told()).toEqual([]);
    ayu.looking = ayu.talk;
    ayu.say(ayu.talk, 'lihat');
    expect(ayu.told()).toEqual([]);
  });

  it('says nothing of one’s own words, of what came with a catch-up, and of a place that was lost', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.talk, 'dari ponsel', { authorId: people.ayu });
    ayu.say(ayu.talk, 'lama', { createdAt: MORNING - 10 * 60_000 });
    ayu.say(ayu.channel, toAyu);
    ayu.put(userScope(people.ayu), { ...tombstone('membership', ayu.channel, 0) });
    expect(ayu.told()).toEqual([]);
  });

  it('tells what comes together once a place, and many places in one sentence', () => {
    const ayu = new Notified(MORNING);
    for (const text of ['satu', 'dua', 'tiga']) ayu.say(ayu.talk, text);
    expect(ayu.told()).toEqual(['3 tiga']);
    const places = Array.from({ length: 4 }, (_, n) => anId(0x20 + n) as ChannelId);
    for (const id of places) {
      ayu.place(id, { notify: 'all' });
      ayu.open(id);
    }
    const said = places.map((id) => ayu.say(id, 'kabar'));
    expect(ayu.told()).toEqual(['many: 4 messages in 4']);
    said.slice(1).forEach((one, n) => ayu.read(places[n + 1]!, one));
    expect(ayu.told()).toEqual(['many: 1 messages in 1']);
    ayu.read(places[0]!, said[0]!);
    expect(ayu.withdrawn()).toEqual(['many']);
  });

  it('tells of one conversation in one notice, as long as it is unread; of a thread in its own', () => {
    const ayu = new Notified(MORNING);
    const mine = ayu.say(ayu.talk, 'siapa bisa?', { authorId: people.ayu });
    const first = ayu.say(ayu.talk, 'satu');
    expect(ayu.told()).toEqual(['1 satu']);
    ayu.say(ayu.talk, 'dua');
    expect(ayu.told()).toEqual(['2 dua']);
    ayu.say(ayu.talk, 'saya', { rootId: mine.id });
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([{ id: mine.id, rootId: mine.id, count: 1 }]);
    ayu.read(ayu.talk, first);
    // What it says is still right.
    expect(ayu.notices.take()).toEqual({ show: [], withdraw: [] });
    ayu.say(ayu.talk, 'tiga');
    expect(ayu.told()).toEqual(['2 tiga']);
  });

  it('S9: takes a notice away once its messages are read, also on another computer', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.talk, 'satu');
    const last = ayu.say(ayu.talk, 'dua');
    expect(ayu.told()).toHaveLength(1);
    expect(ayu.withdrawn()).toEqual([]);
    ayu.read(ayu.talk, last);
    expect(ayu.withdrawn()).toEqual([ayu.talk]);
    ayu.say(ayu.talk, 'tiga');
    expect(ayu.told()).toEqual(['1 tiga']);
  });

  it('shows nothing that was read before a window could show it', () => {
    const ayu = new Notified(MORNING);
    const said = ayu.say(ayu.talk, 'halo');
    ayu.clock.advance(1_000);
    ayu.read(ayu.talk, said);
    expect(ayu.told()).toEqual([]);
  });

  it('takes the words of a deleted message off the screen, and says nothing anew', () => {
    const ayu = new Notified(MORNING);
    const first = ayu.say(ayu.talk, 'satu');
    const last = ayu.say(ayu.talk, 'salah kirim');
    expect(ayu.told()).toEqual(['2 salah kirim']);
    ayu.delete(ayu.talk, last);
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([{ count: 1, text: 'satu', silent: true }]);
    ayu.delete(ayu.talk, first);
    expect(ayu.withdrawn()).toEqual([ayu.talk]);
  });

  it('says what an edited message says now, without a sound and only where it stands', () => {
    const ayu = new Notified(MORNING);
    const first = ayu.say(ayu.talk, 'satu');
    const last = ayu.say(ayu.talk, 'jam 10');
    expect(ayu.told()).toEqual(['2 jam 10']);
    ayu.edit(ayu.talk, last, 'jam 11');
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([
      { id: ayu.talk, count: 2, text: 'jam 11', silent: true, again: true },
    ]);
    // It does not show the words of this one.
    ayu.edit(ayu.talk, first, 'SATU');
    expect(ayu.told()).toEqual([]);
    ayu.read(ayu.talk, last);
    expect(ayu.withdrawn()).toEqual([ayu.talk]);
    ayu.edit(ayu.talk, last, 'jam 12');
    expect(ayu.told()).toEqual([]);
  });

  it('still rings for what was edited before a window could show it', () => {
    const ayu = new Notified(MORNING);
    const said = ayu.say(ayu.talk, 'jam 10');
    ayu.clock.advance(1_000);
    ayu.edit(ayu.talk, said, 'jam 11');
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([
      { count: 1, text: 'jam 11', silent: false, again: false },
    ]);
  });

  it('shows nothing anew of an edit whose words it keeps to itself', () => {
    const ayu = new Notified(MORNING);
    ayu.detail = 'names';
    const said = ayu.say(ayu.talk, 'jam 10');
    expect(ayu.told()).toHaveLength(1);
    ayu.edit(ayu.talk, said, 'jam 11');
    expect(ayu.told()).toEqual([]);
    ayu.detail = 'words';
    const places = Array.from({ length: 4 }, (_, n) => anId(0x20 + n) as ChannelId);
    for (const id of places) {
      ayu.place(id, { notify: 'all' });
      ayu.open(id);
    }
    const many = places.map((id) => ayu.say(id, 'kabar'));
    expect(ayu.told()).toEqual(['many: 4 messages in 4']);
    ayu.edit(places[3]!, many[3]!, 'kabar baik');
    expect(ayu.told()).toEqual([]);
  });

  it('S11: takes away what it told of a place that was lost', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.channel, toAyu);
    expect(ayu.told()).toHaveLength(1);
    ayu.put(userScope(people.ayu), { ...tombstone('membership', ayu.channel, 0) });
    expect(ayu.withdrawn()).toEqual([ayu.channel]);
  });

  it('makes no sound where none is wanted', () => {
    const ayu = new Notified(MORNING);
    ayu.say(ayu.talk, 'halo');
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([{ silent: false }]);
    ayu.sound = false;
    ayu.say(ayu.talk, 'halo lagi');
    ayu.clock.advance(1_000);
    expect(ayu.notices.take().show).toMatchObject([{ silent: true }]);
  });

  it('lets out no more than the person has chosen', () => {
    const ayu = new Notified(MORNING);
    const told = (detail: 'names' | 'nothing') => {
      ayu.detail = detail;
      ayu.say(ayu.channel, `rahasia <@${people.ayu}>`);
      ayu.clock.advance(1_000);
      const notices = ayu.notices.take().show;
      expect(JSON.stringify(notices)).not.toContain('rahasia');
      return notices;
    };
    expect(told('names')).toMatchObject([{ author: 'Budi', place: 'gudang', text: null }]);
    expect(told('nothing')).toMatchObject([{ author: null, place: null, text: null }]);
  });

  it('lets out nothing where this computer’s policy says so, whatever was chosen', () => {
    const ayu = new Notified(MORNING);
    ayu.hidden = true;
    ayu.end();
    ayu.begin(MORNING);
    ayu.say(ayu.talk, 'rahasia');
    ayu.clock.advance(1_000);
    const notices = ayu.notices.take().show;
    expect(notices).toMatchObject([{ author: null, place: null, text: null, people: {} }]);
    expect(JSON.stringify(notices)).not.toContain('rahasia');
  });

  it('keeps words and names off the screen where the company wants that', () => {
    const ayu = new Notified(MORNING, {}, { policy: { notificationText: false } });
    ayu.say(ayu.talk, 'rahasia');
    ayu.clock.advance(1_000);
    const notices = ayu.notices.take().show;
    expect(notices).toMatchObject([{ type: 'message', author: null, text: null }]);
    expect(JSON.stringify(notices)).not.toContain('rahasia');
  });
});
