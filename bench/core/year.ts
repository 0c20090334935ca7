import type { Figure } from '../figure.ts';
import { startRelay, temporaryFolder } from '../relay/program.ts';
import { comeBack } from './come-back.ts';
import { prepareWeek } from './missed-week.ts';

const CHANNELS = 300;
const YEAR_MS = 365 * 86_400_000;
/** `BALAI_BENCH_YEAR` is how many messages, for a shorter run. */
const MESSAGES = Number(process.env['BALAI_BENCH_YEAR'] ?? 1_000_000);

/**
 * Back after a year: a million messages came meanwhile. What is asked for first is small however
 * much was missed; the rest comes as holes, newest first, while the person works. The floor of a
 * page while messages come in is a page with nothing else to do, in the same process.
 */
export async function yearFigures(): Promise<Figure[]> {
  const dir = temporaryFolder('year-relay');
  const profile = temporaryFolder('year-profile');
  const year = await prepareWeek(dir, CHANNELS, YEAR_MS);
  const first = await startRelay(dir);
  await comeBack(year, { profile, url: first.url, unread: 0 });
  await first.relay.stop();
  year.fillStraight(MESSAGES);
  const { relay, url } = await startRelay(dir);
  const returned = await comeBack(year, { profile, url, unread: MESSAGES });
  await relay.stop();
  const at = `${MESSAGES.toLocaleString('en')} messages`;
  const { usableMs, completeMs, peakMb, pageP95Ms, quietP95Ms } = returned;
  return [
    { name: 'year.usable_s', value: usableMs / 1_000, unit: 's', floor: null, at },
    { name: 'year.complete_s', value: completeMs / 1_000, unit: 's', floor: null, at },
    {
      ...{ name: 'year.page_p95_ms', value: pageP95Ms ?? Number.NaN, unit: 'ms' },
      ...{ floor: quietP95Ms, at },
    },
    { name: 'year.rss_mb', value: peakMb, unit: 'MB', floor: null, at },
  ];
}
