import type { ChannelId, UserId } from './ids.ts';
import { uuidOf } from './uuid.ts';

/** The most people in a group conversation, its opener included. */
export const MAX_PEOPLE = 9;

/** The people of a conversation in their one order, each once. */
export const sortedPeople = (people: readonly UserId[]): UserId[] => [...new Set(people)].sort();

/**
 * Two people have one conversation, whoever opens it and whether or not they are connected: its
 * id is made of its people's. The same holds for a group.
 */
export const conversationId = (people: readonly UserId[]): ChannelId =>
  uuidOf('conversation', ...sortedPeople(people)) as ChannelId;
