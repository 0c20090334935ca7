import type { SlackMessage } from './schema/message.ts';
import { marked } from './text/escape.ts';
import { markdownOf } from './text/mrkdwn.ts';
import type { SlackNames } from './text/names.ts';
import { markdownOfBlocks } from './text/rich-text.ts';

/** Lines in which Slack tells, in its author's name, what they did. Shown as such: `/me`. */
const NOTICE =
  /^(?:me_message|bot_(?:add|remove|enable|disable)|(?:un)?pinned_item|reminder_add|app_conversation_join|joiner_notification(?:_for_inviter)?|sh_room_(?:created|shared)|(?:channel|group|mpim)_(?:posting_permissions|convert_to_\w+|canvas_updated|join|leave|topic|purpose|name|archive|unarchive)|tabbed_canvas_updated)$/;

/** The words of a line as our markdown source; empty where it has none. */
export function bodyOf(message: SlackMessage, names: SlackNames): string {
  const { subtype, text = '', blocks = [] } = message;
  if (subtype === 'file_comment' && message.comment?.comment) {
    return markdownOf(message.comment.comment, names);
  }
  if (subtype === 'reply_broadcast' && message.plain_text) {
    return markdownOf(message.plain_text, names);
  }
  // What an app shows is its blocks; its text is for notifications. A person's text has both.
  const app = blocks.some(({ type }) => type !== 'rich_text');
  const shown = app || text === '' ? markdownOfBlocks(blocks, names) : '';
  const body = shown === '' ? markdownOf(text, names) : shown;
  if (body === '' && subtype === 'huddle_thread') return '🎧 Huddle';
  return NOTICE.test(subtype ?? '') ? marked(body, '_') : body;
}
