import { FIRST_UNSENT } from '../../shared/domain/position.ts';
import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { HoleView, MessagePage, MessageView } from '../../shared/rpc/views.ts';
import type { FixtureChannel, FixtureOffice } from './fixture-office.ts';

/** Who and what is named in these messages. */
export function namesOf(
  office: FixtureOffice,
  messages: readonly MessageView[],
): Pick<MessagePage, 'people' | 'channels'> {
  const text = JSON.stringify(messages);
  return {
    people: Object.fromEntries(
      office.people.filter((one) => text.includes(one.id)).map((one) => [one.id, one]),
    ),
    channels: Object.fromEntries(
      office.channels
        .filter((one) => text.includes(`<#${one.view.id}>`))
        .map(({ view }) => [view.id, { name: view.name, type: view.type }]),
    ),
  };
}

/** The hole of so many messages above the last one that is here; none of 0. */
export function holesAtEnd({ messages }: FixtureChannel, missing: number): HoleView[] {
  const after = messages.findLast((one) => one.position < FIRST_UNSENT)?.position ?? 0;
  return missing === 0 ? [] : [{ after, before: after + missing + 1, missing, progress: null }];
}

/** Part of a channel, as the core would give it. */
export function pageOf(
  office: FixtureOffice,
  channel: FixtureChannel,
  at: Parameters<CoreHandlers['messages']>[0]['at'],
  limit: number,
): MessagePage {
  const listed = channel.messages.filter((one) => one.rootId === null || one.broadcast);
  const sent = listed.filter((one) => one.position < FIRST_UNSENT);
  const around = (index: number): MessageView[] => {
    const after = sent.slice(index, index + Math.ceil(limit / 2));
    return [...sent.slice(Math.max(0, index - (limit - after.length)), index), ...after];
  };
  const newest = sent.at(-1)?.position ?? 0;
  const unreadAfter = newest > channel.readTo ? channel.readTo : null;
  const pick = (): MessageView[] => {
    switch (at.from) {
      case 'before':
        return sent.filter((one) => one.position < at.position).slice(-limit);
      case 'after':
        return sent.filter((one) => one.position > at.position).slice(0, limit);
      case 'window':
        return sent
          .filter((one) => one.position >= at.first && one.position <= at.last)
          .slice(-limit);
      case 'message': {
        const index = sent.findIndex((one) => one.id === at.messageId);
        return index < 0 ? sent.slice(-limit) : around(index);
      }
      case 'unread': {
        const index = sent.findIndex((one) => one.position > channel.readTo);
        return index < 0 ? sent.slice(-limit) : around(index);
      }
      default:
        return sent.slice(-limit);
    }
  };
  const picked = pick();
  const last = picked.length === 0 || picked.at(-1) === sent.at(-1);
  const messages = last
    ? [...picked, ...listed.filter((one) => one.position >= FIRST_UNSENT)]
    : picked;
  const first = picked[0]?.position ?? 0;
  const holes = channel.holes.filter(
    (hole) => hole.before >= first && hole.after <= (picked.at(-1)?.position ?? 0),
  );
  return {
    channelId: channel.view.id,
    messages,
    holes,
    atOldest: picked[0] === sent[0] && holes.length === 0,
    atNewest: last && !holes.some((hole) => hole.after >= newest),
    lastHere: last,
    unreadAfter,
    ...namesOf(office, messages),
  };
}
