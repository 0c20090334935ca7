import type { ChannelId, MessageId, OpId, UserId } from '../../../../shared/domain/ids.ts';
import { uuidOf } from '../../../../shared/domain/uuid.ts';

// Slack's ids are unique among its workspaces, so ours are made of them: the same line of the same
// export gets the same id, whoever imports it and however often.

export const userIdOf = (slackId: string): UserId => uuidOf('slack', 'user', slackId) as UserId;

/** A webhook's posts carry the name that it gave itself, so one bot may be several. */
export const botIdOf = (key: string): UserId => uuidOf('slack', 'bot', key) as UserId;

export const channelIdOf = (slackId: string): ChannelId =>
  uuidOf('slack', 'channel', slackId) as ChannelId;

/** @param part 0, or which further part of a text that was too long for one message */
export const messageIdOf = (slackChannel: string, ts: string, part = 0): MessageId =>
  uuidOf('slack', 'message', slackChannel, ts, ...(part === 0 ? [] : [`${part}`])) as MessageId;

/** S1: the same arguments are the same command. `digest` is a hash of them. */
export const opIdOf = (command: string, digest: string): OpId =>
  uuidOf('slack', command, digest) as OpId;
