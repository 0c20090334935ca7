import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { userScope } from '../domain/scope.ts';
import { Office, people } from '../testing/office.ts';

const AT = 1_900_000_000_000;

function kept() {
  const office = new Office();
  const channelId = office.channel();
  const id = office.say('ayu', channelId, 'Anggaran 2027');
  const scope = userScope(people.budi);
  const saved = { channelId, messageId: id, state: 'open', remindAt: AT } as const;
  office.did('budi', 'saved.set', saved);
  const reminder = { of: 'saved', id, at: AT } as const;
  const claim = (after: string | null, at = AT) =>
    office.did('budi', 'reminder.claim', { ...reminder, at, after: after as OpId | null });
  return {
    office,
    channelId,
    saved,
    reminder,
    claim,
    row: () => office.work.get(scope, 'saved', id),
  };
}

describe('reminder.claim', () => {
  it('the first has it, and whoever did not know of that changes nothing', () => {
    const { claim, row } = kept();
    const first = claim(null);
    claim(null);
    expect(row()?.claim).toEqual({ at: AT, op: first, told: false });
  });

  it('a claim that came to nothing is taken over, by one computer', () => {
    const { claim, row } = kept();
    const first = claim(null);
    const second = claim(first);
    claim(first);
    expect(row()?.claim).toEqual({ at: AT, op: second, told: false });
  });

  it('nobody claims what was told, what has another time by now, and what is gone', () => {
    const { office, claim, row, reminder, saved } = kept();
    office.did('budi', 'reminder.told', reminder);
    claim(row()!.claim!.op);
    expect(row()?.claim?.told).toBe(true);
    office.did('budi', 'saved.set', { ...saved, remindAt: AT + 1 });
    claim(null);
    expect(row()).not.toHaveProperty('claim');
    office.did('budi', 'saved.set', { ...saved, state: 'removed', remindAt: null });
    claim(null);
    expect(row()).toBeUndefined();
  });
});

describe('reminder.told', () => {
  it('says so once, whosever the claim was', () => {
    const { office, claim, row, reminder } = kept();
    claim(null);
    const op = office.did('budi', 'reminder.told', reminder);
    office.did('budi', 'reminder.told', reminder);
    expect(row()?.claim).toEqual({ at: AT, op, told: true });
  });

  it('stays with its time, and leaves the rest of the row as it is', () => {
    const { office, row, reminder, saved } = kept();
    const { version: _version, ...before } = row()!;
    office.did('budi', 'reminder.told', reminder);
    expect(row()).toMatchObject(before);
    office.did('budi', 'saved.set', saved);
    expect(row()?.claim?.told).toBe(true);
    office.did('budi', 'saved.set', { ...saved, remindAt: AT + 1 });
    expect(row()?.claim).toBeUndefined();
  });

  it('a task that somebody else gets, or gets another time, is told anew', () => {
    const { office, channelId, reminder } = kept();
    const taskId = reminder.id as never;
    const given = { channelId, messageId: reminder.id, title: 'Cek stok', dueAt: AT };
    office.did('ayu', 'task.add', { ...given, assigneeId: people.budi });
    const told = () => office.did('budi', 'reminder.told', { ...reminder, of: 'assignment' });
    const row = () => office.work.get(userScope(people.budi), 'assignment', reminder.id);
    told();
    office.did('ayu', 'task.set', { channelId, taskId, done: true });
    office.did('ayu', 'task.set', { channelId, taskId, done: false });
    expect(row()?.claim?.told).toBe(true);
    office.did('ayu', 'task.set', { channelId, taskId, dueAt: AT + 1 });
    expect(row()?.claim).toBeUndefined();
    office.did('ayu', 'task.set', { channelId, taskId, dueAt: AT });
    told();
    office.did('ayu', 'task.set', { channelId, taskId, assigneeId: null });
    office.did('ayu', 'task.set', { channelId, taskId, assigneeId: people.budi });
    expect(row()?.claim).toBeUndefined();
  });
});
