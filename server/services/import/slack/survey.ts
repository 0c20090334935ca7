import { AppUsers, authorOf, type Author } from './author.ts';
import type { Layout, Place } from './layout.ts';
import type { Stranger } from './people.ts';
import { readList } from './read-json.ts';
import { slackAuthorship, type SlackAuthorship } from './schema/message.ts';
import type { ExportSource } from './source.ts';
import { happeningOf } from './system-event.ts';
import { microsOf } from './ts.ts';

/** The times of one file, in microseconds; undefined where nothing in it has one. */
export interface DayFile {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

export interface SurveyedPlace extends Place {
  readonly days: readonly DayFile[];
  /** Who is in it: as its list says, or else who wrote or came and did not leave. Slack's ids. */
  readonly members: readonly string[];
  /** When somebody came, where a line tells, in microseconds. */
  readonly joined: ReadonlyMap<string, number>;
}

export interface Survey {
  readonly places: readonly SurveyedPlace[];
  readonly strangers: readonly Stranger[];
  readonly bots: readonly Extract<Author, { type: 'bot' }>[];
  readonly apps: AppUsers;
  /** The newest time of all, in microseconds; 0 for an export without messages. */
  readonly newest: number;
}

/**
 * Reads the whole export once, a file at a time, so that a broken one is refused before anything
 * is written, and so that everybody it names is known.
 *
 * @throws {ExportRefused}
 */
export async function survey(source: ExportSource, layout: Layout): Promise<Survey> {
  const surveyor = new Surveyor(layout);
  const places: SurveyedPlace[] = [];
  for (const place of layout.places) {
    const found = new PlaceSurvey(place);
    for (const path of place.files) {
      const lines = await readList(source, path);
      found.day(
        path,
        lines.flatMap((line) => {
          const parsed = slackAuthorship.safeParse(line);
          return parsed.success ? [parsed.data] : [];
        }),
        surveyor,
      );
    }
    places.push(found.done(surveyor));
  }
  return { places, ...surveyor.found() };
}

/** Who is named anywhere, and the newest time. */
class Surveyor {
  readonly #known: ReadonlySet<string>;
  readonly apps: AppUsers;
  readonly #strangers = new Map<string, string | undefined>();
  readonly #bots = new Map<string, Extract<Author, { type: 'bot' }>>();
  newest = 0;

  constructor({ users }: Layout) {
    this.#known = new Set(users.map(({ id }) => id));
    this.apps = new AppUsers(users);
  }

  named(id: string, name?: string): void {
    if (!this.#known.has(id)) this.#strangers.set(id, name ?? this.#strangers.get(id));
  }

  wrote(author: Author, message: SlackAuthorship): void {
    const profile = message.user_profile;
    const name = profile?.real_name || profile?.display_name || profile?.name || message.username;
    if (author.type === 'user') this.named(author.id, name);
    else this.#bots.set(author.key, author);
  }

  found() {
    return {
      strangers: [...this.#strangers].map(([id, name]) => ({ id, name })),
      bots: [...this.#bots.values()],
      ...{ apps: this.apps, newest: this.newest },
    };
  }
}

class PlaceSurvey {
  readonly #place: Place;
  readonly #days: DayFile[] = [];
  readonly #authors = new Set<string>();
  readonly #joined = new Map<string, number>();
  readonly #left = new Map<string, number>();

  constructor(place: Place) {
    this.#place = place;
  }

  day(path: string, messages: readonly SlackAuthorship[], surveyor: Surveyor): void {
    let from = Number.POSITIVE_INFINITY;
    let to = 0;
    for (const message of messages) {
      const at = microsOf(message.ts);
      if (at === undefined) continue;
      from = Math.min(from, at);
      to = Math.max(to, at);
      this.#names(message, at, surveyor);
    }
    surveyor.newest = Math.max(surveyor.newest, to);
    this.#days.push({ path, from: Math.min(from, to), to });
  }

  #names(message: SlackAuthorship, at: number, surveyor: Surveyor): void {
    const author = authorOf(message, surveyor.apps);
    surveyor.wrote(author, message);
    if (message.inviter !== undefined) surveyor.named(message.inviter);
    for (const { users } of message.reactions ?? []) {
      for (const user of users ?? []) surveyor.named(user);
    }
    if (author.type !== 'user') return;
    this.#authors.add(author.id);
    const happened = happeningOf(message.subtype);
    if (happened === 'join') later(this.#joined, author.id, at);
    if (happened === 'leave') later(this.#left, author.id, at);
  }

  done(surveyor: Surveyor): SurveyedPlace {
    const stayed = [...this.#authors].filter(
      (id) => (this.#left.get(id) ?? -1) <= (this.#joined.get(id) ?? 0),
    );
    const members = [...new Set(this.#place.slack.members ?? stayed)];
    for (const id of members) surveyor.named(id);
    return { ...this.#place, days: this.#days, members, joined: this.#joined };
  }
}

function later(times: Map<string, number>, id: string, at: number): void {
  times.set(id, Math.max(at, times.get(id) ?? 0));
}
