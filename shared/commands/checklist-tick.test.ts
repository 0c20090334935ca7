import { describe, expect, it } from 'vitest';
import type { MessageId, TaskId } from '../domain/ids.ts';
import { tickId } from '../domain/kinds/tick.ts';
import { channelScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';

type Who = 'ayu' | 'budi' | 'eka';

function listed() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.did('ayu', 'message.send', {
    ...{ channelId, rootId: null, broadcast: false, text: 'Sebelum tutup', attachments: [] },
    checklist: ['Hitung palet', ' Kunci\ndok '],
  }) as MessageId;
  const ownerId = messageId as string as TaskId;
  const scope = channelScope(channelId);
  const tick = (who: Who, itemId: string, done = true) =>
    office.do(who, 'checklist.tick', { channelId, ownerId, itemId, done });
  const set = (who: Who, itemId: string | null, text: string | null) =>
    office.do(who, 'checklist.set', { channelId, ownerId, itemId, text });
  const texts = () => office.work.get(scope, 'checklist', ownerId)?.items.map(({ text }) => text);
  const ticked = (itemId: string) => office.work.get(scope, 'tick', tickId(ownerId, itemId));
  return { office, channelId, messageId, ownerId, scope, tick, set, texts, ticked };
}

describe('a message with a checklist', () => {
  it('makes its row after the message, each line on one line', () => {
    const { office, scope, messageId, texts } = listed();
    expect(texts()).toEqual(['Hitung palet', 'Kunci dok']);
    const message = office.work.get(scope, 'message', messageId);
    expect(office.work.get(scope, 'checklist', messageId)?.version).toBe(message!.version + 1);
  });

  it('S9: takes it and its ticks along when it is deleted', () => {
    const { office, scope, channelId, messageId, ownerId, tick, set } = listed();
    tick('budi', '0');
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(scope, 'checklist', ownerId)).toBe(true);
    expect(office.work.isTombstone(scope, 'tick', tickId(ownerId, '0'))).toBe(true);
    expect(tick('budi', '1').refusal?.code).toBe('not_found');
    expect(set('ayu', null, 'Lagi').refusal?.code).toBe('deleted');
  });
});

describe('checklist.tick', () => {
  it('S9: two who tick at once do not undo one another, and the first is named', () => {
    const { tick, ticked } = listed();
    tick('ayu', '0');
    tick('budi', '1');
    expect(tick('budi', '0')).toEqual({ refusal: undefined, wrote: [] });
    expect([ticked('0')?.by, ticked('1')?.by]).toEqual([people.ayu, people.budi]);
    tick('budi', '0', false);
    expect([ticked('0'), ticked('1')?.by]).toEqual([undefined, people.budi]);
  });

  it('not_found, not_member, archived', () => {
    const { office, channelId, tick } = listed();
    expect(tick('budi', '7').refusal?.code).toBe('not_found');
    expect(tick('eka', '0').refusal?.code).toBe('not_member');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(tick('budi', '0').refusal?.code).toBe('archived');
  });
});

describe('checklist.set', () => {
  it('S9: adds to the list as it stands, words a line anew, and takes one away with its tick', () => {
    const { office, scope, ownerId, tick, set, texts } = listed();
    set('budi', null, 'Matikan lampu');
    set('ayu', null, 'Titip kunci');
    tick('budi', '0');
    set('ayu', '1', 'Kunci dok 3');
    set('ayu', '0', null);
    expect(texts()).toEqual(['Kunci dok 3', 'Matikan lampu', 'Titip kunci']);
    expect(office.work.isTombstone(scope, 'tick', tickId(ownerId, '0'))).toBe(true);
    expect(set('ayu', '0', null).refusal?.code).toBe('not_found');
  });

  it('forbidden: the lines of a message are its author’s, those of a task everybody’s', () => {
    const { office, channelId, messageId, set, texts } = listed();
    expect(set('budi', '0', null).refusal?.code).toBe('forbidden');
    const what = { channelId, messageId, title: 'Tutup', assigneeId: null, dueAt: null };
    office.did('ayu', 'task.add', what);
    expect(set('budi', '0', null).refusal).toBeUndefined();
    set('budi', '1', null);
    expect(texts()).toBeUndefined();
  });

  it('stands in a task by itself, and goes with it', () => {
    const { office, channelId, scope } = listed();
    const what = { channelId, messageId: null, title: 'Rapat', assigneeId: null, dueAt: null };
    const ownerId = office.did('ayu', 'task.add', what) as string as TaskId;
    const line = { channelId, ownerId, itemId: null, text: 'Pesan ruang' };
    const itemId = office.did('budi', 'checklist.set', line);
    office.did('budi', 'checklist.tick', { channelId, ownerId, itemId, done: true });
    office.did('ayu', 'task.remove', { channelId, taskId: ownerId });
    expect(office.work.isTombstone(scope, 'checklist', ownerId)).toBe(true);
    expect(office.work.isTombstone(scope, 'tick', tickId(ownerId, itemId))).toBe(true);
  });

  it('too_many, not_found, not_member', () => {
    const { office, channelId, set } = listed();
    for (let n = 2; n < 50; n++) set('ayu', null, `${n}`);
    expect(set('ayu', null, 'satu lagi').refusal?.code).toBe('too_many');
    expect(set('eka', null, 'Halo').refusal?.code).toBe('not_member');
    const none = { channelId, ownerId: nothing as string as TaskId, itemId: null, text: 'Halo' };
    expect(office.do('ayu', 'checklist.set', none).refusal?.code).toBe('not_found');
  });
});
