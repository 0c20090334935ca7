import type { UserId } from '../../../../shared/domain/ids.ts';
import { userNameKey } from '../../../../shared/domain/kinds/name.ts';
import { registryScope } from '../../../../shared/domain/scope.ts';
import type { Store } from '../../../store/port.ts';
import { getRow } from '../../../store/read-row.ts';
import { destinations, partOf, type Destination } from './destinations.ts';
import { channelIdOf } from './ids.ts';
import { readLayout, type Layout } from './layout.ts';
import { linesOf, PINNED } from './lines.ts';
import { openSource } from './open-source.ts';
import { SlackPeople } from './people.ts';
import { readMessage, type ReadLine, type Reading } from './read-message.ts';
import { shiftToNow } from './shift.ts';
import type { ExportSource } from './source.ts';
import { survey, type Survey } from './survey.ts';
import { Tally, type ImportReport } from './tally.ts';
import { plainOf } from './text/mrkdwn.ts';
import type { SlackNames } from './text/names.ts';
import { msOf } from './ts.ts';
import { Writer } from './writer.ts';

export interface ImportOptions {
  /** Moves all times by whole days to just before now: for a demo. */
  readonly shiftToNow?: boolean;
  /** Slack's owners and admins become owners and admins here; otherwise all are members. */
  readonly keepRoles?: boolean;
  /** Somebody of the export with the name of somebody who is here is that person. */
  readonly mergeNames?: boolean;
  /** Told now and then how many messages are done. */
  readonly onProgress?: (messages: number) => void;
}

/**
 * Imports a Slack export, a zip or a folder. All of it is checked before anything is written. What
 * is written has ids made of Slack's, so an import that was cut off can be run again, and a second
 * run adds nothing.
 *
 * @param now the relay's clock, ms
 * @throws {ExportRefused} nothing was written
 * @throws {StoreUnavailable} a part may have been written: run it again
 */
export async function importSlack(
  store: Store,
  path: string,
  options: ImportOptions,
  now: number,
): Promise<ImportReport> {
  const source = await openSource(path);
  try {
    const tally = new Tally();
    const layout = await readLayout(source, tally);
    const surveyed = await survey(source, layout);
    const newest = msOf(surveyed.newest);
    const shift = options.shiftToNow === true ? shiftToNow(newest, now) : 0;
    const keepRoles = options.keepRoles === true;
    const people = new SlackPeople(layout.users, surveyed.strangers, surveyed.bots, {
      ...{ keepRoles, shift, newest },
    });
    if (options.mergeNames === true) await matchNames(store, layout, people);
    const reading = {
      ...{ people, tally, shift, apps: surveyed.apps },
      names: namesOf(layout, people),
    };
    const writer = new Writer(store, now, tally);
    await writePeople(writer, layout, surveyed, people, tally);
    const plain = (text: string) => plainOf(text, reading.names);
    for (const one of destinations(surveyed.places, people, shift, plain, tally)) {
      await writeDestination(source, writer, one, reading, options.onProgress ?? (() => {}));
    }
    await writer.flush();
    countPins(layout, tally);
    return tally.report(shift);
  } finally {
    await source.close();
  }
}

function namesOf(layout: Layout, people: SlackPeople): SlackNames {
  const places = new Map(layout.places.map((place) => [place.slack.id, place]));
  return {
    userId: (id) => (people.get(id) === undefined ? undefined : people.idOf(id)),
    userName: (id) => people.get(id)?.displayName,
    channelId: (id) => {
      const place = places.get(id);
      return place !== undefined && partOf(place.type) === 'channels' ? channelIdOf(id) : undefined;
    },
    channelName: (id) => places.get(id)?.slack.name,
  };
}

/** Whoever holds a name here takes in the person of the export who would have it. */
async function matchNames(store: Store, layout: Layout, people: SlackPeople): Promise<void> {
  for (const { id } of layout.users) {
    const name = people.get(id)?.name ?? '';
    const held = await getRow(store, registryScope, 'name', userNameKey(name));
    if (held !== undefined) people.match(id, held.holder as UserId);
  }
}

async function writePeople(
  writer: Writer,
  layout: Layout,
  { strangers, bots }: Survey,
  people: SlackPeople,
  tally: Tally,
): Promise<void> {
  const fresh = await writer.people(people.rows());
  for (const { id } of layout.users) tally.arrived('users', fresh.has(people.idOf(id)));
  const made = [...strangers.map(({ id }) => id), ...bots.map(({ key }) => key)];
  if (made.length > 0) {
    tally.change(
      'users',
      'in no list: made of what was written',
      made.slice(0, 3).join(', '),
      made.length,
    );
  }
}

async function writeDestination(
  source: ExportSource,
  writer: Writer,
  destination: Destination,
  reading: Reading,
  onProgress: (messages: number) => void,
): Promise<void> {
  await writer.begin(destination);
  for await (const lines of linesOf(source, destination.days, reading.tally)) {
    const read = lines.flatMap((line) => readMessage(line, reading) ?? []);
    await writer.messages(
      destination,
      read.map((line) => forReaders(line, destination.readers)),
    );
    onProgress(reading.tally.messages);
  }
  await writer.end(destination);
}

/** Only members are told that they were named, and nobody by themself. */
const forReaders = (line: ReadLine, readers: ReadonlySet<string>): ReadLine => ({
  ...line,
  messages: line.messages.map((message) => ({
    ...message,
    mentions: message.mentions.filter((id) => readers.has(id) && id !== message.authorId),
  })),
});

function countPins(layout: Layout, tally: Tally): void {
  for (const { slack } of layout.places) {
    const count = slack.pins?.length ?? 0;
    tally.read('other', count);
    tally.skip('other', PINNED, slack.id, count);
  }
}
