import type { Row } from '../../shared/domain/registry.ts';
import type { Message } from '../../shared/domain/kinds/message.ts';
import type { SeededRandom } from '../../shared/testing/random.ts';

/** Of all messages, one in so many. */
const EVERY = { reply: 5, named: 30, file: 40, task: 60, pin: 100, poll: 200 };

type WithoutVersion<R> = R extends unknown ? Omit<R, 'version'> : never;

/** What becomes of a message in a year: replies, names, files; and the rows that say so beside it. */
export class FilledMarks {
  readonly #random: SeededRandom;
  /** Of each channel, the last message that somebody may reply to. */
  readonly #roots = new Map<number, string>();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** @param people whom it may name */
  marked(message: Message, channel: number, people: readonly string[]): Message {
    const hits = (one: number): boolean => this.#random.int(one) === 0;
    const rootId = hits(EVERY.reply) ? (this.#roots.get(channel) ?? null) : null;
    if (rootId === null) this.#roots.set(channel, message.id);
    const file = { type: 'file' as const, id: message.op as never, name: 'laporan.pdf' };
    const text = hits(EVERY.named)
      ? `<@${this.#random.pick(people)}> ${message.text}`
      : message.text;
    return {
      ...{ ...message, rootId, text },
      attachments: hits(EVERY.file) ? [{ ...file, mediaType: 'application/pdf', size: 9 }] : [],
      ...(rootId === null && hits(EVERY.poll) ? { poll: true as const } : {}),
    };
  }

  /** The rows beside it. */
  beside({ id, rootId, authorId, createdAt }: Message): WithoutVersion<Row>[] {
    const rows: WithoutVersion<Row>[] = [];
    if (rootId !== null) {
      const thread = { replies: 1, lastReplyAt: createdAt, participants: [authorId] };
      rows.push({ kind: 'thread', id: rootId, ...thread });
    }
    if (this.#random.int(EVERY.pin) === 0) {
      rows.push({ kind: 'pin', id, by: authorId, at: createdAt });
    }
    if (this.#random.int(EVERY.task) === 0) {
      rows.push({
        ...{ kind: 'task', id, messageId: id, title: 'Urus', authorId, assigneeId: null },
        ...{ dueAt: null, doneAt: null, doneBy: null, createdAt },
      });
    }
    return rows;
  }
}
