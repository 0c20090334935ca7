import { describe, expect, it } from 'vitest';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { people, START } from '../../../shared/testing/office.ts';
import { TestClient } from '../testing/client.ts';
import { FakeRelay } from '../testing/relay.ts';
import { TestViews } from '../testing/views.ts';
import { activityView } from './activity.ts';
import { Tasks, type TaskQuestion } from './tasks.ts';

/** Ayu's computer, in a channel with Budi and Citra. */
async function office() {
  const relay = new FakeRelay();
  const channelId = relay.channel();
  relay.did('ayu', 'channel.invite', { channelId, userIds: [people.citra] });
  const client = new TestClient(relay);
  await client.sync();
  const { cache, clock, fetcher } = client;
  const views = new TestViews(cache, clock);
  const { people: known, channels } = views;
  let live = true;
  const tasks = new Tasks({ cache, people: known, channels, clock, fetcher, live: () => live });
  const titles = async (of: 'mine' | 'given' | 'channel', done = false) => {
    const question: TaskQuestion = of === 'channel' ? { of, channelId, done } : { of, done };
    return (await tasks.list(question)).items.map(({ title }) => title);
  };
  const task = (title: string, assigneeId: string | null, dueAt: number | null = null) => ({
    ...{ channelId, messageId: null, title, assigneeId: assigneeId as typeof people.ayu, dueAt },
  });
  const offline = (): void => {
    client.drop();
    live = false;
  };
  return { relay, client, cache, channelId, views, tasks, titles, task, offline };
}

describe('tasks', () => {
  it('are listed as mine, as given and as the channel’s; overdue and soonest first', async () => {
    const { relay, client, task, titles, tasks } = await office();
    relay.did('budi', 'task.add', task('nanti', people.ayu));
    relay.did('budi', 'task.add', task('besok', people.ayu, START + 9e9));
    relay.did('budi', 'task.add', task('telat', people.ayu, START));
    await client.sync();
    client.write('task.add', task('untuk Budi', people.budi));
    client.write('task.add', task('belum ada', null));
    await client.sync();
    expect(await titles('mine')).toEqual(['telat', 'besok', 'nanti']);
    expect((await titles('given')).sort()).toEqual(['belum ada', 'untuk Budi']);
    expect(await titles('channel')).toHaveLength(5);
    expect(tasks.counts()).toEqual({ open: 3, overdue: 1 });
  });

  it('S8: are made, changed and ticked off at once without a line', async () => {
    const { relay, client, task, titles, tasks, offline, channelId } = await office();
    offline();
    const taskId = client.write('task.add', task('sendiri', people.ayu)) as string as TaskId;
    expect(await titles('mine')).toEqual(['sendiri']);
    client.write('task.set', { channelId, taskId, title: 'sendiri saja', dueAt: 1 });
    expect(tasks.counts()).toEqual({ open: 1, overdue: 1 });
    client.write('task.set', { channelId, taskId, done: true });
    expect(await titles('mine')).toEqual([]);
    expect(await titles('mine', true)).toEqual(['sendiri saja']);
    await client.sync();
    expect(await titles('mine', true)).toEqual(['sendiri saja']);
    expect(relay.work.all(`channel:${channelId}`, 'task')).toHaveLength(1);
  });

  it('are a chip at their message, and go with it', async () => {
    const { relay, client, channelId, views, titles } = await office();
    const messageId = relay.say('budi', channelId, 'Tolong cek');
    const what = { channelId, messageId, title: 'Cek', assigneeId: people.ayu, dueAt: null };
    relay.did('budi', 'task.add', what);
    await client.sync();
    const page = views.messages.page(channelId, { from: 'newest' }, 10);
    expect(page.messages.at(-1)?.task).toMatchObject({ title: 'Cek', done: false });
    expect(page.people[people.ayu]).toBeDefined();
    relay.did('budi', 'message.delete', { channelId, messageId });
    await client.sync();
    expect(await titles('mine')).toEqual([]);
  });

  it('tell in the activity that they were given, until they are done', async () => {
    const { relay, client, cache, channelId, task, views } = await office();
    const taskId = relay.did('budi', 'task.add', task('Cek', people.ayu)) as string as TaskId;
    relay.did('citra', 'task.add', task('bukan untuk Ayu', people.budi));
    await client.sync();
    const { people: known, channels, messageViews, activity } = views;
    const all = { cache, people: known, channels, views: messageViews, activity };
    const told = () => activityView(all, 'all', 20).items.filter(({ type }) => type === 'task');
    expect(told()).toMatchObject([{ userIds: [people.budi], task: { title: 'Cek' } }]);
    expect(activity.unseen()).toBe(1);
    client.write('task.set', { channelId, taskId, done: true });
    expect(told()).toEqual([]);
  });

  it('S7: a change that was refused stays at the task, with the reason', async () => {
    const { relay, client, channelId, task, tasks, offline } = await office();
    const taskId = relay.did('budi', 'task.add', task('Cek', people.ayu)) as string as TaskId;
    await client.sync();
    offline();
    client.write('task.set', { channelId, taskId, assigneeId: people.budi });
    relay.did('citra', 'channel.remove', { channelId, userId: people.budi });
    await client.sync();
    const { items } = await tasks.list({ of: 'mine', done: false });
    expect(items).toMatchObject([{ assigneeId: people.ayu, refused: { code: 'not_here' } }]);
  });

  it('S11: are gone with their channel', async () => {
    const { relay, client, channelId, task, titles, tasks } = await office();
    relay.did('budi', 'task.add', task('Cek', people.ayu));
    await client.sync();
    relay.did('citra', 'channel.remove', { channelId, userId: people.ayu });
    await client.sync();
    expect(await titles('mine')).toEqual([]);
    expect(await titles('channel')).toEqual([]);
    expect(tasks.counts()).toEqual({ open: 0, overdue: 0 });
  });
});
