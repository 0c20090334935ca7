import type { ChannelId, MessageId, OpId, TaskId, UserId } from '../../../shared/domain/ids.ts';
import { previewId } from '../../../shared/domain/kinds/preview.ts';
import { channelOf, channelScope, orgScope, type Scope } from '../../../shared/domain/scope.ts';
import type { DownFrame } from '../../../shared/protocol/down.ts';
import { people } from '../../../shared/testing/office.ts';
import { uuidOf } from '../../../shared/domain/uuid.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { TestClient } from './client.ts';
import { FakeRelay, type Person } from './relay.ts';
import { checkAlways, checkRows } from './sync-rules.ts';

const OTHERS = ['budi', 'citra', 'eka'] as const;
const EMOJI = ['👍', '🎉', '👀'] as const;

const askedBy = (who: string) => ({
  ...{ options: [who, 'tidak'], several: false, closesAt: null },
  anonymous: who.length % 2 === 0,
});

const toDo = (channelId: ChannelId, messageId: MessageId) => ({
  ...{ channelId, messageId, title: 'Cek stok', assigneeId: people.ayu, dueAt: 1 },
});
const tickOf = (channelId: ChannelId, messageId: MessageId) => ({
  ...{ channelId, ownerId: messageId as string as TaskId, itemId: '0', done: true },
});
const taskOf = (channelId: ChannelId, messageId: MessageId) => ({
  ...{ channelId, taskId: messageId as string as TaskId },
});

const laneOf = (frame: DownFrame): string => {
  if (frame.t === 'rows') return frame.scope;
  return 'id' in frame ? `answer ${frame.id}` : frame.t;
};

/**
 * Chance moves a workspace, a client and the line between them: people talk, edit and come and
 * go, the client writes, frames are handed on one by one, lines break, the process is killed.
 * The same seed does the same.
 */
