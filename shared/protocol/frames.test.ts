import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import { downFrame, type DownFrame } from './down.ts';
import { limits } from './limits.ts';
import { upFrame, type UpFrame } from './up.ts';

const id = anId(1);
const channel = `channel:${id}`;
const row = { kind: 'message', id, version: 3 };

/** A frame as it should be, and what makes it wrong. A kind of frame without one does not compile. */
interface Case {
  right: object;
  wrong: Record<string, object>;
}

const up: Record<UpFrame['t'], Case> = {
  hello: {
    right: { t: 'hello', protocol: 1, client: 'balai/0.1.0 linux', token: 'x' },
    wrong: { 'protocol 0': { protocol: 0 }, 'a long token': { token: 'x'.repeat(4_097) } },
  },
  renew: { right: { t: 'renew', token: 'x' }, wrong: { 'no token': { token: null } } },
  commands: {
    right: { t: 'commands', commands: [{ op: id, name: 'message.send', args: {} }] },
    wrong: {
      none: { commands: [] },
      'too many': {
        commands: Array.from({ length: limits.commandsPerFrame + 1 }, () => ({
          op: id,
          name: 'message.send',
          args: {},
        })),
      },
      'an op that is no UUIDv7': {
        commands: [{ op: id.replace('-7', '-8'), name: 'message.send', args: {} }],
      },
    },
  },
  pull: {
    right: { t: 'pull', id: 1, scope: channel, after: 0, upTo: null, limit: 50 },
    wrong: {
      'the relay’s own scope': { scope: 'registry' },
      'a negative cursor': { after: -1 },
      'a fraction': { after: 1.5 },
      'too long a page': { limit: limits.pageRows + 1 },
      'an empty page': { limit: 0 },
    },
  },
  history: {
    right: {
      t: 'history',
      id: 1,
      channelId: id,
      rootId: null,
      direction: 'around',
      position: 5,
      limit: 50,
    },
    wrong: { 'another direction': { direction: 'up' }, 'no channel': { channelId: 'general' } },
  },
  get: {
    right: { t: 'get', id: 1, keys: [{ scope: 'org', kind: 'user', id }] },
    wrong: {
      none: { keys: [] },
      'an empty id': { keys: [{ scope: 'org', kind: 'user', id: '' }] },
    },
  },
  find: {
    right: { t: 'find', id: 1, limit: 20, after: null, what: 'people', query: 'ay' },
    wrong: { 'something else': { what: 'messages' }, 'a long query': { query: 'a'.repeat(101) } },
  },
  search: {
    right: {
      t: 'search',
      id: 1,
      terms: [{ text: 'stok', negated: false, open: true, quoted: false }],
      authors: null,
      notAuthors: [],
      channels: [id],
      notChannels: [],
      from: null,
      to: 5,
      saidTo: [id],
      notSaidTo: [],
      link: null,
      file: null,
      poll: false,
      pinned: true,
      task: null,
      thread: null,
      saved: null,
      unread: true,
      after: null,
      limit: 30,
    },
    wrong: {
      'a mark that is no yes or no': { saved: 'open' },
      'an empty word': { terms: [{ text: '', negated: false, open: true, quoted: false }] },
      'a channel by its name': { channels: ['umum'] },
      'too long a page': { limit: 51 },
      'a word of no kind': { terms: ['stok'] },
    },
  },
  look: {
    right: { t: 'look', channels: [id], people: [id] },
    wrong: {
      'too many channels': {
        channels: Array.from({ length: limits.lookedAtChannels + 1 }, () => id),
      },
    },
  },
  presence: {
    right: { t: 'presence', state: 'away' },
    wrong: { 'what only the relay says': { state: 'offline' } },
  },
  typing: {
    right: { t: 'typing', channelId: id, rootId: null },
    wrong: { 'no root': { rootId: undefined } },
  },
  ping: { right: { t: 'ping', n: 0 }, wrong: { 'a negative number': { n: -1 } } },
};

