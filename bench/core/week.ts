import { join } from 'node:path';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { channelScope } from '../../shared/domain/scope.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Figure } from '../figure.ts';
import { startRelay, temporaryFolder } from '../relay/program.ts';
import { bareCatchUp } from './bare-catch-up.ts';
import { comeBack } from './come-back.ts';
import { prepareWeek } from './missed-week.ts';
import type { Returned } from './returning.ts';

const CHANNELS = 300;
const MESSAGES = 100_000;
const GLANCE = 50;
const PAGE = 250;
const PAGE_BYTES = 1024 * 1024;

/**
 * Back after a week: from the connection until the sidebar is true and the newest page of the open
 * channel is here, until all is, and the most memory that the core took. Floor of the second: bare
 * better-sqlite3 that writes the same rows and an index of words and trigrams. Floor of the third:
 * the same week with half as many messages; it does not grow with them.
 */
export async function weekFigures(): Promise<Figure[]> {
  const small = await backAfter(MESSAGES / 2);
  const { returned, relayFile, channels } = await backAfter(MESSAGES);
  const pages = await pagesOf(relayFile, channels);
  const bare = bareCatchUp(join(temporaryFolder('week-floor'), 'cache.db'), pages, 'ordinary');
  const { usableMs, completeMs, peakMb } = returned;
  const at = `floor: ${(MESSAGES / 2).toLocaleString('en')} messages`;
  return [
    { name: 'week.usable_s', value: usableMs / 1_000, unit: 's', floor: null },
    { name: 'week.complete_s', value: completeMs / 1_000, unit: 's', floor: MESSAGES / bare },
    { name: 'week.rss_mb', value: peakMb, unit: 'MB', floor: small.returned.peakMb, at },
  ];
}

interface Week {
  readonly returned: Returned;
  /** The relay's database. */
  readonly relayFile: string;
  readonly channels: readonly ChannelId[];
}

async function backAfter(messages: number): Promise<Week> {
  const dir = temporaryFolder('week-relay');
  const profile = temporaryFolder('week-profile');
  const week = await prepareWeek(dir, CHANNELS);
  const { relay, url } = await startRelay(dir);
  await comeBack(week, { profile, url, unread: 0 });
  await week.fill(messages);
  const returned = await comeBack(week, { profile, url, unread: messages });
  await relay.stop();
  return { returned, relayFile: join(dir, 'relay.db'), channels: week.channels };
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
