import { z } from 'zod';
import { flag, listOf, number, text } from './tolerant.ts';

const style = z
  .object({ bold: flag, italic: flag, strike: flag, code: flag })
  .optional()
  .catch(undefined);

/** What a piece of rich text may be made of; see Slack's reference of `rich_text`. */
export interface RichElement {
  type: string;
  text?: string | undefined;
  url?: string | undefined;
  user_id?: string | undefined;
  channel_id?: string | undefined;
  usergroup_id?: string | undefined;
  name?: string | undefined;
  unicode?: string | undefined;
  skin_tone?: number | undefined;
  range?: string | undefined;
  value?: string | undefined;
  fallback?: string | undefined;
  style?: z.infer<typeof style> | string;
  indent?: number | undefined;
  border?: number | undefined;
  elements?: RichElement[] | undefined;
}

export const richElement: z.ZodType<RichElement> = z.object({
  ...{ type: z.string(), text, url: text, user_id: text, channel_id: text, usergroup_id: text },
  ...{ name: text, unicode: text, skin_tone: number, range: text, value: text, fallback: text },
  ...{ style: z.union([z.string(), style]), indent: number, border: number },
  get elements() {
    return listOf(richElement);
  },
});

/** Text as blocks hold it: `mrkdwn` or `plain_text`. Older tools write the text itself. */
const blockText = z
  .union([
    z.object({ type: text, text }),
    z.string().transform((value) => ({ type: '', text: value })),
  ])
  .optional()
  .catch(undefined);
export type BlockText = z.infer<typeof blockText>;

/** A block of a message; those that hold no words are left out by whoever reads them. */
export const slackBlock = z.object({
  type: z.string(),
  text: blockText,
  fields: listOf(blockText),
  title: blockText,
  title_url: text,
  alt_text: text,
  image_url: text,
  video_url: text,
  /** Of `rich_text`: its pieces. Of `context`: texts and images. */
  elements: listOf(richElement),
});
export type SlackBlock = z.infer<typeof slackBlock>;