describe('what a client may send', () => {
  it.each(Object.entries(up))('%s: as written', (_t, { right }) => {
    expect(upFrame.parse(right)).toEqual(right);
  });

  it.each(Object.entries(up))('%s: with nothing more in it', (_t, { right }) => {
    expect(upFrame.safeParse({ ...right, more: 1 }).success).toBe(false);
  });

  const wrongs = Object.entries(up).flatMap(([t, { right, wrong }]) =>
    Object.entries(wrong).map(([what, change]) => [t, what, { ...right, ...change }] as const),
  );
  it.each(wrongs)('%s: not with %s', (_t, _what, frame) => {
    expect(upFrame.safeParse(frame).success).toBe(false);
  });

  it.each([null, [], 'ping', {}, { t: 'nothing' }, { t: '__proto__' }])('is not %j', (frame) => {
    expect(upFrame.safeParse(frame).success).toBe(false);
  });
});

const down: Record<DownFrame['t'], Case> = {
  welcome: {
    right: {
      t: 'welcome',
      protocol: 1,
      server: 'balai/0.1.0',
      userId: id,
      time: 1,
      directory: 'full',
      expires: 2,
      leaseDays: 14,
      scopes: [{ scope: channel, head: 3, count: 1 }],
    },
    wrong: {
      'half a directory': { directory: 'half' },
      'a negative head': { scopes: [{ scope: channel, head: -1, count: 0 }] },
    },
  },
  acks: {
    right: {
      t: 'acks',
      acks: [
        { op: id, ok: true, at: { [channel]: 3 } },
        { op: id, ok: false, refusal: { code: 'forbidden' } },
      ],
    },
    wrong: { 'no reason': { acks: [{ op: id, ok: false }] } },
  },
  rows: {
    right: { t: 'rows', scope: channel, from: 2, to: 3, count: 1, rows: [row] },
    wrong: { 'a row without kind': { rows: [{ id, version: 3 }] } },
  },
  company: {
    right: { t: 'company', rows: [row] },
    wrong: { 'rows of nothing': { rows: [{ id }] } },
  },
  page: {
    right: { t: 'page', id: 1, scope: channel, from: 2, to: 3, head: 3, count: 1, rows: [row] },
    wrong: { 'no head': { head: undefined } },
  },
  history: {
    right: {
      t: 'history',
      id: 1,
      channelId: id,
      rootId: null,
      from: 1,
      to: 3,
      atStart: true,
      atEnd: false,
      rows: [row],
    },
    wrong: { 'no end': { atEnd: undefined } },
  },
  found: {
    right: { t: 'found', id: 1, rows: [{ scope: 'org', row }], next: null },
    wrong: { 'a row without scope': { rows: [{ row }] } },
  },
  hits: {
    right: { t: 'hits', id: 1, hits: [{ channelId: id, row }], mode: 'words', next: 'words5' },
    wrong: { 'a row without channel': { hits: [{ row }] }, 'another mode': { mode: 'fuzzy' } },
  },
  failed: {
    right: { t: 'failed', id: 1, code: 'forbidden' },
    wrong: { 'an unknown reason': { code: 'tired' } },
  },
  subscribed: {
    right: { t: 'subscribed', scopes: [{ scope: channel, head: 1, count: 0 }] },
    wrong: { 'no head': { scopes: [{ scope: channel }] } },
  },
  presence: {
    right: { t: 'presence', people: [{ userId: id, state: 'offline' }] },
    wrong: { 'an unknown state': { people: [{ userId: id, state: 'busy' }] } },
  },
  typing: {
    right: { t: 'typing', channelId: id, rootId: null, userId: id },
    wrong: { nobody: { userId: null } },
  },
  pong: { right: { t: 'pong', n: 4 }, wrong: { 'no number': { n: '4' } } },
  bye: {
    right: { t: 'bye', code: 4413, reason: 'too slow', retryAfterMs: 0 },
    wrong: { 'no wait': { retryAfterMs: -1 } },
  },
};

describe('what a relay may send', () => {
  it.each(Object.entries(down))('%s: as written', (_t, { right }) => {
    expect(downFrame.parse(right)).toEqual(right);
  });

  it.each(Object.entries(down))('%s: a newer relay may say more', (_t, { right }) => {
    expect(downFrame.parse({ ...right, more: 1 })).toEqual(right);
  });

  const wrongs = Object.entries(down).flatMap(([t, { right, wrong }]) =>
    Object.entries(wrong).map(([what, change]) => [t, what, { ...right, ...change }] as const),
  );
  it.each(wrongs)('%s: not with %s', (_t, _what, frame) => {
    expect(downFrame.safeParse(frame).success).toBe(false);
  });
});
