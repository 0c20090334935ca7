import { describe, expect, it } from 'vitest';
import { anId } from '../testing/office.ts';
import type { ChannelId, UserId } from './ids.ts';
import {
  channelOf,
  channelScope,
  orgScope,
  registryScope,
  scope,
  scopeType,
  userScope,
} from './scope.ts';

const user = anId(1) as UserId;
const channel = anId(2) as ChannelId;

describe('scopes (S2)', () => {
  it('know their type, and the channel behind one', () => {
    expect(
      [orgScope, registryScope, userScope(user), channelScope(channel)].map(scopeType),
    ).toEqual(['org', 'registry', 'user', 'channel']);
    expect(channelOf(channelScope(channel))).toBe(channel);
    expect(channelOf(userScope(user))).toBeUndefined();
    expect(channelOf(orgScope)).toBeUndefined();
  });

  it.each([orgScope, userScope(user), channelScope(channel)])('%s can be asked for', (value) => {
    expect(scope.parse(value)).toBe(value);
  });

  it.each([
    registryScope,
    'user:',
    `channel:${channel}/x`,
    `user:${user}\n`,
    `message:${user}`,
    `org:${user}`,
    '',
  ])('%j cannot be asked for', (value) => {
    expect(scope.safeParse(value).success).toBe(false);
  });
});
