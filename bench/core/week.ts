import { join } from 'node:path';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Figure } from '../figure.ts';
import { Program, startRelay, temporaryFolder } from '../relay/program.ts';
import { bareCatchUp } from './bare-catch-up.ts';
import { prepareWeek } from './missed-week.ts';

const CHANNELS = 300;
const MESSAGES = 100_000;
const GLANCE = 50;
const PAGE = 250;
const PAGE_BYTES = 1024 * 1024;

interface Returned {
  readonly usableMs: number;
  readonly completeMs: number;
  readonly peakMb: number;
  readonly progressSeen: number;
}

/**
 * Back after a week: from the connection until the sidebar is true and the newest page of the open
 * channel is here, until all is, and the most memory that the core took. Floor of the second: bare
 * better-sqlite3 that writes the same rows and an index of words and trigrams.
 */
export async function weekFigures(): Promise<Figure[]> {
  const dir = temporaryFolder('week-relay');
  const profile = temporaryFolder('week-profile');
  const week = await prepareWeek(dir, CHANNELS);
  const open = week.channels[0]!;
  const { relay, url } = await startRelay(dir);
  const come = async (unread: number): Promise<Returned> => {
    const args = [profile, url, week.name, week.password, open, String(unread)];
    const client = new Program('bench/core/returning.ts', args);
    const returned = await client.line<Returned>();
    await client.stop();
    return returned;
  };
  await come(0);
  await week.fill(MESSAGES);
  const { usableMs, completeMs, peakMb, progressSeen } = await come(MESSAGES);
  await relay.stop();
  if (progressSeen === 0) throw new Error('nobody saw any progress');
  const pages = await pagesOf(join(dir, 'relay.db'), week.channels);
  const bare = bareCatchUp(join(temporaryFolder('week-floor'), 'cache.db'), pages, 'ordinary');
  return [
    { name: 'week.usable_s', value: usableMs / 1_000, unit: 's', floor: null },
    { name: 'week.complete_s', value: completeMs / 1_000, unit: 's', floor: MESSAGES / bare },
    { name: 'week.rss_mb', value: peakMb, unit: 'MB', floor: null },
  ];
}

/** The same pages that the core asks for: the newest of each channel, then the rest. */
async function pagesOf(
  file: string,
  channels: readonly ChannelId[],
): Promise<{ rows: WireRow[] }[]> {
  const store = await openSqliteStore({ file });
  const pages: { rows: WireRow[] }[] = [];
  let rest = channels.map((channelId) => ({ channelId, upTo: null as number | null }));
  for (let limit = GLANCE; rest.length > 0; limit = PAGE) {
    const next: typeof rest = [];
    for (const { channelId, upTo } of rest) {
      const page = await store.pull(channelScope(channelId), 0, upTo, limit, PAGE_BYTES);
      const rows = page.rows.map(({ json }) => JSON.parse(json) as WireRow);
      pages.push({ rows: rows.filter(({ kind }) => kind === 'message') });
      if (page.from > 0) next.push({ channelId, upTo: page.from });
    }
    rest = next;
  }
  await store.close();
  return pages;
}
