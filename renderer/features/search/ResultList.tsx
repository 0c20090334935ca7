import { Cloud } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { SearchHit, SearchResult } from '../../../shared/rpc/search-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useNow } from '../../ui/use-now.ts';
import { RichText } from '../../text/RichText.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { shownText } from '../conversation/message/shown-text.ts';
import { useTextNames } from '../conversation/use-text-names.ts';
import extract from '../../text/extract.module.css';
import css from './SearchPanel.module.css';
import { snippetAround } from './snippet.ts';

interface Props {
  result: SearchResult;
  /** The hit that the arrow keys are on; -1 for none. */
  at: number;
  /** All hits are of one conversation. */
  here: boolean;
  /** Another answer is on its way. */
  busy: boolean;
  onOpen: (hit: SearchHit) => void;
  /** The end of the list is near. */
  onEnd: () => void;
}

/** Hits, newest first, with what was found in them marked. */
export function ResultList({ result, at, here, busy, onOpen, onEnd }: Props) {
  const t = useWords();
  const names = useTextNames(result);
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (end.current === null || result.next === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onEnd();
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onEnd, result.next]);
  return (
    <div
      id="search-results"
      role="listbox"
      aria-label={t('search.results')}
      aria-busy={busy}
      tabIndex={-1}
      className={css.results}
    >
      {result.hits.map((hit, i) => (
        <HitRow
          key={hit.message.id}
          id={`hit-${i}`}
          hit={hit}
          result={result}
          names={names}
          here={here}
          chosen={i === at}
          onOpen={onOpen}
        />
      ))}
      <div ref={end} className={css.end} />
    </div>
  );
}

/** Where it was said. With one colleague the author's name says half of it already. */
function usePlace(place: SearchResult['channels'][string] | undefined, author: string): string {
  const t = useWords();
  if (place === undefined) return '';
  if (place.type !== 'dm') return place.name === '' ? place.title : `#${place.name}`;
  return place.title === author ? t('search.direct') : t('search.to', { name: place.title });
}

interface RowProps extends Pick<Props, 'result' | 'here' | 'onOpen'> {
  id: string;
  hit: SearchHit;
  names: TextNames;
  chosen: boolean;
}

function HitRow({ id, hit, result, names, here, chosen, onOpen }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { message } = hit;
  const { text, ranges } = useMemo(() => snippetAround(shownText(hit.message), hit.ranges), [hit]);
  const author = result.people[message.authorId];
  const place = result.channels[message.channelId];
  const name = author?.displayName ?? t('conversation.someone');
  const where = usePlace(place, name);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classNames(css.hit, chosen && css.chosen)}
      onClick={() => onOpen(hit)}
    >
      <Avatar id={message.authorId} name={name} size="medium" bot={author?.bot ?? false} />
      <div className={extract.main}>
        <div className={extract.head}>
          <b className={extract.name} dir="auto">
            {name}
          </b>
          {here ? null : (
            <span className={extract.place} dir="auto">
              {where}
            </span>
          )}
          {hit.here ? null : (
            <span className={css.hitAway} title={t('search.away')}>
              <Cloud aria-hidden />
              <VisuallyHidden>{t('search.away')}</VisuallyHidden>
            </span>
          )}
          <time
            className={extract.time}
            dateTime={new Date(message.createdAt).toISOString()}
            title={format.full(message.createdAt)}
          >
            {format.moment(message.createdAt, now)}
          </time>
        </div>
        <div className={extract.text} inert>
          <RichText text={text} names={names} marks={ranges} flat />
        </div>
      </div>
    </div>
  );
}
