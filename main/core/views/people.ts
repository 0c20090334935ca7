import type { Clock } from '../../../shared/domain/clock.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { hoursOf } from '../../../shared/domain/work-time.ts';
import type {
  AbsenceView,
  ManagerView,
  PersonView,
  PresenceState,
} from '../../../shared/rpc/views.ts';
import type { Cache } from '../cache/cache.ts';
import { fold } from '../../../shared/search/fold.ts';
import { OffTimes } from './off-times.ts';

export interface PeopleOptions {
  cache: Cache;
  presence: (userId: string) => PresenceState;
  /** Asks the relay for somebody whose row is not here; the topic `people` tells when it came. */
  want: (userId: string) => void;
  clock: Clock;
}

/** The people of the workspace, as far as this computer knows them. */
export class People {
  readonly #options: PeopleOptions;
  /** Parsed rows; dropped when any of them changes. */
  #all: Map<string, User> | null = null;
  /** Topics outlive a workspace: whoever signs out must not be kept by them. */
  readonly close: () => void;
  readonly #offTimes: OffTimes;

  constructor(options: PeopleOptions) {
    this.#options = options;
    const offTimes = new OffTimes(options.cache, options.clock);
    this.#offTimes = offTimes;
    const stopListening = options.cache.topics.subscribe((topics) => {
      if (topics.includes('people')) this.#all = null;
    });
    this.close = () => {
      stopListening();
      offTimes.close();
    };
  }

  row(id: string): User | undefined {
    const { cache } = this.#options;
    const shown = cache.overlay.shown(orgScope, 'user', id);
    if (shown?.row != null) return shown.row as User;
    const known = this.#all?.get(id) ?? cache.rows.get(orgScope, 'user', id);
    if (known === undefined) this.#options.want(id);
    return known;
  }

  view(id: string): PersonView | null {
    const row = this.row(id);
    return row === undefined ? null : this.#view(row);
  }

  /** Views of these people by id; who is not known yet is missing, and comes later. */
  views(ids: Iterable<string>): Record<string, PersonView> {
    const result: Record<string, PersonView> = {};
    for (const id of ids) {
      if (result[id] !== undefined) continue;
      const view = this.view(id);
      if (view !== null) result[id] = view;
    }
    return result;
  }

  all(): User[] {
    const { cache } = this.#options;
    this.#all ??= new Map(cache.rows.list(orgScope, 'user').map((row) => [row.id, row]));
    return [...this.#all.values()];
  }

  /**
   * People whose names match, best first, those who have left only where they are asked for. An
   * empty query gives everybody by name.
   */
  find(query: string, limit: number, leavers = false): PersonView[] {
    const found: { row: User; rank: number }[] = [];
    for (const row of this.all()) {
      if (row.disabledAt !== null && !leavers) continue;
      const rank = Math.min(
        matchRank(row.displayName, query),
        matchRank(row.name, query) + 0.5,
        matchRank(`${row.title} ${row.department}`, query) + 2,
        ...(row.skills ?? []).map((skill) => matchRank(skill, query) + 3),
      );
      if (Number.isFinite(rank)) found.push({ row, rank });
    }
    found.sort((a, b) => a.rank - b.rank || a.row.displayName.localeCompare(b.row.displayName));
    return found.slice(0, limit).map(({ row }) => this.#view(row));
  }

  #absence(absence: NonNullable<User['absence']>): AbsenceView {
    const { substituteId } = absence;
    const substitute = substituteId === null ? undefined : this.row(substituteId);
    return { ...absence, substituteName: substitute?.displayName ?? null };
  }

  #manager(id: string | null | undefined): ManagerView | null {
    return id == null ? null : { id, name: this.row(id)?.displayName ?? null };
  }

  #view(row: User): PersonView {
    const { clock, presence } = this.#options;
    const now = clock.now();
    const { status, absence } = row;
    const over = status !== null && status.until !== null && status.until <= now;
    const disabled = row.disabledAt !== null;
    return {
      id: row.id,
      name: row.name,
      displayName: row.displayName,
      role: row.role,
      bot: row.bot,
      title: row.title,
      department: row.department,
      location: row.location,
      timeZone: row.timeZone,
      status: over ? null : status,
      disabled,
      presence: presence(row.id),
      hours: hoursOf(row, this.#offTimes.company),
      ownHours: row.hours != null,
      quietUntil: row.quietUntil != null && row.quietUntil > now ? row.quietUntil : null,
      absence: absence != null && absence.until > now ? this.#absence(absence) : null,
      manager: this.#manager(row.managerId),
      pronouns: row.pronouns ?? '',
      skills: row.skills ?? [],
      birthday: row.birthday ?? null,
      off: disabled ? null : this.#offTimes.of(row),
    };
  }
}

/**
 * 0: begins with the query. 1: a word of it does, or one for each word of the query. 2: it holds
 * the query. Infinity: no match.
 */
export function matchRank(text: string, query: string): number {
  const wanted = fold(query.trim());
  if (wanted === '') return 0;
  const folded = fold(text);
  if (folded.startsWith(wanted)) return 0;
  for (let at = folded.indexOf(wanted); at > 0; at = folded.indexOf(wanted, at + 1)) {
    if (/[^\p{L}\p{N}]/u.test(folded[at - 1]!)) return 1;
  }
  const words = wanted.split(/\s+/);
  const parts = folded.split(/[^\p{L}\p{N}]+/u);
  const each = words.length > 1 && words.every((w) => parts.some((part) => part.startsWith(w)));
  if (each) return 1;
  return folded.includes(wanted) ? 2 : Number.POSITIVE_INFINITY;
}
