import type { ArgsOf } from '../../../shared/commands/registry.ts';
import { mentionedUsers } from '../../../shared/domain/mentions.ts';
import type { ChannelId } from '../../../shared/domain/ids.ts';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import type { Reaction } from '../../../shared/domain/kinds/reaction.ts';
import { policyOf, WORKSPACE_ROW } from '../../../shared/domain/kinds/workspace.ts';
import { FIRST_UNSENT } from '../../../shared/domain/position.ts';
import { channelScope, orgScope, userScope, type Scope } from '../../../shared/domain/scope.ts';
import type {
  ForwardedView,
  MessageView,
  ReactionView,
  RefusedView,
} from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { unsentPosition } from '../overlay/overlay.ts';
import { filesOf } from './file-view.ts';
import { previewsOf } from './preview-view.ts';
import { revisionCount } from './revisions.ts';
import { callsPerson } from './groups.ts';
import { checklistView } from './checklist-view.ts';
import { Polls } from './polls.ts';
import { refusedView } from './refused-view.ts';
import { taskView } from './task-view.ts';

const NAMED = 20;

/** Draws messages: confirmed row, overlay, reactions, thread, and what became of pending commands. */
export class MessageViews {
  readonly #cache: Cache;
  readonly #polls: Polls;
  readonly #reactions;

  constructor(cache: Cache) {
    this.#cache = cache;
    this.#polls = new Polls(cache);
    this.#reactions = cache.db
      .prepare<[string]>(
        `SELECT json FROM rows WHERE kind = 'reaction' AND parent = ? AND json IS NOT NULL`,
      )
      .pluck();
  }

  /** Views of one channel's messages. */
  views(channelId: string, messages: readonly Message[]): MessageView[] {
    const scope = channelScope(channelId as ChannelId);
    const refused = this.#refused(scope);
    const overlaid = this.#overlaidReactions(scope);
    const company = this.#cache.overlay.get(orgScope, 'workspace', WORKSPACE_ROW);
    const { editHistory, deletedMarks } = policyOf(company);
    return messages.map((message) => {
      const shown = this.#cache.overlay.shown(scope, 'message', message.id);
      const row = (shown?.row as Message | undefined) ?? message;
      const edit = refused.get(row.id);
      const waiting = shown?.entry.state === 'waiting';
      const thread = this.#cache.overlay.get(scope, 'thread', row.id);
      return {
        id: row.id,
        channelId,
        rootId: row.rootId,
        broadcast: row.broadcast,
        authorId: row.authorId,
        text: row.text,
        attachments: row.attachments.filter((one) => one.type === 'link'),
        files: filesOf(this.#cache, channelId, row),
        previews: previewsOf(this.#cache, scope, row),
        forwarded: this.#forwarded(row),
        system: row.system,
        createdAt: row.createdAt,
        editedAt: row.editedAt,
        deleted: row.deletedAt !== null,
        // A thread below it stays readable.
        gone: row.deletedAt !== null && !deletedMarks && (thread?.replies ?? 0) === 0,
        revisions: revisionCount(row, editHistory),
        // Where the page has it: what is acknowledged may stand in a hole already.
        position: message.position,
        ordinal: row.ordinal,
        op: row.op,
        reactions: this.#reactionViews(row, overlaid),
        pinned: this.#pinned(scope, row),
        poll: this.#polls.view(channelId, row),
        task: this.#task(channelId, row),
        checklist: row.deletedAt !== null ? null : checklistView(this.#cache, channelId, row.id),
        saved: this.#saved(row),
        thread:
          thread === undefined || thread.replies === 0
            ? null
            : {
                replies: thread.replies,
                lastReplyAt: thread.lastReplyAt,
                participants: thread.participants,
              },
        mentionsMe: this.#mentionsMe(row),
        urgent: row.urgent ?? null,
        state: edit !== undefined ? 'refused' : waiting ? 'waiting' : 'sent',
        refused: edit ?? null,
      };
    });
  }

  /** Messages that the relay refused to take; they stay where they were written (S7). */
  refusedMessages(channelId: string): Message[] {
    const scope = channelScope(channelId as ChannelId);
    const found: Message[] = [];
    for (const entry of this.#cache.outbox.entries()) {
      if (entry.state !== 'refused' || entry.lane !== scope || entry.name !== 'message.send')
        continue;
      const args = entry.args as ArgsOf<'message.send'>;
      found.push({
        kind: 'message',
        id: entry.op,
        version: 0,
        authorId: this.#cache.userId,
        rootId: args.rootId,
        broadcast: args.broadcast,
        text: args.text,
        attachments: args.attachments,
        system: null,
        createdAt: entry.createdAt,
        editedAt: null,
        deletedAt: null,
        position: unsentPosition(entry.seq),
        ordinal: 0,
        op: entry.op,
        ...(args.urgent === undefined ? {} : { urgent: args.urgent }),
        ...(args.quiet === undefined ? {} : { quiet: args.quiet }),
        ...(args.poll === undefined ? {} : { poll: true as const }),
      });
    }
    return found;
  }

  #forwarded({ forward }: Message): ForwardedView | null {
    if (forward === undefined) return null;
    const { overlay, userId } = this.#cache;
    const mine = overlay.get(userScope(userId), 'membership', forward.channelId) !== undefined;
    return { ...forward, mine };
  }

  #pinned(scope: Scope, row: Message): MessageView['pinned'] {
    if (row.deletedAt !== null) return null;
    const pin = this.#cache.overlay.get(scope, 'pin', row.id);
    return pin === undefined ? null : { by: pin.by, at: pin.at };
  }

  #task(channelId: string, row: Message): MessageView['task'] {
    if (row.deletedAt !== null) return null;
    const task = this.#cache.overlay.get(channelScope(channelId as ChannelId), 'task', row.id);
    return task === undefined ? null : taskView(this.#cache, channelId, task);
  }

  #saved(row: Message): MessageView['saved'] {
    const { overlay, userId } = this.#cache;
    const saved = overlay.get(userScope(userId), 'saved', row.id);
    return saved === undefined || saved.done ? null : { remindAt: saved.remindAt };
  }

