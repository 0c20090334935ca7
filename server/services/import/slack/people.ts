import type { UserId } from '../../../../shared/domain/ids.ts';
import type { Role, User } from '../../../../shared/domain/kinds/user.ts';
import { SLACKBOT, type Author } from './author.ts';
import { botIdOf, userIdOf } from './ids.ts';
import type { SlackUser } from './schema/user.ts';
import { signInNameOf } from './sign-in-name.ts';
import { emojiOf } from './text/emoji.ts';
import { shorten } from './text/shorten.ts';

export type ImportedUser = Omit<User, 'kind' | 'version'>;

/** What is known of somebody who is in no list of people. */
export interface Stranger {
  readonly id: string;
  readonly name: string | undefined;
}

export interface PeopleOptions {
  /** Owners and admins of the export become such here; otherwise everybody is a member. */
  readonly keepRoles: boolean;
  /** Ms that all times are moved by. */
  readonly shift: number;
  /** The newest time in the export, ms, as it was there. */
  readonly newest: number;
}

/** Everybody whom an export names, as the people that they become here. */
export class SlackPeople {
  readonly #byId = new Map<string, ImportedUser>();
  readonly #bots = new Map<string, ImportedUser>();
  readonly #matched = new Map<string, UserId>();

  constructor(
    users: readonly SlackUser[],
    strangers: Iterable<Stranger>,
    bots: Iterable<Extract<Author, { type: 'bot' }>>,
    options: PeopleOptions,
  ) {
    for (const user of users) this.#byId.set(user.id, personOf(user, options));
    const gone = options.newest + options.shift;
    for (const { id, name } of strangers) {
      if (!this.#byId.has(id)) this.#byId.set(id, strangerOf(id, name, gone));
    }
    for (const { key, name } of bots) this.#bots.set(key, botOf(key, name, gone));
  }

  /** Who will be written, the strangers and bots last. */
  rows(): ImportedUser[] {
    const people = [...this.#byId].flatMap(([id, row]) => (this.#matched.has(id) ? [] : [row]));
    return [...people, ...this.#bots.values()];
  }

  /** Somebody of the export is somebody who is here already. */
  match(slackId: string, userId: UserId): void {
    this.#matched.set(slackId, userId);
  }

  get(slackId: string): ImportedUser | undefined {
    return this.#byId.get(slackId);
  }

  /** The id here, also of somebody whom no list names. */
  idOf(slackId: string): UserId {
    return this.#matched.get(slackId) ?? userIdOf(slackId);
  }

  authorId(author: Author): UserId {
    return author.type === 'user' ? this.idOf(author.id) : botIdOf(author.key);
  }

  /** Whether somebody may look in: neither a bot nor closed. */
  isLive(slackId: string): boolean {
    if (this.#matched.has(slackId)) return true;
    return this.#byId.get(slackId)?.disabledAt === null;
  }
}

const blank = {
  ...{ title: '', department: '', location: '', timeZone: '', status: null },
} as const;

function personOf(user: SlackUser, { keepRoles, shift, newest }: PeopleOptions): ImportedUser {
  const { profile } = user;
  const name = signInNameOf(user.name || profile?.display_name, user.id);
  const shown = profile?.real_name || user.real_name || profile?.display_name || user.name;
  const bot = user.is_bot === true || user.id === SLACKBOT;
  const gone = user.deleted === true || bot;
  const at = user.deleted === true && user.updated ? user.updated * 1_000 : newest;
  return {
    ...{ id: userIdOf(user.id), name, displayName: shorten(shown?.trim() || name, 80) },
    ...{ role: keepRoles ? roleOf(user) : 'member', bot },
    ...{ title: shorten(profile?.title?.trim() ?? '', 120), department: '', location: '' },
    timeZone: shorten(user.tz ?? '', 64),
    status: gone ? null : statusOf(profile, shift, newest),
    disabledAt: gone ? Math.max(0, at + shift) : null,
  };
}

function roleOf(user: SlackUser): Role {
  if (user.is_primary_owner === true || user.is_owner === true) return 'owner';
  return user.is_admin === true ? 'admin' : 'member';
}

function statusOf(profile: SlackUser['profile'], shift: number, newest: number): User['status'] {
  const text = shorten(profile?.status_text?.trim() ?? '', 120);
  const name = (profile?.status_emoji ?? '').replaceAll(/^:|:$/g, '');
  // A name of the workspace's own would be words here.
  const emoji = emojiOf(name) ?? '';
  if (text === '' && emoji === '') return null;
  const ends = (profile?.status_expiration ?? 0) * 1_000;
  if (ends > 0 && ends < newest) return null;
  return { emoji, text, until: ends > 0 ? ends + shift : null };
}

function strangerOf(id: string, name: string | undefined, gone: number): ImportedUser {
  const slackbot = id === SLACKBOT;
  const shown = slackbot ? 'Slackbot' : name || `Unknown (${id})`;
  return {
    ...{ id: userIdOf(id), name: signInNameOf(slackbot ? 'slackbot' : name, id) },
    ...{ displayName: shorten(shown, 80), role: 'member', bot: slackbot },
    ...{ ...blank, disabledAt: gone },
  };
}

const botOf = (key: string, name: string, gone: number): ImportedUser => ({
  ...{ id: botIdOf(key), name: signInNameOf(name, `bot-${key}`) },
  ...{ displayName: shorten(name, 80), role: 'member', bot: true },
  ...{ ...blank, disabledAt: gone },
});
