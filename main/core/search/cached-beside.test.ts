import { describe, expect, it } from 'vitest';
import type { Message } from '../../../shared/domain/kinds/message.ts';
import { stands } from '../../../shared/search/standing.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import type { Cache } from '../cache/cache.ts';
import { cachedBeside } from './cached-beside.ts';
import { parseQuery } from './query.ts';

const [ROOT, CHANNEL, CONVERSATION, KEPT, DONE] = [anId(1), anId(2), anId(3), anId(4), anId(5)];

/** The reader is Ayu. They have read up to 10 in the channel, and up to 20 in the thread. */
function fits(query: string, message: Partial<Message>, channelId: string = CHANNEL): boolean {
  const rows: Record<string, object> = {
    [`marker ${CHANNEL}`]: { position: 10 },
    [`follow ${ROOT}`]: { readTo: 20 },
    [`thread ${ROOT}`]: { replies: 3 },
    [`thread ${DONE}`]: { replies: 0 },
    [`saved ${KEPT}`]: { done: false },
    [`saved ${DONE}`]: { done: true },
    [`pin ${KEPT}`]: {},
    [`task ${KEPT}`]: {},
  };
  const cache = {
    userId: people.ayu,
    overlay: { get: (_scope: string, kind: string, id: string) => rows[`${kind} ${id}`] },
  } as unknown as Cache;
  const beside = cachedBeside({
    cache,
    people: (id) => (id === CONVERSATION ? [people.ayu, people.budi] : []),
  });
  const names = {
    person: (name: string) =>
      name === 'ayu' ? [people.ayu] : name === 'budi' ? [people.budi] : [],
    channel: () => [],
  };
  const said = { id: anId(9), authorId: people.budi, rootId: null, broadcast: false, position: 15 };
  return stands(
    parseQuery(query, names, 0),
    { ...said, text: 'Halo', attachments: [], ...message } as unknown as Message,
    channelId,
    beside,
  );
}

describe('unread', () => {
  it.each<[Partial<Message>, boolean]>([
    [{ position: 15 }, true],
    [{ position: 10 }, false],
    [{ position: 15, authorId: people.ayu }, false],
    [{ position: 15, rootId: ROOT as Message['id'] }, false],
    [{ position: 25, rootId: ROOT as Message['id'] }, true],
    [{ position: 15, rootId: ROOT as Message['id'], broadcast: true }, true],
    [{ position: 15, rootId: anId(7) as Message['id'] }, true],
  ])('%j: %s', (message, unread) => {
    expect(fits('is:unread', message)).toBe(unread);
    expect(fits('-is:unread', message)).toBe(!unread);
  });
});

describe('in a thread', () => {
  it.each<[Partial<Message>, boolean]>([
    [{}, false],
    [{ id: ROOT as Message['id'] }, true],
    [{ id: DONE as Message['id'] }, false],
    [{ rootId: ROOT as Message['id'] }, true],
  ])('%j: %s', (message, threaded) => {
    expect(fits('is:thread', message)).toBe(threaded);
    expect(fits('-is:thread', message)).toBe(!threaded);
  });
});

describe('said to somebody', () => {
  it.each<[Partial<Message>, string, boolean]>([
    [{ text: 'Halo' }, CHANNEL, false],
    [{ text: `Halo <@${people.ayu}>` }, CHANNEL, true],
    [{ text: `Halo <@${people.budi}>` }, CHANNEL, false],
    [{ text: 'Halo' }, CONVERSATION, true],
    [{ text: 'Halo', authorId: people.ayu }, CONVERSATION, false],
  ])('%j in %s: %s', (message, channelId, toAyu) => {
    expect(fits('to:ayu', message, channelId)).toBe(toAyu);
    expect(fits('-to:ayu', message, channelId)).toBe(!toAyu);
  });

  it('one to whom nothing was said finds nothing, and several find what was said to any', () => {
    expect(fits('to:nobody', {})).toBe(false);
    expect(fits('to:ayu to:budi', { text: `<@${people.budi}>` })).toBe(true);
  });
});

it.each(['is:saved', 'has:pin', 'has:task'])(
  '%s: by its row, and saved while not done',
  (query) => {
    expect(fits(query, { id: KEPT as Message['id'] })).toBe(true);
    expect(fits(`-${query}`, { id: KEPT as Message['id'] })).toBe(false);
    for (const id of [DONE, anId(9)]) {
      expect(fits(query, { id: id as Message['id'] })).toBe(false);
      expect(fits(`-${query}`, { id: id as Message['id'] })).toBe(true);
    }
  },
);
