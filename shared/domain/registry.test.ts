import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MemoryWork } from '../testing/memory-work.ts';
import { anId } from '../testing/office.ts';
import { aPng } from '../testing/pictures.ts';
import type { NewRow } from '../commands/command.ts';
import type { OpId } from './ids.ts';
import { isKind, kinds, type Kind, type KindSpec } from './registry.ts';
import type { Scope, ScopeType } from './scope.ts';

const at = 1_767_600_000_000;
const one = anId(1);
const two = anId(2);

const facts = {
  ...{ mediaType: 'application/pdf', size: 1_024, sha256: 'a'.repeat(64) },
  ...{ width: null, height: null, durationMs: null, preview: { width: 509, height: 720 } },
};

/** A row of each kind. A new kind that has none here does not compile. */
const examples: { [K in Kind]: Extract<NewRow, { kind: K }> } = {
  activity: { kind: 'activity', id: 'activity', seenTo: at },
  assignment: {
    ...{ kind: 'assignment', id: two, channelId: one, assigneeId: one, by: two },
    ...{ at, dueAt: at, done: false },
  },
  channel: {
    kind: 'channel',
    id: one,
    type: 'public',
    name: 'umum',
    topic: '',
    purpose: '',
    creatorId: two,
    createdAt: at,
    archivedAt: null,
    people: [],
  },
  checklist: { kind: 'checklist', id: two, items: [{ id: '0', text: 'Palet' }] },
  draft: { kind: 'draft', id: one, channelId: one, rootId: null, text: 'Halo', updatedAt: at },
  emoji: {
    ...{ kind: 'emoji', id: one, name: 'truk', mediaType: 'image/png', picture: aPng },
    ...{ authorId: two, createdAt: at },
  },
  file: {
    ...{ kind: 'file', id: one, messageId: two, ownerId: one, name: 'Neraca.pdf' },
    ...facts,
    ...{ state: 'ready', reason: null, createdAt: at },
  },
  due: { kind: 'due', id: `0/${two}`, scheduledId: two, userId: one, channelId: one, at, by: two },
  follow: { kind: 'follow', id: two, channelId: one, on: true, readTo: 5 },
  group: {
    ...{ kind: 'group', id: one, name: 'keuangan', about: 'Kas dan gaji', memberIds: [two] },
    createdAt: at,
  },
  marker: { kind: 'marker', id: one, epoch: 0, position: 5, ordinal: 3 },
  member: { kind: 'member', id: two, role: 'owner', joinedAt: at },
  membership: {
    kind: 'membership',
    id: one,
    joinedAt: at,
    starred: false,
    muted: false,
    notify: 'mentions',
  },
  mention: {
    kind: 'mention',
    id: two,
    channelId: one,
    position: 5,
    rootId: null,
    authorId: two,
    at,
  },
  message: {
    kind: 'message',
    id: two,
    authorId: one,
    rootId: null,
    broadcast: false,
    text: 'Halo',
    attachments: [
      { type: 'link', url: 'https://a.id', title: 'Neraca', text: '', mediaType: null, size: null },
    ],
    system: null,
    createdAt: at,
    editedAt: null,
    deletedAt: null,
    position: 5,
    ordinal: 3,
    op: two,
  },
  name: { kind: 'name', id: 'channel/umum', holder: one },
  upload: {
    ...{ kind: 'upload', id: one, ownerId: one, channelId: two, messageId: null },
    ...{ name: 'Neraca.pdf', ...facts, state: 'done', reason: null, at },
  },
  urgent: { kind: 'urgent', id: two, authorId: one, channelId: two, reason: 'Atap bocor', at },
  pin: { kind: 'pin', id: two, by: one, at },
  preview: {
    ...{ kind: 'preview', id: `${two}/0`, messageId: two, url: 'https://a.id', title: 'Neraca' },
    ...{ text: '', site: 'a.id', at },
  },
  poll: {
    ...{ kind: 'poll', id: two, authorId: one, options: ['Senin', 'Selasa'] },
    ...{ several: false, anonymous: true, closesAt: at, closedAt: null },
    tally: { counts: [1, 0], voters: 1 },
  },
  reaction: { kind: 'reaction', id: `${two}/${one}/🎉`, messageId: two, userId: one, emoji: '🎉' },
  revision: { kind: 'revision', id: `${two}/0`, messageId: two, text: 'Halo', at },
  scheduled: {
    ...{
      kind: 'scheduled',
      id: two,
      channelId: one,
      rootId: null,
      broadcast: false,
      text: 'Nanti',
    },
    ...{ attachments: [], at, why: 'chosen', failed: null, createdAt: at },
  },
  saved: { kind: 'saved', id: two, channelId: one, remindAt: at, done: false, savedAt: at },
  section: { kind: 'section', id: two, name: 'Proyek', place: 1.5, collapsed: false },
  seen: { kind: 'seen', id: two, position: 5 },
  task: {
    ...{ kind: 'task', id: two, messageId: two, title: 'Cek stok', authorId: one },
    ...{ assigneeId: one, dueAt: at, doneAt: null, doneBy: null, createdAt: at },
  },
  thread: { kind: 'thread', id: two, replies: 1, lastReplyAt: at, participants: [one] },
  tick: { kind: 'tick', id: `${two}/0`, by: one, at },
  user: {
    kind: 'user',
    id: one,
    name: 'ayu',
    displayName: 'Ayu',
    role: 'member',
    bot: false,
    title: '',
    department: '',
    location: '',
    timeZone: 'Asia/Jakarta',
    status: null,
    disabledAt: null,
  },
  vote: {
    ...{ kind: 'vote', id: `${two}/${one}`, channelId: one, messageId: two },
    ...{ userId: one, choices: [0], op: two },
  },
  workspace: { kind: 'workspace', id: 'workspace', name: 'Nusa Mandiri', createdAt: at },
};

