import type { z } from 'zod';
import type { ScopeType } from './scope.ts';
import { activity, type Activity } from './kinds/activity.ts';
import { assignment, type Assignment } from './kinds/assignment.ts';
import { channel, type Channel } from './kinds/channel.ts';
import { checklist, type Checklist } from './kinds/checklist.ts';
import { draft, type Draft } from './kinds/draft.ts';
import { emoji, type Emoji } from './kinds/emoji.ts';
import { file, type File } from './kinds/file.ts';
import { due, type Due } from './kinds/due.ts';
import { follow, type Follow } from './kinds/follow.ts';
import { group, type Group } from './kinds/group.ts';
import { marker, type Marker } from './kinds/marker.ts';
import { member, type Member } from './kinds/member.ts';
import { membership, type Membership } from './kinds/membership.ts';
import { mention, type Mention } from './kinds/mention.ts';
import { message, type Attachment, type Message } from './kinds/message.ts';
import { name, type Name } from './kinds/name.ts';
import { pin, type Pin } from './kinds/pin.ts';
import { preview, type Preview } from './kinds/preview.ts';
import { poll, type Poll } from './kinds/poll.ts';
import { reaction, type Reaction } from './kinds/reaction.ts';
import { revision, type Revision } from './kinds/revision.ts';
import { scheduled, type Scheduled } from './kinds/scheduled.ts';
import { section, type Section } from './kinds/section.ts';
import { saved, type Saved } from './kinds/saved.ts';
import { seen, type Seen } from './kinds/seen.ts';
import { task, type Task } from './kinds/task.ts';
import { thread, type Thread } from './kinds/thread.ts';
import { tick, tickOf, type Tick } from './kinds/tick.ts';
import { upload, type Upload } from './kinds/upload.ts';
import { urgent, type Urgent } from './kinds/urgent.ts';
import { user, type User } from './kinds/user.ts';
import { vote, type Vote } from './kinds/vote.ts';
import { workspace, type Workspace } from './kinds/workspace.ts';

/** What each kind's row is. A new kind adds a line here and one in `kinds` below. */
export interface Rows {
  activity: Activity;
  assignment: Assignment;
  channel: Channel;
  checklist: Checklist;
  draft: Draft;
  emoji: Emoji;
  file: File;
  due: Due;
  follow: Follow;
  group: Group;
  marker: Marker;
  member: Member;
  membership: Membership;
  mention: Mention;
  message: Message;
  name: Name;
  pin: Pin;
  preview: Preview;
  poll: Poll;
  reaction: Reaction;
  revision: Revision;
  scheduled: Scheduled;
  saved: Saved;
  section: Section;
  seen: Seen;
  task: Task;
  thread: Thread;
  tick: Tick;
  upload: Upload;
  urgent: Urgent;
  user: User;
  vote: Vote;
  workspace: Workspace;
}
export type Kind = keyof Rows;
export type Row = Rows[Kind];

export interface KindSpec<K extends Kind> {
  schema: z.ZodType<Rows[K]>;
  /** The types of scope in which its rows may live. */
  scopes: readonly ScopeType[];
  /** The id of the row that this one belongs to (a reaction's message), for look-ups by it. */
  parent?: (row: Rows[K]) => string;
  /** Its place in its scope's order, where it has one (S5); history pages go by it. */
  position?: (row: Rows[K]) => number;
  /** The words that search finds it by; undefined for a row that is not to be found. */
  words?: (row: Rows[K]) => string | undefined;
}

const wordsOf = (one: Attachment): string[] =>
  one.type === 'link' ? [one.title, one.text] : [one.name];

const wordsHandedOn = ({ forward }: Message): string[] =>
  forward === undefined ? [] : [forward.text];

export const kinds: { readonly [K in Kind]: KindSpec<K> } = {
  activity: { schema: activity, scopes: ['user'] },
  assignment: { schema: assignment, scopes: ['user'], parent: (row) => row.channelId },
  channel: { schema: channel, scopes: ['org', 'channel'] },
  checklist: { schema: checklist, scopes: ['channel'], parent: (row) => row.id },
  draft: { schema: draft, scopes: ['user'], parent: (row) => row.channelId },
  emoji: { schema: emoji, scopes: ['org'] },
  file: { schema: file, scopes: ['channel'], parent: (row) => row.messageId },
  due: { schema: due, scopes: ['registry'] },
  follow: { schema: follow, scopes: ['user'], parent: (row) => row.channelId },
  group: { schema: group, scopes: ['org'] },
  marker: { schema: marker, scopes: ['user'] },
  member: { schema: member, scopes: ['channel'] },
  membership: { schema: membership, scopes: ['user'] },
  mention: { schema: mention, scopes: ['user'], parent: (row) => row.channelId },
  message: {
    schema: message,
    scopes: ['channel'],
    position: (row) => row.position,
    words: (row) =>
      row.deletedAt !== null || row.system !== null
        ? undefined
        : [row.text, ...wordsHandedOn(row), ...row.attachments.flatMap(wordsOf)].join('\n'),
  },
  name: { schema: name, scopes: ['registry'] },
  pin: { schema: pin, scopes: ['channel'], parent: (row) => row.id },
  preview: { schema: preview, scopes: ['channel'], parent: (row) => row.messageId },
  poll: { schema: poll, scopes: ['channel'], parent: (row) => row.id },
  reaction: { schema: reaction, scopes: ['channel'], parent: (row) => row.messageId },
  revision: { schema: revision, scopes: ['channel'], parent: (row) => row.messageId },
  scheduled: { schema: scheduled, scopes: ['user'], parent: (row) => row.channelId },
  saved: { schema: saved, scopes: ['user'], parent: (row) => row.channelId },
  section: { schema: section, scopes: ['user'] },
  seen: { schema: seen, scopes: ['channel'] },
  task: { schema: task, scopes: ['channel'], parent: (row) => row.id },
  thread: { schema: thread, scopes: ['channel'] },
  tick: { schema: tick, scopes: ['channel'], parent: (row) => tickOf(row.id) },
  upload: { schema: upload, scopes: ['registry'] },
  urgent: { schema: urgent, scopes: ['registry'] },
  user: { schema: user, scopes: ['org'] },
  vote: { schema: vote, scopes: ['channel', 'user'], parent: (row) => row.messageId },
  workspace: { schema: workspace, scopes: ['org'] },
};

/**
 * Of a company of many thousands these are fetched when somebody wants to see them; every other
 * kind that lives in `org` is for everybody, and is kept whole however large the company is.
 */
const ASKED_FOR: readonly string[] = ['user', 'channel'] satisfies Kind[];

/** What everybody keeps of the company: its settings, groups, emoji. */
export const companyKinds: readonly Kind[] = (Object.keys(kinds) as Kind[])
  .filter((kind) => kinds[kind].scopes.includes('org') && !ASKED_FOR.includes(kind))
  .sort();

export const isCompanyKind = (kind: string): boolean =>
  (companyKinds as readonly string[]).includes(kind);

export const isKind = (value: string): value is Kind => Object.hasOwn(kinds, value);
