import type { SlackAuthorship } from './schema/message.ts';
import type { SlackUser } from './schema/user.ts';

/** Who wrote a line: a person of Slack's, or something that posts under a name of its own. */
export type Author =
  | { readonly type: 'user'; readonly id: string }
  | { readonly type: 'bot'; readonly key: string; readonly name: string };

/** Stands for whoever wrote a line that does not tell. */
export const NOBODY = 'unknown';

/** What Slack itself says with. It is not in every list of people. */
export const SLACKBOT = 'USLACKBOT';

/**
 * Apps that are people of Slack's too, by their bot's id and by their name: some of their posts
 * only tell the one or the other.
 */
export class AppUsers {
  readonly #byBot = new Map<string, string>();
  readonly #byName = new Map<string, string>();

  constructor(users: readonly SlackUser[]) {
    for (const { id, is_bot: isBot, real_name: name, profile } of users) {
      if (profile?.bot_id !== undefined) this.#byBot.set(profile.bot_id, id);
      const shown = profile?.real_name || name;
      if (isBot === true && shown) this.#byName.set(shown, id);
    }
  }

  find(bot: string | undefined, name: string | undefined): string | undefined {
    const named = name === undefined ? undefined : this.#byName.get(name);
    return named ?? (name === undefined && bot !== undefined ? this.#byBot.get(bot) : undefined);
  }
}

export function authorOf(message: SlackAuthorship, apps: AppUsers): Author {
  const { user, bot_id: bot, username, subtype } = message;
  const posesAs = subtype === 'bot_message' && username ? username : undefined;
  if (subtype === 'file_comment' && message.comment?.user) {
    return { type: 'user', id: message.comment.user };
  }
  if (user && posesAs === undefined) return { type: 'user', id: user };
  const own = apps.find(bot, posesAs);
  if (own !== undefined) return { type: 'user', id: own };
  if (bot || username) {
    const profile = message.bot_profile;
    const name = username || profile?.name || profile?.real_name || `Bot ${bot ?? ''}`.trim();
    return { type: 'bot', key: [bot ?? '', posesAs ?? ''].join('/'), name };
  }
  return { type: 'user', id: message.file?.user || NOBODY };
}