const scopes: Record<ScopeType, Scope> = {
  org: 'org',
  registry: 'registry',
  user: `user:${one}`,
  channel: `channel:${two}`,
};

const all = Object.entries(kinds) as [Kind, KindSpec<Kind>][];

describe('the registry of kinds', () => {
  it('has a file for each kind, and each file in it', () => {
    const files = readdirSync(join(import.meta.dirname, 'kinds'))
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(Object.keys(kinds).sort());
  });

  it.each(all)('%s lives in scopes of known types, and in no other', (kind, spec) => {
    expect(spec.scopes.length).toBeGreaterThan(0);
    const types = (Object.keys(scopes) as ScopeType[]).filter((type) => {
      try {
        new MemoryWork().put(scopes[type], examples[kind]);
        return true;
      } catch {
        return false;
      }
    });
    expect(types.sort()).toEqual([...spec.scopes].sort());
  });

  it.each(all)('%s takes its own rows and those of no other kind', (kind, spec) => {
    for (const other of Object.values(examples)) {
      const fits = spec.schema.safeParse({ ...other, version: 1 }).success;
      expect(fits).toBe(other.kind === kind);
    }
    expect(spec.schema.safeParse({ ...examples[kind], version: -1 }).success).toBe(false);
    expect(spec.schema.safeParse(examples[kind]).success).toBe(false);
  });

  it.each(all)('%s: a newer relay may add fields (they are dropped)', (kind, spec) => {
    const row = { ...examples[kind], version: 1 };
    expect(spec.schema.parse({ ...row, fromLater: 'red' })).toEqual(row);
  });

  it('finds a message by its text, its links and its files, and not once it is deleted', () => {
    const message = { ...examples.message, version: 5 };
    expect(kinds.message.words?.(message)).toBe('Halo\nNeraca\n');
    const file = {
      type: 'file',
      id: one as OpId,
      name: 'Laba.xlsx',
      mediaType: '',
      size: 9,
    } as const;
    expect(kinds.message.words?.({ ...message, attachments: [file] })).toBe('Halo\nLaba.xlsx');
    expect(kinds.message.words?.({ ...message, deletedAt: at })).toBeUndefined();
    expect(kinds.message.words?.({ ...message, system: { type: 'created' } })).toBeUndefined();
  });

  it('keeps what only the relay may know in a scope that nobody reads', () => {
    expect(
      all.filter(([, spec]) => spec.scopes.includes('registry')).map(([kind]) => kind),
    ).toEqual(['due', 'name', 'upload', 'urgent']);
  });

  it('tells a kind from any other word', () => {
    expect(isKind('message')).toBe(true);
    expect(['quiz', '', 'constructor', '__proto__'].filter(isKind)).toEqual([]);
  });
});
