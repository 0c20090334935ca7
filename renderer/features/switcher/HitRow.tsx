import {
  Bell,
  BellOff,
  Bookmark,
  CalendarClock,
  Contrast,
  Hash,
  Keyboard,
  MessageSquare,
  MessageSquarePlus,
  MessagesSquare,
  Settings,
  Smile,
  TextSearch,
  Users,
} from 'lucide-react';
import { Fragment, useEffect, useRef, type ReactNode } from 'react';
import type { SwitcherResult } from '../../../shared/rpc/search-views.ts';
import { plainText } from '../../../shared/domain/plain-text.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useKeyLabels } from '../../app/shortcuts/use-shortcuts.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { zoneDifference } from '../../i18n/zone-difference.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Keys, Kbd } from '../../ui/Kbd.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { matchRanges } from '../../ui/mark-ranges.ts';
import { useNow } from '../../ui/use-now.ts';
import { isOwn } from '../channels/use-channel-title.ts';
import { shownText } from '../conversation/message/shown-text.ts';
import { useFindGroup } from '../groups/use-groups.ts';
import { ChannelMark } from '../sidebar/ChannelMark.tsx';
import { ownTimeZone, safeTimeZone } from '../settings/time-zones.ts';
import type { Command } from './commands.ts';
import type { Hit } from './hits.ts';
import { snippetOf } from './snippet.ts';
import css from './Switcher.module.css';

interface Props {
  id: string;
  hit: Hit;
  query: string;
  result: SwitcherResult;
  chosen: boolean;
  onOpen: (hit: Hit) => void;
}

/** One line of the switcher. The pointer opens it; the keys stay with the field above. */
export function HitRow({ id, hit, query, result, chosen, onOpen }: Props) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { mark, name, about, end } = usePartsOf(hit, result, query);
  return (
    <button
      type="button"
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classNames(css.hit, chosen && css.chosen, hit.type === 'message' && css.message)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
    >
      <span className={css.mark}>{mark}</span>
      <span className={css.name} dir="auto">
        <Marked text={name} ranges={matchRanges(name, query)} />
      </span>
      <span className={css.about}>
        {about.map((part, at) => (
          <Fragment key={at}>
            {at === 0 ? null : ' · '}
            {hit.type === 'message' ? (
              part
            ) : (
              <bdi>
                <Marked text={part} ranges={matchRanges(part, query)} />
              </bdi>
            )}
          </Fragment>
        ))}
      </span>
      <span className={css.when}>{chosen && hit.type !== 'command' ? <Kbd>↵</Kbd> : end}</span>
    </button>
  );
}

interface Parts {
  mark: ReactNode;
  name: string;
  /** Short facts, with dots between them. */
  about: readonly string[];
  end: ReactNode;
}

const ICONS: Readonly<Record<Command['icon'], ReactNode>> = {
  message: <MessageSquarePlus />,
  channel: <Hash />,
  people: <Users />,
  browse: <TextSearch />,
  settings: <Settings />,
  keys: <Keyboard />,
  status: <Smile />,
  pause: <BellOff />,
  threads: <MessagesSquare />,
  activity: <Bell />,
  saved: <Bookmark />,
  scheduled: <CalendarClock />,
  look: <Contrast />,
};

function usePartsOf(hit: Hit, result: SwitcherResult, query: string): Parts {
  const t = useWords();
  const format = useFormat();
  const keys = useKeyLabels();
  const findGroup = useFindGroup();
  const now = useNow();
  const me = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const timeThere = (zone: string): string =>
    t('switcher.timeThere', { time: format.timeIn(now, zone) });
  switch (hit.type) {
    case 'place': {
      const { place } = hit;
      const first = result.directory[place.people[0] ?? ''];
      const unread = place.unread > 0 ? t('switcher.unread', { n: place.unread }) : '';
      return {
        mark: <ChannelMark type={place.type} people={place.people} person={first} size="medium" />,
        name: isOwn(place, me) ? t('common.youNamed', { name: place.title }) : place.title,
        about: place.member
          ? place.type === 'dm'
            ? [first?.title ?? '']
            : []
          : [t('switcher.join')],
        end: unread,
      };
    }
    case 'person': {
      const { person } = hit;
      const zone = safeTimeZone(person.timeZone);
      return {
        // Without a dot: whose presence is not followed would seem to be away.
        mark: <Avatar id={person.id} name={person.displayName} size="medium" bot={person.bot} />,
        name: person.displayName,
        about: [person.title, person.location].filter((part) => part !== ''),
        end:
          zone === undefined || zoneDifference(now, zone, ownTimeZone()) === 0
            ? null
            : timeThere(zone),
      };
    }
    case 'message': {
      const { message } = hit.hit;
      const place = result.channels[message.channelId];
      const names = {
        person: (id: string) => result.directory[id]?.displayName,
        channel: (id: string) => result.channels[id]?.title,
        group: (id: string) => findGroup(id)?.name,
        someone: t('switcher.someone'),
      };
      const whereOf = (name: string): string =>
        place === undefined || place.type === 'dm'
          ? name
          : t('switcher.in', { name, place: place.name === '' ? place.title : `#${place.name}` });
      return {
        mark: <MessageSquare />,
        name: snippetOf(plainText(shownText(message), names, 1_000), query),
        about: [whereOf(names.person(message.authorId) ?? names.someone)],
        end: format.brief(message.createdAt, now),
      };
    }
    default:
      return {
        mark: ICONS[hit.command.icon],
        name: t(hit.command.words),
        about: [],
        end: hit.command.shortcut === null ? null : <Keys keys={keys(hit.command.shortcut)} />,
      };
  }
}
