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
    expect(ayu.told()).toEqual(['1 <!channel> rapat']);
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
    expect(ayu.told()).toEqual([`1 ${toAyu}`]);
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
    for (let n = 0; n < 4; n++) {
      const id = anId(0x20 + n) as ChannelId;
      ayu.place(id, { notify: 'all' });
      ayu.open(id);
      ayu.say(id, 'kabar');
    }
    expect(ayu.told()).toEqual(['many: 4 messages in 4']);
  });

  it('keeps words and names off the screen where the company wants that', () => {
    const ayu = new Notified(MORNING, {}, { policy: { notificationText: false } });
    ayu.say(ayu.talk, 'rahasia');
    ayu.clock.advance(1_000);
    const notices = ayu.notices.take();
    expect(notices).toMatchObject([{ type: 'message', author: null, text: null }]);
    expect(JSON.stringify(notices)).not.toContain('rahasia');
  });
});
