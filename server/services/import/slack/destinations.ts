import {
  conversationId,
  MAX_PEOPLE,
  sortedPeople,
} from '../../../../shared/domain/conversation.ts';
import type { ChannelId, UserId } from '../../../../shared/domain/ids.ts';
import type { Channel, ChannelType } from '../../../../shared/domain/kinds/channel.ts';
import { channelNameOf } from './channel-name.ts';
import { channelIdOf } from './ids.ts';
import type { SlackPeople } from './people.ts';
import type { DayFile, SurveyedPlace } from './survey.ts';
import type { Tally } from './tally.ts';
import { shorten } from './text/shorten.ts';
import { msOf } from './ts.ts';

interface Seat {
  readonly userId: UserId;
  readonly role: 'owner' | 'member';
  readonly joinedAt: number;
}

/** Where a place's messages go. Two conversations of the same people are one here. */
export interface Destination {
  readonly part: 'channels' | 'conversations';
  readonly channel: Omit<Channel, 'kind' | 'version'>;
  readonly seats: readonly Seat[];
  /** Ids here of the members who can look in. */
  readonly readers: ReadonlySet<string>;
  readonly days: readonly (DayFile & {
    readonly slackChannel: string;
    /** Whether the place's own line tells of its pins, so that its messages need not. */
    readonly listsPins: boolean;
  })[];
}

/** Words of a place's own, as they stand in a header: without markup. */
export type Plain = (text: string) => string;

export function destinations(
  places: readonly SurveyedPlace[],
  people: SlackPeople,
  shift: number,
  plain: Plain,
  tally: Tally,
): Destination[] {
  const found = new Map<ChannelId, Destination>();
  for (const place of places) {
    const { id } = place.slack;
    const members = sortedPeople(place.members.map((member) => people.idOf(member)));
    const type = typeOf(place.type, members.length);
    const talk = type === 'dm' || type === 'group';
    if (talk && members.length === 0) {
      tally.skip('conversations', 'with nobody in it', id);
      continue;
    }
    const channelId = talk ? conversationId(members) : channelIdOf(id);
    const listsPins = place.slack.pins !== undefined;
    const days = place.days.map((day) => ({ ...day, slackChannel: id, listsPins }));
    const same = found.get(channelId);
    if (same !== undefined) {
      tally.skip(partOf(place.type), 'of the same people as another, or twice: joined', id);
      found.set(channelId, { ...same, days: [...same.days, ...days] });
      continue;
    }
    const channel = channelOf(place, channelId, type, { people, members, shift, plain });
    found.set(channelId, {
      ...{ part: partOf(place.type), channel, days },
      seats: seatsOf(place, channel, people, shift),
      readers: new Set(place.members.filter((m) => people.isLive(m)).map((m) => people.idOf(m))),
    });
  }
  return [...found.values()];
}

export const partOf = (type: ChannelType): 'channels' | 'conversations' =>
  type === 'dm' || type === 'group' ? 'conversations' : 'channels';

/** A conversation has so many people; what is larger is a private channel. */
function typeOf(type: ChannelType, members: number): ChannelType {
  if (type === 'public' || type === 'private') return type;
  if (members > MAX_PEOPLE) return 'private';
  return members > 2 ? 'group' : 'dm';
}

interface Making {
  readonly people: SlackPeople;
  readonly members: readonly UserId[];
  readonly shift: number;
  readonly plain: Plain;
}

function channelOf(
  { slack, days }: SurveyedPlace,
  id: ChannelId,
  type: ChannelType,
  { people, members, shift, plain }: Making,
): Destination['channel'] {
  const talk = type === 'dm' || type === 'group';
  const times = days.filter(({ to }) => to > 0);
  const first = Math.min(...times.map(({ from }) => msOf(from)));
  const last = Math.max(0, ...times.map(({ to }) => msOf(to)));
  const created = slack.created ? slack.created * 1_000 : Number.isFinite(first) ? first : 0;
  const at = (ms: number): number => Math.max(0, ms + shift);
  const creator = slack.creator === undefined ? undefined : people.idOf(slack.creator);
  return {
    ...{ id, type, name: talk ? '' : channelNameOf(slack.name, slack.id) },
    topic: talk ? '' : shorten(plain(slack.topic?.value ?? ''), 250),
    purpose: talk ? '' : shorten(plain(slack.purpose?.value ?? ''), 250),
    creatorId: creator ?? members[0] ?? id,
    createdAt: at(created),
    archivedAt: slack.is_archived === true ? at(Math.max(last, created)) : null,
    people: talk ? [...members] : [],
  };
}

function seatsOf(
  place: SurveyedPlace,
  channel: Destination['channel'],
  people: SlackPeople,
  shift: number,
): Seat[] {
  const seats = new Map<UserId, Seat>();
  for (const member of place.members) {
    // A conversation is its people, whoever they are; a channel has no use for a bot.
    if (channel.people.length === 0 && people.get(member)?.bot === true) continue;
    const userId = people.idOf(member);
    const joined = place.joined.get(member);
    const owns = channel.people.length === 0 && place.slack.creator === member;
    seats.set(userId, {
      ...{ userId, role: owns ? 'owner' : 'member' },
      joinedAt: joined === undefined ? channel.createdAt : Math.max(0, msOf(joined) + shift),
    });
  }
  return [...seats.values()];
}
