import { createHash } from 'node:crypto';
import type { CommandSpec } from '../../../../shared/commands/command.ts';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import type { Kind } from '../../../../shared/domain/registry.ts';
import type { Store, StoredRow, Submitted } from '../../../store/port.ts';
import { readRow } from '../../../store/read-row.ts';
import { bySystem } from '../../system-actor.ts';
import { importChannel } from '../commands/import-channel.ts';
import { importMessages, type ImportedMessage } from '../commands/import-messages.ts';
import { importSeats } from '../commands/import-seats.ts';
import { importUsers } from '../commands/import-users.ts';
import type { Destination } from './destinations.ts';
import { opIdOf } from './ids.ts';
import type { ImportedUser } from './people.ts';
import type { ReadLine } from './read-message.ts';
import type { Tally } from './tally.ts';

const MESSAGES_AT_ONCE = 250;
const PEOPLE_AT_ONCE = 100;

/** Rows of one transaction: enough to be fast, few enough that a running relay barely waits. */
const GROUP_WEIGHT = 500;

/** A row if it was written just now, and not by an earlier run. */
type Fresh = (kind: Kind, id: string) => StoredRow | undefined;

interface Waiting {
  readonly command: Submitted;
  readonly written: (fresh: Fresh) => void;
}

/** Writes in order, many commands at once, and counts what was new. */
export class Writer {
  readonly #store: Store;
  readonly #now: number;
  readonly #tally: Tally;
  #waiting: Waiting[] = [];
  #weight = 0;
  #lines: ReadLine[] = [];

  constructor(store: Store, now: number, tally: Tally) {
    this.#store = store;
    this.#now = now;
    this.#tally = tally;
  }

  /** Answers the ids of those who are new. */
  async people(rows: readonly ImportedUser[]): Promise<Set<string>> {
    const fresh = new Set<string>();
    for (const users of chunks(rows, PEOPLE_AT_ONCE)) {
      await this.#add(importUsers, { users }, users.length, (written) => {
        for (const { id, name } of users) {
          const row = written('user', id);
          if (row === undefined) continue;
          fresh.add(id);
          this.#nameChanged('users', name, row);
        }
      });
    }
    await this.flush();
    return fresh;
  }

  async begin({ channel, part }: Destination): Promise<void> {
    await this.#add(importChannel, channel, 1, (written) => {
      const row = written('channel', channel.id);
      this.#tally.arrived(part, row !== undefined);
      this.#nameChanged(part, channel.name, row);
    });
  }

  /** The next messages of the channel that was begun. */
  async messages({ channel }: Destination, lines: readonly ReadLine[]): Promise<void> {
    this.#lines.push(...lines);
    while (this.#lines.length >= MESSAGES_AT_ONCE) {
      await this.#addMessages(channel.id as ChannelId, this.#lines.splice(0, MESSAGES_AT_ONCE));
    }
  }

  async end({ channel, seats }: Destination): Promise<void> {
    const channelId = channel.id as ChannelId;
    if (this.#lines.length > 0) await this.#addMessages(channelId, this.#lines.splice(0));
    for (const people of chunks(seats, PEOPLE_AT_ONCE)) {
      await this.#add(importSeats, { channelId, people }, people.length, () => {});
    }
  }

  /** What waits is durable when this is done (S10). */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#weight = 0;
    const { outcomes, changes } = await this.#store.commit(
      waiting.map(({ command }) => command),
      this.#now,
    );
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.ok) continue;
      const name = waiting[index]?.command.spec.name ?? 'a command';
      throw new Error(`${name} was refused: ${outcome.refusal.code}`);
    }
    const rows = new Map(
      changes.flatMap((change) =>
        change.rows.map((row) => [`${row.kind} ${row.id}`, row] as const),
      ),
    );
    for (const one of waiting) one.written((kind, id) => rows.get(`${kind} ${id}`));
  }

  #nameChanged(of: 'users' | Destination['part'], name: string, row: StoredRow | undefined): void {
    if (row === undefined) return;
    const now = readRow(of === 'users' ? 'user' : 'channel', row).name;
    if (now === name) return;
    this.#tally.change(of, 'the name was taken, so it has another', `${name}: ${now}`);
  }

  #addMessages(channelId: ChannelId, lines: readonly ReadLine[]): Promise<void> {
    const messages: ImportedMessage[] = lines.flatMap((line) => line.messages);
    return this.#add(importMessages, { channelId, messages }, messages.length, (written) => {
      for (const { messages: parts, reactions, attachments, where } of lines) {
        const row = written('message', parts[0]?.id ?? '');
        const fresh = row !== undefined;
        if (fresh && parts[0]?.rootId !== null && readRow('message', row).rootId === null) {
          this.#tally.change('messages', 'its thread is missing: shown in the channel', where);
        }
        this.#tally.arrived('messages', fresh);
        this.#tally.arrived('reactions', fresh, reactions);
        this.#tally.arrived('attachments', fresh, attachments);
      }
    });
  }

  /** S1: the same arguments are the same command, so a run that was cut off goes on where it was. */
  async #add<Name extends string, Args>(
    spec: CommandSpec<Name, Args>,
    args: Args,
    weight: number,
    written: Waiting['written'],
  ): Promise<void> {
    const digest = createHash('sha256').update(JSON.stringify(args)).digest('hex');
    this.#waiting.push({ command: bySystem(spec, opIdOf(spec.name, digest), args), written });
    this.#weight += weight;
    if (this.#weight >= GROUP_WEIGHT) await this.flush();
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}
