import type { ArgsOf } from '../../shared/commands/registry.ts';
import { conversationId } from '../../shared/domain/conversation.ts';
import type { ChannelId, MessageId, OpId } from '../../shared/domain/ids.ts';
import { ACTIVITY_ROW } from '../../shared/domain/kinds/activity.ts';
import { draftId, type Draft } from '../../shared/domain/kinds/draft.ts';
import { channelScope, userScope } from '../../shared/domain/scope.ts';
import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { DraftView, MessagePage } from '../../shared/rpc/views.ts';
import { taskHandlers } from './task-handlers.ts';
import { activityView } from './views/activity.ts';
import { channelFiles } from './views/channel-files.ts';
import { companyView } from './views/company.ts';
import { memberList } from './views/members.ts';
import { revisionList } from './views/revisions.ts';
import { scheduledList } from './views/scheduled.ts';
import { sidebarView } from './views/sidebar.ts';
import { switcherView } from './views/switcher.ts';
import { threadsView } from './views/threads.ts';
import { emojiHandlers } from './emoji-handlers.ts';
import { groupHandlers } from './group-handlers.ts';
import { sectionHandlers } from './section-handlers.ts';
import type { Workspace } from './workspace.ts';

/** Everything of the core's API that needs a signed-in workspace. */
export type WorkspaceHandlers = Omit<
  CoreHandlers,
  | 'session'
  | 'checkAddress'
  | 'signIn'
  | 'acceptInvite'
  | 'signOut'
  | 'workspaces'
  | 'openWorkspace'
  | 'addWorkspace'
  | 'leaveWorkspace'
  | 'unlock'
  | 'setPassphrase'
  | 'addPerson'
  | 'invitePerson'
  | 'setAccess'
  | 'setRole'
  | 'urgentCounts'
  | 'preferences'
  | 'setPreferences'
  | 'connection'
  | 'connectNow'
  | 'answerNotice'
>;

const draftView = (row: Draft): DraftView => ({
  channelId: row.channelId,
  rootId: row.rootId,
  text: row.text,
  updatedAt: row.updatedAt,
});

