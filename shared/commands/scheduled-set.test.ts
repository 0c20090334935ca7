import { describe, expect, it } from 'vitest';
import { Scheduling } from '../testing/scheduling.ts';
import { scheduledSet } from './scheduled-set.ts';

describe('scheduled.set', () => {
  it('changes text or time, and leaves one note of when it is due', () => {
    const office = new Scheduling();
    const id = office.later();
    const { at } = office.row(id)!;
    office.did('ayu', 'scheduled.set', { ...office.named(id), text: 'Lusa rapat' });
    expect(office.row(id)).toMatchObject({ text: 'Lusa rapat', at });
    office.did('ayu', 'scheduled.set', { ...office.named(id), at: at + 1_000 });
    expect(office.row(id)).toMatchObject({ text: 'Lusa rapat', at: at + 1_000 });
    expect(office.due).toMatchObject([{ at: at + 1_000, by: office.lastOp }]);
  });

  it('a time that the author picks is no longer that of the reader’s day', () => {
    const office = new Scheduling();
    const args = { ...office.args('Selamat pagi', 9), why: 'day_start' as const };
    const id = office.did('ayu', 'scheduled.add', args) as ReturnType<typeof office.later>;
    office.did('ayu', 'scheduled.set', { ...office.named(id), text: 'Pagi' });
    expect(office.row(id)?.why).toBe('day_start');
    office.did('ayu', 'scheduled.set', { ...office.named(id), at: args.at + 60_000 });
    expect(office.row(id)?.why).toBe('chosen');
  });

  it('tries anew what failed', () => {
    const office = new Scheduling();
    const id = office.later();
    office.did('ayu', 'channel.archive', { channelId: office.channelId, archived: true });
    office.did('ayu', 'scheduled.send', office.named(id));
    expect(office.row(id)?.failed).toBe('archived');
    expect(office.due).toEqual([]);
    office.did('ayu', 'scheduled.set', { ...office.named(id), at: office.now + 9_000 });
    expect(office.row(id)?.failed).toBeNull();
    expect(office.due).toHaveLength(1);
  });

  it('not_found, sent: nobody else’s, nothing that went out', () => {
    const office = new Scheduling();
    const id = office.later();
    const by = (who: 'ayu' | 'budi') =>
      office.do(who, 'scheduled.set', { ...office.named(id), text: 'x' }).refusal?.code;
    expect(by('budi')).toBe('not_found');
    office.did('ayu', 'scheduled.send', office.named(id));
    expect(by('ayu')).toBe('sent');
    expect(by('budi')).toBe('not_found');
  });

  it('invalid: nothing to change, nothing left', () => {
    const office = new Scheduling();
    const named = office.named(office.later());
    const fits = (args: object) => scheduledSet.args.safeParse({ ...named, ...args }).success;
    expect([fits({}), fits({ text: ' ' }), fits({ text: 'a' })]).toEqual([false, false, true]);
  });
});
