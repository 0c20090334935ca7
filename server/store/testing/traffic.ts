import type { ChannelId, MessageId, TaskId } from '../../../shared/domain/ids.ts';
import { channelScope } from '../../../shared/domain/scope.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { SeededRandom } from '../../../shared/testing/random.ts';
import { Office } from '../contract/office.ts';
import { StoreUnavailable, type GroupResult, type Store, type Submitted } from '../port.ts';

/** A company that several nodes write to. */
export interface Company {
  readonly people: readonly Actor[];
  readonly channels: readonly ChannelId[];
}

export async function foundCompany(store: Store): Promise<Company> {
  const office = new Office(store, 1_000);
  const people: Actor[] = [];
  for (const name of ['Ayu', 'Bagas', 'Citra', 'Dewi', 'Eka', 'Fitri']) {
    people.push(await office.person(name, name === 'Ayu' ? 'admin' : 'member'));
  }
  const channels: ChannelId[] = [];
  for (const name of ['umum', 'gudang', 'toko']) {
    channels.push(await office.channel(people[0]!, name, people.slice(1)));
  }
  return { people, channels };
}

/** What one node's people do: a seeded run of groups, with everything that needs several scopes. */
export class Traffic {
  readonly office: Office;
  readonly sent: Submitted[] = [];
  readonly results: GroupResult[] = [];
  /** What had to be asked for again. */
  repeats = 0;
  readonly #company: Company;
  readonly #random: SeededRandom;

  constructor(store: Store, company: Company, random: SeededRandom) {
    this.office = new Office(store, random.int(1_000_000));
    this.#company = company;
    this.#random = random;
  }

  async run(groups: number): Promise<void> {
    for (let n = 0; n < groups; n++) await this.#commit(await this.#group());
  }

  async #commit(group: readonly Submitted[]): Promise<void> {
    this.sent.push(...group);
    this.results.push(await this.#insist(() => this.office.commit(...group)));
  }

  /** As a client does: what was not answered is sent again. */
  async #insist<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        this.repeats++;
      }
    }
  }

  async #group(): Promise<Submitted[]> {
    const group: Submitted[] = [];
    for (let n = 1 + this.#random.int(6); n > 0; n--) group.push(await this.#command());
    return group;
  }

  async #command(): Promise<Submitted> {
    const { office } = this;
    const random = this.#random;
    const actor = random.pick(this.#company.people);
    const channelId = random.pick(this.#company.channels);
    const text = `${random.int(1_000)} <@${random.pick(this.#company.people).userId}>`;
    const what = random.int(11);
    if (what === 0 && text.length % 5 === 0) {
      const terms = { options: ['Ya', 'Tidak'], several: false, closesAt: null };
      const words = { channelId, rootId: null, broadcast: false, text, attachments: [] };
      const poll = { ...terms, anonymous: text.length % 2 === 0 };
      return office.command(actor, 'message.send', { ...words, poll });
    }
    if (what < 4) return office.send(actor, channelId, random.chance(0.5) ? text : 'plain');
    if (what === 4) {
      return office.command(actor, 'profile.set', { title: `title ${random.int(100)}` });
    }
    if (what === 5) {
      if (text.length % 2 === 0) {
        return office.command(actor, 'draft.set', { channelId, rootId: null, text });
      }
      const how = { rootId: null, broadcast: false, attachments: [], why: 'chosen' as const };
      return office.command(actor, 'scheduled.add', { channelId, text, at: 1, ...how });
    }
    if (what === 6) {
      const args = { type: 'public' as const, topic: '', userIds: [] };
      return office.command(actor, 'channel.create', { ...args, name: `c-${random.int(20)}` });
    }
    const message = await this.#message(channelId);
    if (message === undefined) return office.send(actor, channelId, 'plain');
    const messageId = message.id as MessageId;
    if (what === 7) return office.send(actor, channelId, text, office.op(), messageId);
    if (what === 8 && text.length % 2 === 0) {
      const from = { channelId, messageId };
      const [, to = channelId] = this.#company.channels;
      const words = text.length % 4 === 0 ? text : '';
      const args = { channelId: to, from, text: words, files: [] };
      return office.command(actor, 'message.forward', args);
    }
    if (what === 8 && message.poll === true) {
      return office.command(actor, 'poll.vote', { channelId, messageId, choices: [0] });
    }
    if (what === 8) {
      return office.command(actor, 'reaction.add', { channelId, messageId, emoji: '👍' });
    }
    if (what === 9 && text.length % 3 === 1) {
      const line = { channelId, ownerId: messageId as string as TaskId, itemId: null, text };
      return office.command(actor, 'checklist.set', line);
    }
    if (what === 9 && text.length % 3 === 0) {
      const task = { title: text.slice(0, 9), assigneeId: actor.userId, dueAt: null };
      return office.command(actor, 'task.add', { channelId, messageId, ...task });
    }
    if (what === 9 && random.chance(0.4)) {
      if (text.length % 2 === 0) {
        const reminder = { of: 'saved', id: messageId, at: 1 } as const;
        return office.command(actor, 'reminder.claim', { ...reminder, after: null });
      }
      const args = { channelId, messageId, state: 'open', remindAt: 1 } as const;
      return office.command(actor, 'saved.set', args);
    }
    if (what === 9) {
      const name = random.chance(0.7) ? 'pin.add' : 'pin.remove';
      return office.command(actor, name, { channelId, messageId });
    }
    const author = { userId: message.authorId as Actor['userId'], role: 'member' } as const;
    return office.command(author, 'message.edit', { channelId, messageId, base: message.op, text });
  }

  async #message(channelId: ChannelId) {
    const scope = channelScope(channelId);
    const rows = await this.#insist(() => this.office.store.list(scope, 'message', '', 200));
    const messages = rows
      .map(
        ({ json }) =>
          JSON.parse(json) as Pick<Message, 'id' | 'authorId' | 'op' | 'rootId' | 'poll'>,
      )
      .filter(({ rootId }) => rootId === null);
    return messages.length === 0 ? undefined : this.#random.pick(messages);
  }
}
