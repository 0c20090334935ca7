import { readFileSync } from 'node:fs';
import { SeededRandom } from '../../shared/testing/random.ts';
import { median, quantile, type Figure } from '../figure.ts';
import { bareOpen, openWorkspace, type FilledCache } from './filled-cache.ts';
import { bareNewest } from './bare-pages.ts';
import { searchFigures } from './searches.ts';
import { repeat, timed } from './timing.ts';

/*
 * A process of its own that reads a large cache as the core does for the renderer, so that its
 * memory is that of the core. Arguments: the cache's file, and the file that tells what is in it.
 * Prints the figures.
 */
const PAGE = 50;
const PAGES = 2_000;
const [file = '', description = ''] = process.argv.slice(2);
const filled = JSON.parse(readFileSync(description, 'utf8')) as FilledCache;
const { userId, channels, messages } = filled;
const at = `${messages.toLocaleString('en')} messages`;

const peakMb = peakOfSession();
const opens = repeat(9, () => {
  const opened = openWorkspace(file, userId);
  opened.messages.page(channels[0]!, { from: 'newest' }, PAGE);
  return () => opened.close();
});
const workspace = openWorkspace(file, userId);
const scopeOf = new Map(
  channels.map((id) => [id, workspace.cache.scopes.knownId(`channel:${id}`) ?? -1]),
);
const bareOpens = repeat(9, () => {
  const bare = bareOpen(file);
  bareNewest(bare).all(scopeOf.get(channels[0]!)!, Number.MAX_SAFE_INTEGER, PAGE);
  return () => bare.close();
});
const db = bareOpen(file);
const newest = bareNewest(db);
const random = new SeededRandom(7);
const pages: number[] = [];
const barePages: number[] = [];
for (let i = 0; i < PAGES; i++) {
  const channelId = random.pick(channels);
  const position = PAGE + random.int(messages / channels.length - PAGE);
  const ours = (): void =>
    void pages.push(
      timed(() => workspace.messages.page(channelId, { from: 'before', position }, PAGE)),
    );
  const theirs = (): void =>
    void barePages.push(
      timed(() =>
        newest
          .all(scopeOf.get(channelId)!, position, PAGE)
          .map((json) => JSON.parse(json as string)),
      ),
    );
  // In turn, so that neither always finds what the other has brought into the system's memory.
  for (const run of i % 2 === 0 ? [ours, theirs] : [theirs, ours]) run();
}

const figures: Figure[] = [
  { name: 'core.open_ms', value: median(opens), unit: 'ms', floor: median(bareOpens), at },
  {
    name: 'core.page_p99_ms',
    value: quantile(pages, 0.99),
    unit: 'ms',
    floor: quantile(barePages, 0.99),
    at,
  },
  ...searchFigures(workspace, db, filled.vocabulary, at),
];
workspace.close();
db.close();
figures.push({ name: 'core.rss_mb', value: peakMb, unit: 'MB', floor: null, at });
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** The most memory, MB, of a core that opens, looks into every channel and searches a lot. */
function peakOfSession(): number {
  const session = openWorkspace(file, userId);
  for (const channelId of channels) {
    session.messages.page(channelId, { from: 'newest' }, PAGE);
    session.messages.page(channelId, { from: 'before', position: 1_000 }, PAGE);
  }
  for (let rank = 1; rank < filled.vocabulary.length; rank += 20) {
    const query = filled.vocabulary[rank]!.slice(0, 5);
    session.search.run({ query, channelId: null, after: null, limit: 30 });
  }
  session.close();
  return process.resourceUsage().maxRSS / 1024;
}
