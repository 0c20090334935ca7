import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { dueAt } from '../domain/kinds/due.ts';
import { people } from '../testing/office.ts';
import { Scheduling } from '../testing/scheduling.ts';
import { scheduledAdd } from './scheduled-add.ts';

describe('scheduled.add', () => {
  it('keeps it for its author alone, and notes down for the relay when it is due', () => {
    const office = new Scheduling();
    const args = office.args('Besok rapat', 5);
    const id = office.later();
    expect(office.row(id)).toMatchObject({ text: 'Besok rapat', at: args.at, failed: null });
    const { channelId } = office;
    expect(office.due).toMatchObject([
      { scheduledId: id, userId: people.ayu, channelId, at: args.at, by: id },
    ]);
    expect(office.message(id)).toBeUndefined();
  });

  it('puts what arrives after its time to the present, so that it goes out at once', () => {
    const office = new Scheduling();
    const id = office.later('Terlambat', -3);
    expect(office.row(id)?.at).toBe(office.now);
    expect(office.due.map((row) => dueAt(row.id))).toEqual([office.now]);
  });

  it('notes are in the order of their time, whatever the order of writing', () => {
    const office = new Scheduling();
    const [late, soon] = [office.later('x', 300), office.later('y', 1)];
    const sorted = office.due.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(sorted.map((row) => row.scheduledId)).toEqual([soon, late]);
  });

  it('not_member, archived: says at once what could never go out', () => {
    const office = new Scheduling();
    expect(office.do('eka', 'scheduled.add', office.args('x', 1)).refusal?.code).toBe('not_member');
    office.did('ayu', 'channel.archive', { channelId: office.channelId, archived: true });
    expect(office.do('ayu', 'scheduled.add', office.args('x', 1)).refusal?.code).toBe('archived');
  });

  it('id_taken: an id belongs to one message', () => {
    const office = new Scheduling();
    const id = office.later();
    const ran = office.do('ayu', 'scheduled.add', office.args('x', 1), id as string as OpId);
    expect(ran).toEqual({ refusal: { code: 'id_taken' }, wrote: [] });
  });

  it('invalid: nothing to send, a time that no calendar knows', () => {
    const office = new Scheduling();
    const fits = (args: object) =>
      scheduledAdd.args.safeParse({ ...office.args('x', 1), ...args }).success;
    expect(fits({})).toBe(true);
    expect(fits({ text: ' ' })).toBe(false);
    expect(fits({ broadcast: true })).toBe(false);
    expect(fits({ at: 8.64e15 + 1 })).toBe(false);
  });
});
