import { describe, expect, it } from 'vitest';
import type { MessageId, TaskId, UserId } from '../domain/ids.ts';
import { channelScope, userScope } from '../domain/scope.ts';
import { nothing, Office, people, START } from '../testing/office.ts';

function begun() {
  const office = new Office();
  const channelId = office.channel();
  const messageId = office.say('ayu', channelId, 'Tolong cek stok palet');
  const scope = channelScope(channelId);
  const add = (who: 'ayu' | 'budi' | 'eka', more: object = {}) =>
    office.do(who, 'task.add', {
      ...{ channelId, messageId, title: 'Cek stok', assigneeId: people.budi },
      ...{ dueAt: START + 90_000, ...more },
    });
  const assignment = (userId: UserId, id: string = messageId) =>
    office.work.get(userScope(userId), 'assignment', id);
  return { office, channelId, messageId, scope, add, assignment };
}

describe('task.add', () => {
  it('makes a task of a message, under its id, and tells who has it and who gave it', () => {
    const { office, scope, messageId, add, assignment } = begun();
    add('ayu', { title: '  Cek\nstok ' });
    expect(office.work.get(scope, 'task', messageId)).toMatchObject({
      ...{ messageId, title: 'Cek stok', authorId: people.ayu, assigneeId: people.budi },
      ...{ dueAt: START + 90_000, doneAt: null, doneBy: null, createdAt: office.now },
    });
    const told = { assigneeId: people.budi, by: people.ayu, dueAt: START + 90_000, done: false };
    expect(assignment(people.budi)).toMatchObject(told);
    expect(assignment(people.ayu)).toMatchObject(told);
    // S11: no words outside of the channel.
    expect(JSON.stringify(assignment(people.budi))).not.toContain('stok');
  });

  it('makes one by itself, for nobody yet', () => {
    const { office, scope, add, assignment } = begun();
    add('ayu', { messageId: null, assigneeId: null, dueAt: null });
    const [task] = office.work.all(scope, 'task');
    expect(task).toMatchObject({ id: office.lastOp, messageId: null, assigneeId: null });
    expect(assignment(people.ayu, office.lastOp)).toMatchObject({ assigneeId: null });
  });

  it('has_task: a message becomes one task only, whoever was second', () => {
    const { add } = begun();
    add('ayu');
    expect(add('budi').refusal?.code).toBe('has_task');
  });

  it('not_here: who has it must be in the channel', () => {
    const { add } = begun();
    expect(add('ayu', { assigneeId: people.eka }).refusal?.code).toBe('not_here');
  });

  it('goes with its message, for whom it concerned too', () => {
    const { office, scope, channelId, messageId, add, assignment } = begun();
    add('budi', { assigneeId: people.ayu });
    office.did('ayu', 'message.delete', { channelId, messageId });
    expect(office.work.isTombstone(scope, 'task', messageId)).toBe(true);
    expect(assignment(people.ayu)).toBeUndefined();
    expect(assignment(people.budi)).toBeUndefined();
    expect(add('budi').refusal?.code).toBe('deleted');
  });

  it('not_member, not_found, forbidden, archived', () => {
    const { office, channelId, scope, add } = begun();
    expect(add('eka').refusal?.code).toBe('not_member');
    expect(add('ayu', { messageId: nothing }).refusal?.code).toBe('not_found');
    const told = office.work.all(scope, 'message').find((row) => row.system !== null);
    expect(add('ayu', { messageId: told?.id as MessageId }).refusal?.code).toBe('forbidden');
    office.did('ayu', 'channel.archive', { channelId, archived: true });
    expect(add('ayu').refusal?.code).toBe('archived');
  });
});

function given() {
  const all = begun();
  all.add('ayu');
  const taskId = all.messageId as string as TaskId;
  const set = (who: 'ayu' | 'budi' | 'eka', change: object) =>
    all.office.do(who, 'task.set', { channelId: all.channelId, taskId, ...change });
  const task = () => all.office.work.get(all.scope, 'task', taskId);
  return { ...all, taskId, set, task };
}

describe('task.set', () => {
  it('S9: changes what is named, so that two who change different things both have their way', () => {
    const { set, task } = given();
    set('ayu', { title: 'Cek stok palet' });
    set('budi', { dueAt: null });
    set('budi', { done: true });
    expect(task()).toMatchObject({ title: 'Cek stok palet', dueAt: null, doneBy: people.budi });
  });

  it('is ticked off and opened again by anybody who writes there; the first tick is named', () => {
    const { office, set, task, assignment } = given();
    set('budi', { done: true });
    const at = office.now;
    expect(task()).toMatchObject({ doneAt: at, doneBy: people.budi });
    expect(assignment(people.ayu)?.done).toBe(true);
    expect(set('ayu', { done: true })).toEqual({ refusal: undefined, wrote: [] });
    set('ayu', { done: false });
    expect(task()).toMatchObject({ doneAt: null, doneBy: null });
    expect(assignment(people.budi)?.done).toBe(false);
  });

  it('given to another, the one before does not have it any more', () => {
    const { office, channelId, set, assignment, taskId } = given();
    office.did('ayu', 'channel.invite', { channelId, userIds: [people.citra] });
    set('budi', { assigneeId: people.citra });
    expect(assignment(people.budi)).toBeUndefined();
    expect(assignment(people.citra)).toMatchObject({ by: people.budi, at: office.now });
    expect(assignment(people.ayu)).toMatchObject({ assigneeId: people.citra });
    set('ayu', { assigneeId: null });
    expect(office.work.isTombstone(userScope(people.citra), 'assignment', taskId)).toBe(true);
  });

  it('S11: tells nothing to who has left the channel', () => {
    const { office, channelId, set, assignment } = given();
    office.did('ayu', 'channel.remove', { channelId, userId: people.budi });
    const before = assignment(people.budi);
    set('ayu', { done: true });
    expect(assignment(people.budi)).toEqual(before);
  });

  it('sends nothing to those whom it does not change', () => {
    const { set } = given();
    const { wrote } = set('ayu', { title: 'Cek stok palet' });
    expect(wrote.map(({ row }) => row.kind)).toEqual(['task']);
  });

  it('not_here, not_found, not_member', () => {
    const { office, channelId, set } = given();
    expect(set('ayu', { assigneeId: people.eka }).refusal?.code).toBe('not_here');
    expect(set('eka', { done: true }).refusal?.code).toBe('not_member');
    const unknown = { channelId, taskId: nothing as string as TaskId, done: true };
    expect(office.do('ayu', 'task.set', unknown).refusal?.code).toBe('not_found');
  });
});

describe('task.remove', () => {
  it('by who made it, has it or keeps the channel; the message stays', () => {
    const { office, channelId, scope, messageId, taskId, task, assignment } = given();
    office.did('ayu', 'channel.invite', { channelId, userIds: [people.eka] });
    const remove = (who: 'budi' | 'eka') => office.do(who, 'task.remove', { channelId, taskId });
    expect(remove('eka').refusal?.code).toBe('forbidden');
    expect(remove('budi').refusal).toBeUndefined();
    expect(task()).toBeUndefined();
    expect([assignment(people.ayu), assignment(people.budi)]).toEqual([undefined, undefined]);
    expect(office.work.get(scope, 'message', messageId)?.deletedAt).toBeNull();
    expect(remove('budi')).toEqual({ refusal: undefined, wrote: [] });
  });
});
