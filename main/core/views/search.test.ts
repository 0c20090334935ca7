import { expect, it, onTestFinished } from 'vitest';
import type { RelaySearchResult } from '../../../shared/rpc/search-views.ts';
import type { MessageId } from '../../../shared/domain/ids.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { anId, people } from '../../../shared/testing/office.ts';
import { userRow } from '../../../shared/testing/rows.ts';
import { FtsIndex } from '../search/index.ts';
import { office } from '../testing/synced-office.ts';
import { TestViews } from '../testing/views.ts';
import { Search } from './search.ts';

/** A client that holds the newest page of its one channel, and no more of it. */
async function setup(messages = 200, directory: 'full' | 'lazy' = 'full') {
  const synced = office(messages);
  const { relay, client, cache, channel } = synced;
  relay.directory = directory;
  // Those who came before them do not come by themselves.
  const others = directory === 'lazy' ? 40 : 0;
  for (let n = 0; n < others; n++) relay.lay(orgScope, userRow(anId(0x5000 + n), 0));
  relay.pageRows = 20;
  const views = new TestViews(cache, client.clock);
  const index = new FtsIndex(cache.db, client.clock);
  onTestFinished(() => index.close());
  const search = new Search({
    ...{ cache, index, people: views.people, channels: views.channels },
    ...{ views: views.messageViews, requests: client.engine.requests, now: client.clock.now },
    live: () => client.line !== null,
    complete: () => client.engine.progress === null,
  });
  client.connect();
  while (!cache.scopes.find(synced.scope) || synced.held() < relay.work.head(synced.scope)) {
    if (client.up.length > 0) await client.handUp();
    else await client.handDown();
  }
  const question = (query: string, after: string | null = null, limit = 30) => ({
    ...{ query, channelId: null, after, limit },
  });
  const ask = async (query: string, after: string | null = null, limit = 30) => {
    const answer = search.onRelay(question(query, after, limit));
    await client.settle();
    return answer;
  };
  return { ...synced, search, ask, question, channel };
}

const texts = ({ hits }: RelaySearchResult) => hits.map(({ message }) => message.text);

it('asks the relay for what is not on this computer, and says that it is not', async () => {
  const { search, question, client, cache } = await setup();
  const answer = search.onRelay(question('m7 '));
  // The question is answered before what lies in the hole arrives.
  while (client.up.some(({ t }) => t === 'search')) await client.handUp();
  const at = client.line!.down.findIndex(({ t }) => t === 'hits');
  await client.handDown(at);
  const found = await answer;
  expect(found).toMatchObject({ reach: 'whole', next: null });
  expect(texts(found)).toEqual(['m7']);
  const [hit] = found.hits;
  expect(hit).toMatchObject({ here: false, ranges: [[0, 2]] });
  expect(found.people[hit!.message.authorId]?.displayName).toBeTruthy();
  expect(found.channels[hit!.message.channelId]).toMatchObject({ name: 'umum' });
  expect(cache.rows.message(hit!.message.id)).toBeUndefined();
});

it('goes on page by page', async () => {
  const { ask } = await setup();
  const first = await ask('m19', null, 5);
  expect(first.hits).toHaveLength(5);
  const rest = await ask('m19', first.next, 30);
  expect(rest.next).toBeNull();
  // m19 and m190 to m199.
  expect(new Set([...texts(first), ...texts(rest)]).size).toBe(11);
});

it('brings the names of authors whom this computer has not met', async () => {
  const { search, question, client } = await setup(200, 'lazy');
  const answer = search.onRelay(question('m7 '));
  await client.settle();
  const { hits, people: named } = await answer;
  expect(named[hits[0]!.message.authorId]?.displayName).toBe('budi');
});

/** `m7` lies in the hole, `m200` is here; Budi has pinned both, and Ayu keeps them for later. */
async function marked() {
  const setting = await setup();
  const { search, question, relay, client, scope, channel } = setting;
  const [far] = ['m7', 'm200'].map((said) => {
    const { id } = relay.work.all(scope, 'message').find(({ text }) => text === said)!;
    const at = { channelId: channel, messageId: id as MessageId };
    relay.did('budi', 'pin.add', at);
    relay.did('ayu', 'saved.set', { ...at, state: 'open', remindAt: null });
    return at;
  });
  while (client.line!.down.length > 0) await client.handDown();
  /** Answers that arrive before what lies in the hole does. */
  const answers = async (queries: readonly string[], meanwhile = () => {}) => {
    const asked = queries.map((query) => search.onRelay(question(query)));
    while (client.up.some(({ t }) => t === 'search')) await client.handUp();
    meanwhile();
    for (;;) {
      const hits = client.line!.down.findIndex(({ t }) => t === 'hits');
      if (hits < 0) return (await Promise.all(asked)).map(texts);
      await client.handDown(hits);
    }
  };
  return { ...setting, far: far!, answers };
}

it('asks it also for what is pinned, kept, unread or no thread', async () => {
  const { answers, client } = await marked();
  const both = ['has:pin', 'is:saved', 'is:unread has:pin'];
  const one = ['m7 -has:poll -is:thread '];
  expect(await answers([...both, ...one, 'has:pin -is:saved'])).toEqual([
    ...both.map(() => ['m200', 'm7']),
    ...[['m7'], []],
  ]);
  expect(client.line!.came.filter(({ t }) => t === 'search')).toHaveLength(5);
});

it('S8: a mark that the person has just changed decides before the relay knows of it', async () => {
  const { answers, client, far } = await marked();
  const done = () => void client.write('saved.set', { ...far, state: 'done', remindAt: null });
  const queries = ['is:saved', 'has:pin', '-is:saved m7 '];
  expect(await answers(queries, done)).toEqual([['m200'], ['m200', 'm7'], []]);
});

it('asks nothing of the relay where everything is here', async () => {
  const { ask, client } = await setup(10);
  await client.settle();
  const before = client.line!.came.length;
  expect(await ask('m7')).toMatchObject({ reach: 'whole', hits: [], next: null });
  expect(client.line!.came.slice(before).map(({ t }) => t)).not.toContain('search');
});

it('says that nothing else could be searched where there is no line, or it goes', async () => {
  const { search, question, client, ask } = await setup();
  const asked = search.onRelay(question('m7'));
  client.drop();
  expect(await asked).toMatchObject({ reach: 'offline', hits: [] });
  expect(await ask('m7')).toMatchObject({ reach: 'offline', hits: [] });
});

it('S11: drops what comes for a channel that was lost meanwhile', async () => {
  const { search, question, client, relay, channel } = await setup();
  const answer = search.onRelay(question('m7 '));
  while (client.up.some(({ t }) => t === 'search')) await client.handUp();
  relay.did('budi', 'channel.invite', { channelId: channel, userIds: [people.citra] });
  relay.did('citra', 'channel.remove', { channelId: channel, userId: people.ayu });
  const hits = client.line!.down.findIndex(({ t }) => t === 'hits');
  const [frame] = client.line!.down.splice(hits, 1);
  await client.settle();
  client.engine.receive(frame!);
  expect((await answer).hits).toEqual([]);
});
