import { join } from 'node:path';
import type { ChannelId } from '../../shared/domain/ids.ts';
import { channelScope, type Scope } from '../../shared/domain/scope.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { WireRow } from '../../shared/protocol/wire-row.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import type { Workspace } from '../../main/core/workspace.ts';
import { median, type Figure } from '../figure.ts';
import { temporaryFolder } from '../relay/program.ts';
import { bareCatchUp } from './bare-catch-up.ts';
import { fillCache, messageRow, openWorkspace } from './filled-cache.ts';
import { OfficeTexts } from './office-texts.ts';
import { PagesOfRelay } from './pages-of-relay.ts';

const CHANNELS = 60;
const MESSAGES = 30_000;
const WEEK_MS = 7 * 86_400_000;
const ROUNDS = 3;

/**
 * Messages a second that a catch-up brings into the core: frames parsed and checked, rows, cursors
 * and search index written, encrypted. The relay is in memory and answers with texts made before.
 * Floor: bare better-sqlite3 with the same encryption that writes the same rows, in transactions
 * of the same size and order, and the same index.
 */
export async function catchUpFigure(): Promise<Figure> {
  const rates: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const file = join(temporaryFolder('catchup'), 'cache.db');
    const { userId, channels } = fillCache(file, CHANNELS * 10, CHANNELS);
    const missed = missedWeek(channels, round);
    const relay = new PagesOfRelay(userId, missed, 11);
    const workspace = openWorkspace(file, userId, relay.openSocket);
    const began = performance.now();
    workspace.start();
    await whole(workspace);
    rates.push(MESSAGES / ((performance.now() - began) / 1_000));
    workspace.close();
    floors.push(bareCatchUp(file, relay.answered));
  }
  return { name: 'catchup.rows_per_s', value: median(rates), unit: '1/s', floor: median(floors) };
}

/** A week of each channel, at all hours alike. */
function missedWeek(channels: readonly ChannelId[], seed: number): Map<Scope, WireRow[]> {
  const random = new SeededRandom(seed);
  const texts = new OfficeTexts(random);
  const start = Date.UTC(2026, 10, 2);
  const each = MESSAGES / channels.length;
  let now = start;
  const newId = uuid7Generator(() => now);
  return new Map(
    channels.map((channelId) => {
      const rows = Array.from({ length: each }, (_, i) => {
        now = start + Math.floor(((i + random.next()) / each) * WEEK_MS);
        return messageRow(newId(), i + 12, texts.text(), { authorId: channelId, createdAt: now });
      });
      return [channelScope(channelId), rows];
    }),
  );
}

/** Resolves when nothing is missing and everything is indexed. */
async function whole(workspace: Workspace): Promise<void> {
  const here = workspace.cache.db.prepare('SELECT count(*) FROM unindexed').pluck();
  const done = (): boolean =>
    workspace.connection.live && workspace.engine.progress === null && Number(here.get()) === 0;
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}
