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
import { fillCache, messageRow, openWorkspace, settleIndex } from './filled-cache.ts';
import { OfficeTexts } from './office-texts.ts';
import { PagesOfRelay } from './pages-of-relay.ts';
import { timed } from './timing.ts';

const CHANNELS = 60;
const MESSAGES = 60_000;
const WEEK_MS = 7 * 86_400_000;
const ROUNDS = 3;

/**
 * Messages a second that a catch-up brings into the core: frames parsed and checked, rows, cursors
 * and search index written, encrypted. The relay is in memory and answers with texts made before.
 * Floor: bare better-sqlite3 with the same encryption that writes the same rows, in transactions
 * of the same size and order, and an index of words and trigrams; beside it the harder one, where
 * it writes the core's own index with its tokens made before.
 */
export async function catchUpFigures(): Promise<Figure[]> {
  const rates: number[] = [];
  const ordinary: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const file = join(temporaryFolder('catchup'), 'cache.db');
    const { userId, channels } = fillCache(file, CHANNELS * 10, CHANNELS);
    const missed = missedWeek(channels, round);
    const relay = new PagesOfRelay(userId, missed, 11);
    const workspace = openWorkspace(file, userId, relay.openSocket);
    const began = performance.now();
    workspace.start();
    await whole(workspace);
    const pulled = performance.now() - began;
    workspace.close();
    // What waits for a quiet moment counts too, without the wait.
    rates.push(MESSAGES / ((pulled + timed(() => settleIndex(file))) / 1_000));
    ordinary.push(bareCatchUp(file, relay.answered, 'ordinary'));
    own.push(bareCatchUp(file, relay.answered, 'own'));
  }
  const figure = { name: 'catchup.rows_per_s', value: median(rates), unit: '1/s' };
  return [
    { ...figure, floor: median(ordinary), at: 'floor: words and trigrams by FTS5' },
    { ...figure, floor: median(own), at: 'floor: the same index, its tokens made before' },
  ];
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

/** Resolves when nothing is missing; what came last is searched beside the index. */
async function whole(workspace: Workspace): Promise<void> {
  const done = (): boolean => workspace.connection.live && workspace.engine.progress === null;
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}
