import { memo } from 'react';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import type { TextNames } from '../../../text/text-reader.ts';
import type { Author } from '../message/author.ts';
import { MessageRow } from '../message/MessageRow.tsx';
import type { Reader } from '../message/permissions.ts';
import css from './DayRows.module.css';
import { HoleRow } from './HoleRow.tsx';
import type { Day } from './rows.ts';

export interface Drawing {
  readonly channelId: string;
  readonly names: TextNames;
  readonly authors: Readonly<Record<string, Author>>;
  readonly reader: Reader;
  readonly editingId: string | null;
  readonly litId: string | null;
  readonly inThread: boolean;
}

/** A day of a conversation: its date, which stays in sight, and its rows. */
export const DayRows = memo(function DayRows({ day, drawing }: { day: Day; drawing: Drawing }) {
  const t = useWords();
  const format = useFormat();
  const { channelId, names, authors, reader, editingId, litId, inThread } = drawing;
  const date = format.day(day.at);
  return (
    <div role="group" aria-label={date}>
      {inThread ? null : (
        <div className={css.day} aria-hidden>
          <span className={css.date}>{date}</span>
        </div>
      )}
      {day.rows.map((row) => {
        if (row.kind === 'hole') {
          return <HoleRow key={row.key} channelId={channelId} hole={row.hole} />;
        }
        if (row.kind === 'new') {
          return (
            <div key={row.key} className={css.new} data-row="new" role="separator">
              <span>{t('conversation.new')}</span>
            </div>
          );
        }
        const { message, run } = row;
        return (
          <MessageRow
            key={row.key}
            message={message}
            run={run}
            author={
              authors[message.authorId] ??
              unknownAuthor(message.authorId, t('conversation.someone'))
            }
            names={names}
            reader={reader}
            editing={editingId === message.id}
            lit={litId === message.id}
            inThread={inThread}
          />
        );
      })}
    </div>
  );
});

const unknown = new Map<string, Author>();

/** The same object each time, so that the row is not drawn again. */
function unknownAuthor(id: string, name: string): Author {
  const known = unknown.get(id);
  if (known?.name === name) return known;
  const author: Author = { id, name, title: '', bot: false, off: false };
  unknown.set(id, author);
  return author;
}