  #mentionsMe(row: Message): boolean {
    if (row.authorId === this.#cache.userId || row.deletedAt !== null) return false;
    if (!row.text.includes('<')) return false;
    return (
      mentionedUsers(row.text).includes(this.#cache.userId) || callsPerson(this.#cache, row.text)
    );
  }

  /** Refused commands by the message they were about. */
  #refused(scope: Scope): Map<string, RefusedView> {
    const found = new Map<string, RefusedView>();
    for (const entry of this.#cache.outbox.entries()) {
      if (entry.state !== 'refused' || entry.lane !== scope) continue;
      if (entry.name === 'message.send') found.set(entry.op, refusedView(entry));
      if (entry.name === 'message.edit' || entry.name === 'message.delete') {
        found.set((entry.args as { messageId: string }).messageId, refusedView(entry));
      }
    }
    return found;
  }

  #overlaidReactions(scope: Scope): Map<string, Map<string, Reaction | null>> {
    const byMessage = new Map<string, Map<string, Reaction | null>>();
    for (const [id, row] of this.#cache.overlay.layer(scope, 'reaction')) {
      const messageId = id.slice(0, id.indexOf('/'));
      const rows = byMessage.get(messageId) ?? new Map<string, Reaction | null>();
      byMessage.set(messageId, rows.set(id, row));
    }
    return byMessage;
  }

  #reactionViews(
    message: Message,
    overlaid: Map<string, Map<string, Reaction | null>>,
  ): ReactionView[] {
    if (message.deletedAt !== null) return [];
    const rows = new Map<string, Reaction>();
    if (message.position < FIRST_UNSENT) {
      for (const json of this.#reactions.all(message.id)) {
        const row = JSON.parse(json as string) as Reaction;
        rows.set(row.id, row);
      }
    }
    for (const [id, row] of overlaid.get(message.id) ?? []) {
      if (row === null) rows.delete(id);
      else if (!rows.has(id)) rows.set(id, row);
    }
    if (rows.size === 0) return [];
    // In the order in which they came; what is not sent yet comes last, as it will.
    const byEmoji = new Map<string, string[]>();
    for (const row of [...rows.values()].sort((a, b) => a.version - b.version)) {
      const userIds = byEmoji.get(row.emoji) ?? [];
      userIds.push(row.userId);
      byEmoji.set(row.emoji, userIds);
    }
    return [...byEmoji].map(([emoji, userIds]) => ({
      emoji,
      count: userIds.length,
      mine: userIds.includes(this.#cache.userId),
      userIds: userIds.slice(0, NAMED),
    }));
  }
}
