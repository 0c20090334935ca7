import { Plus, Square, SquareCheck, X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { MAX_ITEM, MAX_ITEMS } from '../../../shared/domain/kinds/checklist.ts';
import type { ChecklistView } from '../../../shared/rpc/task-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import type { TextNames } from '../../text/text-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { TaskRefusal } from '../tasks/TaskRefusal.tsx';
import css from './Checklist.module.css';

interface Props {
  channelId: string;
  /** The message or the task that it is of. */
  ownerId: string;
  /** Null where it has none yet. */
  list: ChecklistView | null;
  names: TextNames;
  mayWrite: boolean;
  /** May take lines away. */
  mayChange: boolean;
  /** In a message its parts are stops of the arrow keys; in a list they are reached by Tab. */
  inMessage: boolean;
}

/** Lines that everybody who writes there ticks off, and may add to. */
export function Checklist(props: Props) {
  const { channelId, ownerId, list, names, mayWrite, mayChange, inMessage } = props;
  const t = useWords();
  const format = useFormat();
  const act = useAct();
  const [adding, setAdding] = useState(false);
  const stop = inMessage ? ({ tabIndex: -1, 'data-stop': true } as const) : {};
  const items = list?.items ?? [];
  return (
    <div className={css.checklist} role="group" aria-label={t('checklists.checklist')}>
      {list === null ? null : (
        <p className={css.sum}>
          {t('checklists.done', {
            done: format.number(list.done),
            all: format.number(items.length),
          })}
        </p>
      )}
      {items.length === 0 ? null : (
        <ul>
          {items.map(({ id: itemId, text, doneBy, waiting }) => {
            const done = doneBy !== null;
            const who =
              doneBy === null
                ? null
                : doneBy === names.me
                  ? t('common.youFirst')
                  : (names.people[doneBy] ?? t('conversation.someone'));
            return (
              <li key={itemId} className={classNames(css.item, waiting && css.waiting)}>
                <button
                  type="button"
                  role="checkbox"
                  className={css.tick}
                  aria-checked={done}
                  disabled={!mayWrite}
                  {...stop}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() =>
                    void act((core) => core.tick({ channelId, ownerId, itemId, done: !done }))
                  }
                >
                  {done ? <SquareCheck aria-hidden /> : <Square aria-hidden />}
                  <span className={css.text} dir="auto">
                    {text}
                  </span>
                </button>
                {who === null ? null : (
                  <span className={css.who} dir="auto">
                    {who}
                  </span>
                )}
                {mayChange && mayWrite ? (
                  <button
                    type="button"
                    className={css.remove}
                    aria-label={t('checklists.remove', { text })}
                    {...stop}
                    onClick={() =>
                      void act((core) => core.setItem({ channelId, ownerId, itemId, text: null }))
                    }
                  >
                    <X />
                  </button>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
      {!mayWrite || items.length >= MAX_ITEMS ? null : adding ? (
        <NewItem
          onAdd={(text) =>
            void act((core) => core.setItem({ channelId, ownerId, itemId: null, text }))
          }
          onEnd={() => setAdding(false)}
        />
      ) : (
        <button type="button" className={css.add} {...stop} onClick={() => setAdding(true)}>
          <Plus aria-hidden />
          {t('checklists.add')}
        </button>
      )}
      {list === null || list.refused === null ? null : <TaskRefusal refused={list.refused} />}
    </div>
  );
}

/** One more line; Enter adds it and goes on with the next, Esc ends. */
function NewItem({ onAdd, onEnd }: { onAdd: (text: string) => void; onEnd: () => void }) {
  const t = useWords();
  const [text, setText] = useState('');
  const dropped = useRef(false);
  const add = (): void => {
    if (text.trim() !== '') onAdd(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // The list of messages has keys of its own.
    event.stopPropagation();
    if (event.key === 'Escape') {
      dropped.current = true;
      onEnd();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (text.trim() === '') onEnd();
    else add();
  };
  return (
    <input
      className={css.field}
      aria-label={t('checklists.newItem')}
      placeholder={t('checklists.newItem')}
      value={text}
      maxLength={MAX_ITEM}
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (dropped.current) return;
        add();
        onEnd();
      }}
    />
  );
}
