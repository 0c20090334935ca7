import { join } from 'node:path';
import { SeededRandom } from '../../shared/testing/random.ts';
import { median, quantile, type Figure } from '../figure.ts';
import { temporaryFolder } from '../relay/program.ts';
import { bareNewest } from './bare-pages.ts';
import { bareOpen, fillCache, openWorkspace } from './filled-cache.ts';
import { repeat, timed } from './timing.ts';

const MESSAGES = 100_000;
const CHANNELS = 50;
const PAGE = 50;

/** Opening a cache of 100,000 messages up to its first page, and one page anywhere in it. */
export function openFigures(): Figure[] {
  const file = join(temporaryFolder('open'), 'cache.db');
  const { userId, channels } = fillCache(file, MESSAGES, CHANNELS);
  const opens = repeat(7, () => {
    const workspace = openWorkspace(file, userId);
    workspace.messages.page(channels[0]!, { from: 'newest' }, PAGE);
    return () => workspace.close();
  });
  const workspace = openWorkspace(file, userId);
  const places = channels.map((id) => workspace.cache.scopes.knownId(`channel:${id}`) ?? -1);
  const bareOpens = repeat(7, () => {
    const db = bareOpen(file);
    bareNewest(db).all(places[0]!, Number.MAX_SAFE_INTEGER, PAGE);
    return () => db.close();
  });
  const db = bareOpen(file);
  const page = bareNewest(db);
  const random = new SeededRandom(7);
  const asked = Array.from({ length: 500 }, () => ({
    channel: random.int(CHANNELS),
    position: 100 + random.int(MESSAGES / CHANNELS - 100),
  }));
  const pages = asked.map(({ channel, position }) =>
    timed(() => workspace.messages.page(channels[channel]!, { from: 'before', position }, PAGE)),
  );
  const barePages = asked.map(({ channel, position }) =>
    timed(() =>
      page.all(places[channel]!, position, PAGE).map((json) => JSON.parse(json as string)),
    ),
  );
  workspace.close();
  db.close();
  const at = '100,000 messages';
  return [
    { name: 'core.open_ms', value: median(opens), unit: 'ms', floor: median(bareOpens), at },
    {
      name: 'core.page_ms',
      value: quantile(pages, 0.95),
      unit: 'ms',
      floor: quantile(barePages, 0.95),
      at,
    },
  ];
}
