import { useMemo } from 'react';
import type { ChannelView } from '../../../../shared/rpc/views.ts';
import { useLive } from '../../../app/core/use-live.ts';
import { useLookAt } from '../../../app/frame/looked-at.ts';
import { openPanel } from '../../../app/router/router.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { useChannelTitle } from '../../channels/use-channel-title.ts';
import { offWords } from '../../work-time/off-words.ts';
import { ownTimeZone, safeTimeZone } from '../../settings/time-zones.ts';
import { ChannelMark } from '../../sidebar/ChannelMark.tsx';
import css from './Head.module.css';

function useOther(channel: ChannelView) {
  const userId = channel.people[0] ?? '';
  return useLive('person', { userId }, ['people']) ?? undefined;
}

/** The people of a conversation in the place of a name. One alone opens their profile. */
export function PersonTitle({ channel }: { channel: ChannelView }) {
  const title = useChannelTitle(channel);
  const other = useOther(channel);
  useLookAt(useMemo(() => channel.people, [channel.people]));
  const mark = (
    <ChannelMark
      type={channel.type}
      people={channel.people}
      person={other}
      presence={channel.type === 'dm' ? other?.presence : null}
    />
  );
  if (channel.type === 'group' || other === undefined) {
    return (
      <>
        {mark}
        <span className={css.name}>{title}</span>
      </>
    );
  }
  return (
    <button
      type="button"
      className={css.person}
      onClick={() => openPanel({ show: 'profile', userId: other.id })}
    >
      {mark}
      <span className={css.name}>{title}</span>
    </button>
  );
}

/** What somebody does, their status, and what time it is where they are. */
export function PersonAbout({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const other = useOther(channel);
  if (channel.type === 'group' || other === undefined) return null;
  const zone = safeTimeZone(other.timeZone);
  const { status } = other;
  const { off, absence } = other;
  const standsIn = off?.reason === 'absent' ? (absence?.substituteName ?? null) : null;
  const parts = [
    off === null ? '' : offWords(off, t, format, now),
    status !== null && (status.until === null || status.until > now)
      ? `${status.emoji} ${status.text}`.trim()
      : off === null
        ? t(`people.presence.${other.presence}`)
        : '',
    other.title,
    other.location,
    zone === undefined || zone === ownTimeZone()
      ? ''
      : t('people.localTime', { time: format.timeIn(now, zone) }),
    // Last: a title after this name would read as the stand-in's.
    standsIn === null ? '' : t('workTime.standsIn', { name: standsIn }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
