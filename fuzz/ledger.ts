import { commands, type CommandName } from '../shared/commands/registry.ts';
import { conversationId } from '../shared/domain/conversation.ts';
import type { ChannelId, MessageId, OpId, UserId } from '../shared/domain/ids.ts';
import type { Actor } from '../shared/domain/permissions.ts';
import type { GroupResult, Outcome, Submitted } from '../server/store/port.ts';

/** A command that a desk's outbox accepted. */
export interface Written {
  readonly desk: string;
  readonly op: OpId;
  readonly name: CommandName;
  readonly lane: string;
  readonly supersedes: string | null;
  /** Among those of its desk. */
  readonly seq: number;
}

/** Something that must not have happened. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/**
 * What every desk wrote and what the store answered, kept beside the system by somebody who sees
 * all: what a client or a relay forgets is known here.
 */
export class Ledger {
  readonly written = new Map<OpId, Written>();
  readonly outcomes = new Map<OpId, Outcome>();
  /** Every channel and conversation that was made, and messages that were sent. */
  readonly channels: ChannelId[] = [];
  /** Messages that go out later, and what was to become of them. */
  readonly scheduled: {
    readonly id: string;
    readonly by: UserId;
    readonly channelId: ChannelId;
  }[] = [];
  readonly takenBack = new Set<string>();
  readonly messages: { readonly id: MessageId; readonly channelId: ChannelId }[] = [];
  /** How often each command was carried out, refused. */
  readonly done = new Map<string, { ok: number; refused: number }>();
  /** By desk and lane: the seq of the newest command that was carried out. */
  readonly #lanes = new Map<string, Written>();
  readonly #seqs = new Map<string, number>();
  readonly #wipedUpTo = new Map<string, number>();
  #found: string | undefined;

  wrote(desk: string, actor: Actor, op: OpId, name: CommandName, args: unknown): void {
    const spec = commands.get(name)!;
    const seq = (this.#seqs.get(desk) ?? 0) + 1;
    this.#seqs.set(desk, seq);
    const lane = spec.lane(args as never, actor, op);
    const supersedes = spec.supersedes?.(args as never) ?? null;
    this.written.set(op, { desk, op, name, lane, supersedes, seq });
  }

  /** S12: what waited on that device is gone, and owed to nobody. */
  wiped(desk: string): void {
    this.#wipedUpTo.set(desk, this.#seqs.get(desk) ?? 0);
  }

  wasWiped({ desk, seq }: Written): boolean {
    return seq <= (this.#wipedUpTo.get(desk) ?? 0);
  }

  /** The store's own word, as the transaction ended. */
  committed(group: readonly Submitted[], result: GroupResult): void {
    for (const [n, command] of group.entries()) this.#settled(command, result.outcomes[n]!);
  }

  /** Tells the next check that something was wrong. */
  found(what: string): void {
    this.#found ??= what;
  }

  /** @throws {Finding} */
  check(): void {
    if (this.#found !== undefined) throw new Finding(this.#found);
  }

  #settled({ op, actor, spec, args }: Submitted, outcome: Outcome): void {
    const before = this.outcomes.get(op);
    if (before !== undefined) {
      if (JSON.stringify(before) !== JSON.stringify(outcome)) {
        this.found(`S1: ${spec.name} ${op} was answered twice, and not alike`);
      }
      return;
    }
    this.outcomes.set(op, outcome);
    const done = this.done.get(spec.name) ?? { ok: 0, refused: 0 };
    this.done.set(spec.name, done);
    if (outcome.ok) done.ok++;
    else done.refused++;
    this.#inOrder(op);
    if (outcome.ok) this.#made(spec.name, op, actor.userId, args);
  }

  /** S7: first in, first out within a lane. */
  #inOrder(op: OpId): void {
    const written = this.written.get(op);
    if (written === undefined || this.wasWiped(written)) return;
    const lane = `${written.desk} ${written.lane}`;
    const last = this.#lanes.get(lane);
    if (last !== undefined && last.seq > written.seq) {
      const [a, b] = [`${written.name} ${written.seq}`, `${last.name} ${last.seq}`];
      this.found(`S7: ${written.desk}'s ${a} was carried out after its ${b}, in one lane`);
    }
    this.#lanes.set(lane, written);
  }

  #made(name: string, op: OpId, by: UserId, args: unknown): void {
    if (name === 'channel.create') this.channels.push(op as string as ChannelId);
    if (name === 'message.send' || name === 'message.forward') {
      const { channelId } = args as { channelId: ChannelId };
      this.messages.push({ id: op as string as MessageId, channelId });
    }
    if (name === 'scheduled.add') {
      const { channelId } = args as { channelId: ChannelId };
      this.scheduled.push({ id: op, by, channelId });
    }
    if (name === 'scheduled.remove') this.takenBack.add((args as { id: string }).id);
    if (name === 'conversation.open') {
      const id = conversationId([by, ...(args as { userIds: UserId[] }).userIds]);
      if (!this.channels.includes(id)) this.channels.push(id);
    }
  }
}