export class SyncFuzz {
  readonly relay = new FakeRelay();
  readonly channels: ChannelId[] = [];
  readonly written: OpId[] = [];
  client: TestClient;
  readonly #random: SeededRandom;
  readonly #overtaking: boolean;
  /** In some runs the line holds, in some people come and go all the time. */
  readonly #steady: boolean;
  readonly #restless: boolean;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
    this.relay.pageRows = 3 + this.#random.int(12);
    this.relay.acksFirst = this.#random.chance(0.5);
    this.relay.scopesReversed = this.#random.chance(0.5);
    this.#overtaking = this.#random.chance(0.7);
    this.#steady = this.#random.chance(0.4);
    this.#restless = this.#random.chance(0.4);
    for (const [n, type] of (['public', 'private', 'public'] as const).entries()) {
      const args = { name: `kanal-${n}`, type, topic: '', userIds: Object.values(people) };
      this.channels.push(this.relay.did('citra', 'channel.create', args) as ChannelId);
    }
    for (let n = 0; n < 60; n++) this.#other();
    this.client = new TestClient(this.relay);
  }

  async run(steps: number): Promise<void> {
    for (let step = 0; step < steps; step++) {
      await this.#step();
      checkAlways(this.client, this.relay, this.channels, this.written);
      if (step % 10 === 0) checkRows(this.client, this.relay);
    }
  }

  async #step(): Promise<void> {
    const { client } = this;
    const roll = this.#random.int(100);
    if (roll < 50) return this.#wire();
    if (roll < 72) return this.#other();
    if (roll < 88) return this.#own();
    if (roll < 91) return client.engine.want(this.#channel(), 1 + this.#random.int(200));
    if (roll < 93) return client.engine.look(this.#random.chance(0.8) ? this.#channel() : null);
    if (roll < 95) return void this.#visit();
    if (roll < 98 && !this.#steady) return client.drop();
    if (roll < 99) return client.clock.advance(6_000);
    if (!this.#steady) this.client = client.restarted();
  }

  async #wire(): Promise<void> {
    const { client } = this;
    if (client.line === null) {
      client.connect();
      return;
    }
    for (let frames = 1 + this.#random.int(4); frames > 0; frames--) {
      if (this.#random.chance(0.5)) await client.handUp();
      else await client.handDown(this.#nextDown(client.line.down));
    }
  }

  /**
   * The relay keeps the order within a scope, and of acknowledgements. Beyond that frames may
   * overtake one another: its nodes hear of each scope at a time of its own (S13).
   */
  #nextDown(down: readonly DownFrame[]): number {
    if (down.length === 0 || !this.#overtaking) return 0;
    const chosen = laneOf(this.#random.pick(down));
    return down.findIndex((frame) => laneOf(frame) === chosen);
  }

  /** Somebody goes to a message that may not be here, or opens a thread. */
  async #visit(): Promise<void> {
    const channel = this.#channel();
    const message = this.#message(channel);
    if (message === undefined) return;
    const { fetcher } = this.client;
    if (this.#random.chance(0.7)) await fetcher.around(channel, message);
    else await fetcher.thread(channel, message);
  }

  #channel(): ChannelId {
    return this.#random.pick(this.channels);
  }

  #message(channel: ChannelId): MessageId | undefined {
    const all = this.relay.work.all(channelScope(channel), 'message');
    return all.length === 0 ? undefined : (this.#random.pick(all).id as MessageId);
  }

  /** One of the others does something; the relay may refuse it. */
  #other(): void {
    const who: Person = this.#random.pick(OTHERS);
    const channelId = this.#channel();
    const scope = channelScope(channelId);
    const messageId = this.#message(channelId);
    if (this.#restless && this.#random.chance(0.3)) return this.#move(channelId);
    const roll = this.#random.int(21);
    if (roll < 9 || messageId === undefined) {
      const rootId = this.#random.chance(0.2) ? (messageId ?? null) : null;
      const broadcast = rootId !== null && this.#random.chance(0.3);
      const text = this.#random.chance(0.2) ? `<@${people.ayu}>` : `text ${this.relay.now}`;
      const poll =
        this.relay.now % 3 === 0
          ? { poll: askedBy(who) }
          : this.relay.now % 3 === 1
            ? { checklist: ['Hitung', who] }
            : {};
      const args = { channelId, rootId, broadcast, text, attachments: [], ...poll };
      this.relay.do(who, 'message.send', args);
    } else if (roll < 13) {
      const message = this.relay.work.get(scope, 'message', messageId)!;
      const writer = OTHERS.find((one) => people[one] === message.authorId) ?? who;
      const edit = { channelId, messageId, base: message.op, text: `edit ${this.relay.now}` };
      this.relay.do(writer, 'message.edit', edit);
    } else if (roll < 14 && this.relay.now % 3 === 0) {
      this.relay.do(who, 'message.forward', {
        ...{ channelId: this.#channel(), from: { channelId, messageId }, files: [] },
        text: this.relay.now % 2 === 0 ? '' : 'lihat',
      });
    } else if (roll < 14) {
      this.relay.do('citra', 'message.delete', { channelId, messageId });
    } else if (roll < 17) {
      const name = this.#random.chance(0.7) ? 'reaction.add' : 'reaction.remove';
      const emoji = this.#random.pick(EMOJI);
      this.relay.do(who, name, { channelId, messageId, emoji });
    } else if (roll < 18) {
      const name = this.#random.chance(0.7) ? 'pin.add' : 'pin.remove';
      this.relay.do(who, name, { channelId, messageId });
      this.#preview(scope, messageId);
      this.relay.do(who, 'poll.vote', { channelId, messageId, choices: [0] });
      this.relay.do(who, 'checklist.tick', tickOf(channelId, messageId));
      this.relay.do(who, 'task.add', toDo(channelId, messageId));
      this.relay.do(who, 'task.set', { ...taskOf(channelId, messageId), dueAt: null });
    } else if (roll < 19) {
      this.relay.do(who, 'channel.update', { channelId, topic: `topik ${this.relay.now}` });
    } else {
      this.#move(channelId);
    }
  }

  /** The relay has read a page that a message links to, or whoever wrote it takes that away. */
  #preview(scope: Scope, messageId: MessageId): void {
    const id = previewId(messageId, 0);
    if (this.relay.work.get(scope, 'preview', id) !== undefined) {
      const args = { channelId: channelOf(scope)!, messageId, place: 0 };
      this.relay.do('citra', 'preview.remove', args);
      return;
    }
    const words = { url: 'https://a.id', title: `judul ${this.relay.now}`, text: '', site: 'a.id' };
    const picture = { fileId: uuidOf('picture', messageId), alt: '' };
    this.relay.lay(scope, {
      ...{ kind: 'file', id: picture.fileId, messageId, ownerId: people.citra, name: 'a.webp' },
      ...{ mediaType: 'image/webp', size: 9, sha256: null, width: 320, height: 168 },
      ...{ durationMs: null, preview: null, state: 'ready', reason: null, ofPage: true },
      createdAt: this.relay.now,
    });
    const whole = { ...words, picture, at: this.relay.now };
    this.relay.lay(scope, { kind: 'preview', id, messageId, ...whole });
  }

  /** Ayu is put out of a channel, or brought back. */
  #move(channelId: ChannelId): void {
    if (this.#random.chance(0.4)) {
      this.relay.do('citra', 'channel.remove', { channelId, userId: people.ayu });
    } else {
      const userIds: UserId[] = [people.ayu];
      this.relay.do('citra', 'channel.invite', { channelId, userIds });
    }
  }

  /** The client's person does something with what she sees. */
  #own(): void {
    const { client } = this;
    const channelId = this.#channel();
    const scope = channelScope(channelId);
    const message = this.#message(channelId);
    const known =
      message === undefined ? undefined : client.cache.overlay.get(scope, 'message', message);
    const messageId = known?.id as MessageId | undefined;
    const write = (...args: Parameters<TestClient['write']>): void =>
      void this.written.push(client.write(...args));
    const roll = this.#random.int(13);
    if (roll < 5 || known === undefined || messageId === undefined) {
      const rootId = this.#random.chance(0.2) ? (messageId ?? null) : null;
      const text = `mine ${client.clock.now()}`;
      const poll = this.written.length % 3 === 0 ? { poll: askedBy(text) } : {};
      const words = { channelId, rootId, broadcast: false, text };
      write('message.send', { ...words, attachments: [], ...poll });
    } else if (roll < 7) {
      write('message.edit', { channelId, messageId, base: known.op, text: 'my edit' });
    } else if (roll < 8) {
      if (this.written.length % 2 === 0) {
        const from = { channelId, messageId };
        write('message.forward', { channelId: this.#channel(), from, text: '', files: [] });
        return;
      }
      write('message.delete', { channelId, messageId });
    } else if (roll < 9) {
      write('reaction.add', { channelId, messageId, emoji: this.#random.pick(EMOJI) });
    } else if (roll < 10) {
      if (this.written.length % 2 === 0) {
        client.write('saved.set', { channelId, messageId, state: 'open', remindAt: 1 });
        const reminder = { of: 'saved', id: messageId, at: 1 } as const;
        client.write('reminder.claim', { ...reminder, after: null });
        if (this.#random.chance(0.5)) this.relay.do('ayu', 'reminder.told', reminder);
        client.write('poll.vote', { channelId, messageId, choices: [1] });
        write('task.add', toDo(channelId, messageId));
        client.write('checklist.tick', tickOf(channelId, messageId));
        const line = { channelId, ownerId: messageId as string as TaskId, itemId: null };
        write('checklist.set', { ...line, text: 'Palet' });
        write('task.set', { ...taskOf(channelId, messageId), dueAt: null });
        return;
      }
      const name = this.#random.chance(0.7) ? 'pin.add' : 'pin.remove';
      write(name, { channelId, messageId });
      write('preview.remove', { channelId, messageId, place: 0 });
    } else if (roll < 11) {
      const { position, ordinal } = known;
      if (position < 10_000) client.write('marker.set', { channelId, epoch: 0, position, ordinal });
    } else if (roll < 12) {
      if (this.written.length % 2 === 0) {
        client.write('draft.set', { channelId, rootId: null, text: 'draft' });
        return;
      }
      const what = { rootId: null, broadcast: false, text: 'later', attachments: [] };
      const at = client.clock.now() + 60_000;
      write('scheduled.add', { channelId, ...what, at, why: 'chosen' });
      client.write('follow.set', { channelId, rootId: messageId, on: true, read: 0 });
    } else if (client.cache.rows.list(orgScope, 'channel').length < 6) {
      const name = `baru-${this.written.length}`;
      const args = { name, type: 'public' as const, topic: '', userIds: [people.budi] };
      const op = client.write('channel.create', args);
      this.written.push(op);
      this.channels.push(op as string as ChannelId);
    }
  }
}
