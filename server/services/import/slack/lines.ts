import type { Destination } from './destinations.ts';
import { readList } from './read-json.ts';
import { notAMessage, type Line } from './read-message.ts';
import { skipReactions } from './reactions.ts';
import { slackMessage, type SlackMessage } from './schema/message.ts';
import type { ExportSource } from './source.ts';
import type { Tally } from './tally.ts';
import { microsOf } from './ts.ts';

type Day = Destination['days'][number];

/**
 * S5: the lines of a destination by their time, which becomes their order. A file is a day, so the
 * files follow one another; those that overlap are read together.
 */
export async function* linesOf(
  source: ExportSource,
  days: readonly Day[],
  tally: Tally,
): AsyncGenerator<Line[]> {
  for (const run of runsOf(days)) {
    const lines: Line[] = [];
    for (const day of run) lines.push(...(await linesOfDay(source, day, tally)));
    lines.sort((a, b) => a.micros - b.micros);
    yield lines.filter((line, index) => isFirst(line, lines[index - 1], tally));
  }
}

/** Files whose times lie within one another, together. */
export function runsOf(days: readonly Day[]): Day[][] {
  const runs: Day[][] = [];
  let end = -1;
  for (const day of days.toSorted((a, b) => a.from - b.from || (a.path < b.path ? -1 : 1))) {
    if (day.from <= end) runs.at(-1)?.push(day);
    else runs.push([day]);
    end = Math.max(end, day.to);
  }
  return runs;
}

async function linesOfDay(source: ExportSource, day: Day, tally: Tally): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [index, raw] of (await readList(source, day.path)).entries()) {
    const where = `${day.path} #${index}`;
    const parsed = slackMessage.safeParse(raw);
    tally.read('messages');
    if (!parsed.success) {
      tally.skip('messages', 'not a message', where);
      continue;
    }
    const message = parsed.data;
    const micros = microsOf(message.ts);
    const reason = notAMessage(message) ?? (micros === undefined ? 'without a time' : undefined);
    if (micros === undefined || reason !== undefined) {
      leave(message, tally, reason ?? '', where);
      continue;
    }
    if (!day.listsPins) {
      const pins = message.pinned_to?.length ?? 0;
      tally.read('other', pins);
      tally.skip('other', PINNED, where, pins);
    }
    lines.push({ slackChannel: day.slackChannel, message, micros, where });
  }
  return lines;
}

/** Pins have no place here yet. */
export const PINNED = 'that a message was pinned';

/** Slack's times are unique in a channel: a second line with one is the same line again. */
function isFirst(line: Line, before: Line | undefined, tally: Tally): boolean {
  const again = before?.micros === line.micros && before.slackChannel === line.slackChannel;
  if (again) leave(line.message, tally, 'the same line twice', line.where);
  return !again;
}

function leave(message: SlackMessage, tally: Tally, reason: string, where: string): void {
  tally.skip('messages', reason, where);
  skipReactions(message, tally, `to a line that is left out: ${reason}`, where);
  const below = (message.files?.length ?? 0) + (message.attachments?.length ?? 0);
  tally.read('attachments', below);
  tally.skip('attachments', `of a line that is left out: ${reason}`, where, below);
}
