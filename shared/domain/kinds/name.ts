import { z } from 'zod';
import { rowBase } from '../row.ts';

/**
 * Who holds a unique name. The relay's own: it never leaves it, since a private channel's name
 * is a secret. Scope: registry. Id: `channel/<name>`, `emoji/<name>`, `group/<name>` or
 * `user/<name>`.
 */
export const name = z.object({
  kind: z.literal('name'),
  ...rowBase,
  holder: z.string(),
});
export type Name = z.infer<typeof name>;

export const channelNameKey = (value: string): string => `channel/${value}`;
export const emojiNameKey = (value: string): string => `emoji/${value}`;
export const groupNameKey = (value: string): string => `group/${value}`;
export const userNameKey = (value: string): string => `user/${value}`;
