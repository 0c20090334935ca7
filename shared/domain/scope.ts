import { z } from 'zod';
import type { ChannelId, UserId } from './ids.ts';

/**
 * S2: the unit of order and of permission. `org` is read by everybody in the workspace,
 * `user:<id>` by that person's devices alone, `channel:<id>` by its members. `registry` is the
 * relay's own (unique names); nobody reads it over the wire.
 */
export type Scope = 'org' | 'registry' | `user:${string}` | `channel:${string}`;
export type ScopeType = 'org' | 'registry' | 'user' | 'channel';

export const scope = z
  .string()
  .max(64)
  .regex(/^(org|(user|channel):[0-9a-f-]{36})$/)
  .transform((value) => value as Scope);

export const orgScope: Scope = 'org';
export const registryScope: Scope = 'registry';
export const userScope = (id: UserId): Scope => `user:${id}`;
export const channelScope = (id: ChannelId): Scope => `channel:${id}`;

export function scopeType(value: Scope): ScopeType {
  const colon = value.indexOf(':');
  return (colon < 0 ? value : value.slice(0, colon)) as ScopeType;
}

/** The channel behind a `channel:` scope, or undefined for any other. */
export function channelOf(value: Scope): ChannelId | undefined {
  return value.startsWith('channel:') ? (value.slice(8) as ChannelId) : undefined;
}
