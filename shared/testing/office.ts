import type { ArgsOf, CommandName } from '../commands/registry.ts';
import type { ChannelId, MessageId, OpId, UserId } from '../domain/ids.ts';
import type { Role } from '../domain/kinds/user.ts';
import type { Actor } from '../domain/permissions.ts';
import { orgScope } from '../domain/scope.ts';
import { MemoryWork, type Ran } from './memory-work.ts';

/** An id with a number for its tail, in the form of UUIDv7. */
export const anId = (number: number): string =>
  `01990000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

const person = (number: number): UserId => anId(number) as UserId;

/** A few colleagues; Dewi has left the company, and Eka is in no channel at first. */
export const people = {
  ayu: person(1),
  budi: person(2),
  citra: person(3),
  dewi: person(4),
  eka: person(5),
} as const;
type Name = keyof typeof people;

const roles: Record<Name, Role> = {
  ayu: 'member',
  budi: 'member',
  citra: 'admin',
  dewi: 'member',
  eka: 'member',
};

export const actor = (name: Name): Actor => ({ userId: people[name], role: roles[name] });

export const START = Date.UTC(2026, 0, 5, 8);

/** Nobody has this id. */
export const stranger = person(99);
/** Nothing has this id. */
export const nothing = anId(0xfff) as MessageId & ChannelId;

/** A small workspace, and its people doing things in it. Time goes on by a second each time. */
export class Office {
  readonly work = new MemoryWork();
  #next = 0x1000;
  #now = START;
  /** The op of the last command. */
  lastOp = '' as OpId;

  constructor() {
    for (const name of Object.keys(people) as Name[]) {
      this.work.put(orgScope, {
        kind: 'user',
        id: people[name],
        name,
        displayName: name,
        role: roles[name],
        bot: false,
        title: '',
        department: '',
        location: '',
        timeZone: 'Asia/Jakarta',
        status: null,
        disabledAt: name === 'dewi' ? START : null,
      });
    }
  }

  /** The time of the last command, ms. */
  get now(): number {
    return this.#now;
  }

  /** Runs a command; `op` for one that has been sent before. */
  do<N extends CommandName>(who: Name, name: N, args: ArgsOf<N>, op = this.#freshOp()): Ran {
    this.#now += 1_000;
    this.lastOp = op;
    return this.work.run(name, args, { actor: actor(who), op, now: this.#now });
  }

  /** As `do`, for what a test takes for granted. Gives the command's id. */
  did<N extends CommandName>(who: Name, name: N, args: ArgsOf<N>): string {
    const { refusal } = this.do(who, name, args);
    if (refusal !== undefined) throw new Error(`${name} was refused: ${refusal.code}`);
    return this.lastOp;
  }

  /** A channel of Ayu's, with Budi in it. */
  channel(type: 'public' | 'private' = 'public', name = 'umum'): ChannelId {
    const args = { name, type, topic: '', userIds: [people.budi] };
    return this.did('ayu', 'channel.create', args) as ChannelId;
  }

  say(who: Name, channelId: ChannelId, text: string, rootId: MessageId | null = null): MessageId {
    const args = { channelId, rootId, broadcast: false, text, attachments: [] };
    return this.did(who, 'message.send', args) as MessageId;
  }

  /** The conversation of one with others. */
  conversation(who: Name, ...others: Name[]): ChannelId {
    const ran = this.do(who, 'conversation.open', { userIds: others.map((name) => people[name]) });
    const made = ran.wrote.find((held) => held.row.kind === 'channel');
    if (made === undefined) throw new Error('the conversation was there before');
    return made.row.id as ChannelId;
  }

  #freshOp(): OpId {
    return anId(this.#next++) as OpId;
  }
}