/** The API over whatever workspace is open; `current` throws while there is none. */
export function workspaceHandlers(current: () => Workspace): WorkspaceHandlers {
  const queued = (op: OpId) => ({ op });
  const marker = (channelId: ChannelId) => {
    const { cache } = current();
    return cache.overlay.get(userScope(cache.userId), 'marker', channelId);
  };

  /** Fetches what of a thread is not here: its first message, and replies. */
  const completeThread = (channelId: ChannelId, rootId: MessageId): void => {
    const { cache, fetcher, messages } = current();
    const scope = channelScope(channelId);
    const told = cache.rows.get(scope, 'thread', rootId)?.replies ?? 0;
    const whole = cache.overlay.get(scope, 'message', rootId) !== undefined;
    if (!whole || told > messages.replyCount(rootId)) void fetcher.thread(channelId, rootId);
  };
  const readThread = (rootId: string): void => {
    const { writer, followed } = current();
    const follow = followed.follow(rootId);
    const position = followed.lastOf(rootId);
    if (follow === undefined || follow.readTo >= position) return;
    writer.write('follow.read', { rootId: rootId as MessageId, position });
  };

  return {
    company: () => companyView(current().cache.overlay),
    setCompany: (args) => {
      const { name, holidays, colour, ...policy } = args;
      return queued(
        current().writer.write('workspace.set', {
          ...(name === undefined ? {} : { name }),
          ...(Object.keys(policy).length === 0 ? {} : { policy }),
          ...(holidays === undefined ? {} : { holidays }),
          ...(colour === undefined ? {} : { colour }),
        }),
      );
    },

    outbox: () => current().outboxView.items(),
    retry: ({ op }) => (current().writer.retry(op as OpId), null),
    discard: ({ op, toDraft = false }) => {
      const { cache, writer, files } = current();
      const entry = cache.outbox.get(op as OpId);
      const unsent =
        entry?.name === 'message.send' ? (entry.args as ArgsOf<'message.send'>) : undefined;
      const gone = writer.discard(op as OpId, () => {
        if (unsent !== undefined && toDraft) files.enterDraft(unsent);
      });
      if (gone && unsent !== undefined && !toDraft) files.givenUp(unsent);
      return null;
    },
    overwrite: ({ op }) => (current().writer.overwrite(op as OpId), null),

    sidebar: () => {
      const { cache, people, channels, unread, followed, activity, workDay } = current();
      const presence = (id: string) => current().presence(id);
      const { off } = workDay;
      return sidebarView({ cache, people, channels, unread, followed, activity, presence, off });
    },
    channel: ({ channelId }) => current().channels.view(channelId),
    messages: async ({ channelId, at, limit }): Promise<MessagePage> => {
      const { cache, fetcher, messages } = current();
      if (at.from === 'message' && cache.rows.message(at.messageId) === undefined) {
        await fetcher.around(channelId, at.messageId);
      }
      return messages.page(channelId, at, limit);
    },
    fillHole: ({ channelId, before }) => (current().engine.want(channelId, before), null),
    thread: ({ channelId, rootId }) => {
      const { cache, messages, followed } = current();
      cache.topics.watch(`thread:${rootId}`);
      completeThread(channelId, rootId);
      const follow = followed.follow(rootId);
      return {
        ...messages.thread(channelId, rootId),
        following: follow?.on ?? null,
        unread: follow === undefined ? 0 : followed.unreadIn(follow),
        readTo: follow?.readTo ?? 0,
      };
    },
    seenBy: ({ channelId }) => current().seen.view(channelId),
    activity: ({ filter, limit }) => {
      const { cache, people, channels, views, activity, fetcher } = current();
      const view = activityView({ cache, people, channels, views, activity }, filter, limit);
      void fetcher.messages(
        view.items.flatMap(({ channelId, messageId, message }) =>
          messageId === null || message !== null
            ? []
            : [{ channelId: channelId as ChannelId, messageId: messageId as MessageId }],
        ),
      );
      for (const { taskId, task, channelId } of view.items) {
        if (taskId !== null && task === null) {
          void fetcher.single(channelId as ChannelId, [taskId], 'task');
        }
      }
      return view;
    },
    seeActivity: ({ at }) => {
      const { cache, writer } = current();
      const seen = cache.overlay.get(userScope(cache.userId), 'activity', ACTIVITY_ROW);
      if ((seen?.seenTo ?? 0) < at) writer.write('activity.see', { at });
      return null;
    },
    threads: ({ limit }) => {
      const { cache, people, channels, messages, followed, views } = current();
      const view = threadsView({ cache, people, channels, messages, followed, views }, limit);
      for (const { channelId, rootId } of view.cards) {
        completeThread(channelId as ChannelId, rootId as MessageId);
      }
      return view;
    },
    revisions: ({ channelId, messageId }) => revisionList(current(), channelId, messageId),
    saved: ({ done }) => current().saved.list(done),
    savedCounts: () => current().saved.counts(),
    pins: ({ channelId }) => current().pins.list(channelId),
    members: ({ channelId, query, limit }) => memberList(current(), channelId, query, limit),
    person: ({ userId }) => current().people.view(userId),
    people: async ({ query, limit, leavers, membersOf }) =>
      membersOf === undefined
        ? current().people.find(query, limit, leavers)
        : (await memberList(current(), membersOf, query, limit)).people,
    offPeople: ({ userIds }) =>
      userIds.flatMap((id) => {
        const view = current().people.view(id);
        return view === null || view.off === null ? [] : [view];
      }),
    browse: ({ query, limit }) => current().channels.browse(query, limit),
    typing: ({ channelId, rootId }) => ({ userIds: current().passing.typing(channelId, rootId) }),
    search: ({ query, channelId, after, limit }) =>
      current().search.run({ query, channelId, after, limit }),
    searchRelay: (question) => current().search.onRelay(question),
    recentSearches: () => current().recentSearches.list(),
    rememberSearch: ({ query }) => (current().recentSearches.remember(query), null),
    forgetSearch: ({ query }) => (current().recentSearches.forget(query), null),
    switcher: ({ query }) => {
      const { cache, people, channels, unread, search } = current();
      const find = (text: string, limit: number) =>
        search.run({ query: text, channelId: null, after: null, limit });
      return switcherView({ cache, people, channels, unread, search: find }, query);
    },
    drafts: () => {
      const { cache } = current();
      return cache.overlay.list(userScope(cache.userId), 'draft').map(draftView);
    },
    draft: ({ channelId, rootId }) => {
      const { cache } = current();
      const row = cache.overlay.get(userScope(cache.userId), 'draft', draftId(channelId, rootId));
      return row === undefined ? null : draftView(row);
    },

    scheduled: () => scheduledList(current()),

    send: ({ urgent, quiet, poll, checklist, fileIds = [], ...args }) => {
      const { writer, files, followed } = current();
      const how = {
        ...(urgent === undefined ? {} : { urgent }),
        ...(quiet === undefined ? {} : { quiet }),
        ...(poll === undefined ? {} : { poll }),
        ...(checklist === undefined ? {} : { checklist }),
      };
      const read = args.rootId === null ? {} : { read: followed.lastOf(args.rootId) };
      const attachments = files.attachments(fileIds);
      const op = writer.write('message.send', { ...args, ...how, ...read, attachments }, () =>
        files.leaveDraft(attachments.map(({ id }) => id)),
      );
      return queued(op);
    },
    schedule: ({ fileIds = [], ...args }) => {
      const { writer, files } = current();
      const attachments = files.attachments(fileIds);
      const op = writer.write('scheduled.add', { ...args, attachments }, () =>
        files.leaveDraft(attachments.map(({ id }) => id)),
      );
      return queued(op);
    },
    setScheduled: ({ id, channelId, text, at }) => {
      const what = { ...(text === undefined ? {} : { text }), ...(at === undefined ? {} : { at }) };
      return queued(current().writer.write('scheduled.set', { id, channelId, ...what }));
    },
    removeScheduled: (args) => {
      const { cache, writer, files } = current();
      const row = cache.overlay.get(userScope(cache.userId), 'scheduled', args.id);
      const op = writer.write('scheduled.remove', args);
      if (row !== undefined) files.givenUp(row);
      return queued(op);
    },
    sendScheduled: (args) => queued(current().writer.write('scheduled.send', args)),
    forward: ({ from, channelId, text }) => {
      const { cache, writer } = current();
      const row = cache.overlay.get(channelScope(from.channelId), 'message', from.messageId);
      const files = (row?.attachments ?? []).flatMap((one) =>
        one.type === 'file' ? [{ of: one.id, id: writer.newId() }] : [],
      );
      return queued(writer.write('message.forward', { from, channelId, text, files }));
    },
    edit: (args) => queued(current().writer.write('message.edit', args)),
    remove: (args) => queued(current().writer.write('message.delete', args)),
    react: ({ on, ...args }) =>
      queued(current().writer.write(on ? 'reaction.add' : 'reaction.remove', args)),
    removePreview: (args) => queued(current().writer.write('preview.remove', args)),
    pin: ({ on, ...args }) => queued(current().writer.write(on ? 'pin.add' : 'pin.remove', args)),
    vote: (args) => queued(current().writer.write('poll.vote', args)),
    closePoll: (args) => queued(current().writer.write('poll.close', args)),
    save: (args) => queued(current().writer.write('saved.set', args)),
    ...taskHandlers(current),
    createChannel: (args) => queued(current().writer.write('channel.create', args)),
    openConversation: ({ userIds }) => {
      const { cache, writer } = current();
      const id = conversationId([cache.userId, ...userIds]);
      if (cache.overlay.get(userScope(cache.userId), 'membership', id) === undefined) {
        writer.write('conversation.open', { userIds });
      }
      return { channelId: id };
    },
    updateChannel: (args) => queued(current().writer.write('channel.update', args)),
    archiveChannel: (args) => queued(current().writer.write('channel.archive', args)),
    joinChannel: (args) => queued(current().writer.write('channel.join', args)),
    leaveChannel: (args) => queued(current().writer.write('channel.leave', args)),
    inviteToChannel: (args) => queued(current().writer.write('channel.invite', args)),
    removeFromChannel: (args) => queued(current().writer.write('channel.remove', args)),
    markRead: ({ channelId, position }) => {
      const { writer, seen, messages } = current();
      const before = marker(channelId);
      const at = messages.placeUpTo(channelId, position);
      if (at === undefined) return null;
      const news = before === undefined || at.position > before.position;
      if (news) writer.write('marker.set', { channelId, epoch: before?.epoch ?? 0, ...at });
      const members = news ? seen.sharedAmong(channelId) : null;
      if (members !== null) {
        writer.write('seen.set', { channelId, position: at.position, members });
      }
      return null;
    },
    markUnread: ({ channelId, position }) => {
      const { writer, messages } = current();
      const at = messages.placeUpTo(channelId, position - 1) ?? { position: 0, ordinal: 0 };
      const epoch = (marker(channelId)?.epoch ?? 0) + 1;
      writer.write('marker.set', { channelId, epoch, ...at });
      return null;
    },
    followThread: ({ channelId, rootId, on }) => {
      const { writer, followed } = current();
      const read = followed.lastOf(rootId);
      return queued(writer.write('follow.set', { channelId, rootId, on, read }));
    },
    readThread: ({ rootId }) => {
      if (rootId !== null) readThread(rootId);
      else for (const one of current().followed.news()) readThread(one.rootId);
      return null;
    },
    setMembership: (args) => queued(current().writer.write('membership.set', args)),
    setDraft: (args) => (current().writer.write('draft.set', args), null),
    setProfile: (args) => queued(current().writer.write('profile.set', args)),

    ...emojiHandlers(current),
    ...groupHandlers(current),
    ...sectionHandlers(current),

    attached: ({ channelId, rootId }) => current().files.ofDraft(channelId, rootId),
    checkAttach: (chosen) => current().files.check(chosen),
    detach: ({ fileId }) => (current().files.detach(fileId), null),
    uploads: () => current().files.uploads(),
    retryUpload: ({ fileId }) => (current().files.retry(fileId), null),
    channelFiles: (asked) => channelFiles(current(), asked),

    setTyping: ({ channelId, rootId }) => {
      current().connection.send({ t: 'typing', channelId, rootId: rootId as MessageId | null });
      return null;
    },
    look: ({ channelId, people, active, focused }) => (
      current().look(channelId, people, active, focused),
      null
    ),
    takeNotices: ({ shows }) => current().notices.take(shows),
    noticesHidden: () => current().detail.hidden,
  };
}
