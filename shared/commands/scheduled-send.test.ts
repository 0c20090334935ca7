import { describe, expect, it } from 'vitest';
import type { ScheduledId } from '../domain/ids.ts';
import { scheduledMessageId } from '../domain/kinds/scheduled.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { people } from '../testing/office.ts';
import { Scheduling } from '../testing/scheduling.ts';

describe('scheduled.send', () => {
  it('S1, S5: makes it a message under an id of its own id, with all that a message does', () => {
    const office = new Scheduling();
    const root = office.say('budi', office.channelId, 'Kapan rapat?');
    const args = { ...office.args(`Besok, <@${people.budi}>`, 5), rootId: root };
    const id = office.did('ayu', 'scheduled.add', args) as string as ScheduledId;
    office.did('ayu', 'scheduled.send', office.named(id));
    const sent = office.message(id);
    expect(sent).toMatchObject({
      ...{ id: scheduledMessageId(id), authorId: people.ayu, rootId: root, text: args.text },
      ...{ createdAt: office.now, position: sent?.version },
    });
    const scope = channelScope(office.channelId);
    expect(office.work.get(scope, 'thread', root)?.replies).toBe(1);
    const mention = office.work.get(userScope(people.budi), 'mention', sent?.id ?? '');
    expect(mention).toMatchObject({ authorId: people.ayu });
    const follows = (who: 'ayu' | 'budi') =>
      office.work.get(userScope(people[who]), 'follow', root);
    expect([follows('ayu')?.on, follows('budi')?.on]).toEqual([true, true]);
    expect(office.row(id)).toBeUndefined();
    expect(office.due).toEqual([]);
  });

  it('S11: what its author may not write any more stays with them, with the reason', () => {
    const office = new Scheduling();
    const root = office.say('budi', office.channelId, 'Kapan rapat?');
    const args = { ...office.args('Besok', 5), rootId: root };
    const id = office.did('ayu', 'scheduled.add', args) as string as ScheduledId;
    const before = office.work.count(channelScope(office.channelId));
    office.did('citra', 'channel.join', { channelId: office.channelId });
    office.did('citra', 'channel.remove', { channelId: office.channelId, userId: people.ayu });
    const ran = office.do('ayu', 'scheduled.send', office.named(id));
    expect(ran.refusal).toBeUndefined();
    expect(office.row(id)).toMatchObject({ failed: 'not_member', text: 'Besok' });
    expect(office.message(id)).toBeUndefined();
    expect(office.due).toEqual([]);
    const scope = channelScope(office.channelId);
    expect(office.work.get(scope, 'thread', root)).toBeUndefined();
    expect(office.work.count(scope)).toBe(before);
  });

  it('S12: sends nothing of an account that was closed', () => {
    const office = new Scheduling();
    const id = office.later();
    const user = office.work.get('org', 'user', people.ayu)!;
    office.work.put('org', { ...user, disabledAt: office.now });
    office.did('ayu', 'scheduled.send', office.named(id));
    expect(office.row(id)?.failed).toBe('disabled');
    expect(office.message(id)).toBeUndefined();
  });

  it('sent, not_found: goes out once, and nobody else can send it', () => {
    const office = new Scheduling();
    const id = office.later();
    const by = (who: 'ayu' | 'budi') =>
      office.do(who, 'scheduled.send', office.named(id)).refusal?.code;
    expect(by('budi')).toBe('not_found');
    expect([by('ayu'), by('ayu')]).toEqual([undefined, 'sent']);
  });
});
