import type { CommandName } from '../../../shared/commands/registry.ts';
import { conversationId } from '../../../shared/domain/conversation.ts';
import type { ChannelId, UserId } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import type { OutboxItem } from '../../../shared/rpc/connection-views.ts';
import { channelScope, orgScope, userScope } from '../../../shared/domain/scope.ts';
import type { Cache } from '../cache/cache.ts';
import type { Entry } from '../outbox/outbox.ts';
import type { Channels } from './channels.ts';
import { refusedView } from './refused-view.ts';
import type { People } from './people.ts';

/** Kept up to date behind the person's back; they did not "send" these. */
const SILENT: ReadonlySet<CommandName> = new Set([
  'draft.set',
  'follow.read',
  'activity.see',
  'section.set',
  'section.remove',
  'seen.set',
  'marker.set',
  'reminder.claim',
  'reminder.told',
]);

interface AnyArgs {
  channelId?: string;
  messageId?: string;
  /** What is handed on. */
  from?: { messageId: string };
  rootId?: string | null;
  text?: string | null;
  /** A task's. */
  title?: string;
  taskId?: string;
  /** Of a line of a checklist. */
  ownerId?: string;
  itemId?: string | null;
  emoji?: string;
  name?: string;
  topic?: string;
  purpose?: string;
  userIds?: string[];
  userId?: string;
  /** A scheduled message's. */
  id?: string;
  displayName?: string;
  groupId?: string;
  emojiId?: string;
  status?: { emoji: string; text: string } | null;
}

/** What waits or was refused, in the order of writing, in words that need no translation. */
export class OutboxView {
  readonly #cache: Cache;
  readonly #people: People;
  readonly #channels: Channels;

  constructor(cache: Cache, people: People, channels: Channels) {
    this.#cache = cache;
    this.#people = people;
    this.#channels = channels;
  }

  items(): OutboxItem[] {
    const entries = this.#cache.outbox.entries().filter((entry) => shown(entry));
    return entries.map((entry) => this.#item(entry));
  }

  counts(): { waiting: number; refused: number } {
    let waiting = 0;
    let refused = 0;
    for (const entry of this.#cache.outbox.entries()) {
      if (!shown(entry)) continue;
      if (entry.state === 'refused') refused++;
      else waiting++;
    }
    return { waiting, refused };
  }

  #item(entry: Entry): OutboxItem {
    const args = entry.args as AnyArgs;
    const channelId = this.#channelId(entry);
    const groupName = this.#groupName(args);
    const channel = channelId === null ? undefined : this.#channels.row(channelId);
    const given = entry.name === 'channel.create' ? (args.name ?? '') : '';
    const title = channel === undefined ? given : this.#channels.title(channel);
    const named = channel === undefined ? entry.name === 'channel.create' : channel.name !== '';
    const sending = entry.state === 'waiting' && this.#cache.outbox.isSent(entry.op);
    return {
      op: entry.op,
      name: entry.name,
      channelId,
      where: groupName ?? (named ? `#${title}` : title),
      summary: this.#summary(entry),
      createdAt: entry.createdAt,
      state: entry.state === 'refused' ? 'refused' : sending ? 'sending' : 'waiting',
      refusal: entry.state === 'refused' ? refusedView(entry) : null,
      text: args.text ?? null,
    };
  }

  #channelId(entry: Entry): string | null {
    const args = entry.args as AnyArgs;
    if (entry.name === 'channel.create') return entry.op;
    if (entry.name === 'conversation.open') {
      const people = [this.#cache.userId, ...((args.userIds ?? []) as UserId[])];
      return conversationId(people);
    }
    return args.channelId ?? null;
  }

  #summary(entry: Entry): string {
    const args = entry.args as AnyArgs;
    if (entry.name === 'emoji.add') return `:${args.name ?? ''}:`;
    if (entry.name === 'emoji.remove') return this.#emojiName(args.emojiId ?? '');
    if (args.emoji !== undefined) {
      return `${args.emoji} “${this.#line(this.#messageText(args.messageId))}”`;
    }
    if (args.text != null && (args.text !== '' || args.from === undefined)) {
      return this.#line(args.text);
    }
    if (args.ownerId !== undefined) return `“${this.#itemText(args)}”`;
    if (args.title !== undefined && entry.name.startsWith('task.')) return args.title;
    if (args.taskId !== undefined) return `“${this.#taskTitle(args)}”`;
    if (args.id !== undefined) return this.#line(this.#scheduledText(args.id));
    if (args.groupId !== undefined) {
      return (args.userIds ?? []).map((id) => this.#name(id)).join(', ');
    }
    const about = args.messageId ?? args.from?.messageId ?? args.rootId ?? undefined;
    if (about !== undefined) return `“${this.#line(this.#messageText(about))}”`;
    if (args.name !== undefined) return `#${args.name}`;
    if (args.topic !== undefined) return args.topic;
    if (args.purpose !== undefined) return args.purpose;
    const people = [...(args.userIds ?? []), ...(args.userId === undefined ? [] : [args.userId])];
    if (people.length > 0) return people.map((id) => this.#name(id)).join(', ');
    if (args.status != null) return `${args.status.emoji} ${args.status.text}`.trim();
    return args.displayName ?? '';
  }

  #emojiName(id: string): string {
    return `:${this.#cache.rows.get(orgScope, 'emoji', id)?.name ?? ''}:`;
  }

  /** `@keuangan`, also of one that is taken away. */
  #groupName({ groupId, name }: AnyArgs): string | null {
    if (groupId === undefined) return null;
    return `@${name ?? this.#cache.rows.get(orgScope, 'group', groupId)?.name ?? ''}`;
  }

  #messageText(id: string | undefined): string {
    if (id === undefined) return '';
    const unsent = this.#cache.outbox.get(id as never);
    const text = (unsent?.args as AnyArgs | undefined)?.text;
    const row = this.#cache.rows.message(id);
    return text ?? (row?.text || row?.forward?.text) ?? '';
  }

  #taskTitle({ channelId, taskId = '' }: AnyArgs): string {
    const scope = channelScope((channelId ?? '') as ChannelId);
    return this.#cache.overlay.get(scope, 'task', taskId)?.title ?? '…';
  }

  #itemText({ channelId, ownerId = '', itemId }: AnyArgs): string {
    const scope = channelScope((channelId ?? '') as ChannelId);
    const list = this.#cache.overlay.get(scope, 'checklist', ownerId);
    return list?.items.find((item) => item.id === itemId)?.text ?? '…';
  }

  #scheduledText(id: string): string {
    const { outbox, rows, userId } = this.#cache;
    const unsent = outbox.get(id as never)?.args as AnyArgs | undefined;
    return unsent?.text ?? rows.get(userScope(userId), 'scheduled', id)?.text ?? '';
  }

  #line(text: string): string {
    return plainText(text, {
      person: (id) => this.#name(id),
      channel: (id) => this.#channels.row(id)?.name,
      group: (id) => this.#cache.overlay.get(orgScope, 'group', id)?.name,
      someone: '…',
    });
  }

  #name(id: string): string {
    return this.#people.row(id)?.displayName ?? '…';
  }
}

/** S7: what was refused is always shown: its text is nowhere else. */
const shown = (entry: Entry): boolean =>
  entry.state === 'refused' || (entry.state !== 'acked' && !SILENT.has(entry.name));
