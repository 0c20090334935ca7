import { z } from 'zod';

/** A string that carries its meaning in the type system. It is a plain string at run time. */
type Brand<T extends string> = string & { readonly __brand: T };

export type UserId = Brand<'user'>;
export type ChannelId = Brand<'channel'>;
export type MessageId = Brand<'message'>;
export type ScheduledId = Brand<'scheduled'>;
export type GroupId = Brand<'group'>;
export type TaskId = Brand<'task'>;
export type DeviceId = Brand<'device'>;
/** The idempotency key of a command (S1). For a command that creates one thing it is that thing's id. */
export type OpId = Brand<'op'>;

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const branded = <T extends string>() => uuid.transform((value) => value as T);

export const userId = branded<UserId>();
export const channelId = branded<ChannelId>();
export const messageId = branded<MessageId>();
export const scheduledId = branded<ScheduledId>();
export const groupId = branded<GroupId>();
/** That of its message, or of the command that made it. */
export const taskId = branded<TaskId>();
export const deviceId = branded<DeviceId>();
/**
 * S1: clients make UUIDv7 ids. No other form passes, since the ids that are made of words (a
 * conversation's, a system message's: UUIDv8) could be named before their own command makes them.
 */
export const opId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .transform((value) => value as OpId);
