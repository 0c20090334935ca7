import { z } from 'zod';

/** A string that carries its meaning in the type system. It is a plain string at run time. */
type Brand<T extends string> = string & { readonly __brand: T };

export type UserId = Brand<'user'>;
export type ChannelId = Brand<'channel'>;
export type MessageId = Brand<'message'>;
export type DeviceId = Brand<'device'>;
/** The idempotency key of a command (S1). For a command that creates one thing it is that thing's id. */
export type OpId = Brand<'op'>;

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);

const branded = <T extends string>() => uuid.transform((value) => value as T);

export const userId = branded<UserId>();
export const channelId = branded<ChannelId>();
export const messageId = branded<MessageId>();
export const deviceId = branded<DeviceId>();
export const opId = branded<OpId>();
