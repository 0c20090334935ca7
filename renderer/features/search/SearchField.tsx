import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import { queryWords } from './query-words.ts';
import { searchAskedAt, withChoice } from './search-asked.ts';
import css from './SearchPanel.module.css';
import { useSearchChoices, type SearchChoice } from './use-search-choices.ts';

interface Props {
  query: string;
  label: string;
  /** The result that the arrow keys are on. */
  activeId: string | null;
  onChange: (query: string) => void;
  /** A key that is not the completion's; true where it did something. */
  onKey: (event: KeyboardEvent) => boolean;
}

/** The line that is searched for, with completions for its filters. */
export function SearchField({ query, label, activeId, onChange, onKey }: Props) {
  const t = useWords();
  const { filters: names } = queryWords(useLanguage());
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(query.length);
  const [typed, setTyped] = useState(false);
  const [at, setAt] = useState(0);
  const asked = typed ? searchAskedAt(query, caret, names) : null;
  const choices = useSearchChoices(asked);
  const open = choices.length > 0;
  const chosen = Math.min(at, choices.length - 1);

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [label]);

  const take = (choice: SearchChoice): void => {
    if (asked === null) return;
    const next = withChoice(query, asked, choice.words);
    // At once: a letter that is typed before the caret stands would land before it.
    flushSync(() => {
      onChange(next.query);
      setCaret(next.caret);
      setAt(0);
    });
    field.current?.setSelectionRange(next.caret, next.caret);
  };
  const onListKey = (event: KeyboardEvent): boolean => {
    const choice = choices[chosen];
    if (!open || choice === undefined) {
      // What is searched for already is not completed over its results.
      if (event.key === 'Enter') setTyped(false);
      return false;
    }
    switch (event.key) {
      case 'ArrowDown':
        setAt((chosen + 1) % choices.length);
        return true;
      case 'ArrowUp':
        setAt((chosen + choices.length - 1) % choices.length);
        return true;
      case 'Tab':
        if (event.shiftKey) return false;
        take(choice);
        return true;
      case 'Enter':
        take(choice);
        return true;
      case 'Escape':
        setTyped(false);
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (onListKey(event) || onKey(event)) event.preventDefault();
    else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onChange('');
    }
  };
  return (
    <div className={css.asking}>
      <div className={css.field}>
        <Search aria-hidden />
        <input
          ref={field}
          className={css.input}
          value={query}
          aria-label={label}
          placeholder={label}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : 'search-results'}
          aria-activedescendant={open ? `${listId}-${chosen}` : (activeId ?? undefined)}
          onChange={(event) => {
            setTyped(true);
            setAt(0);
            setCaret(event.target.selectionStart ?? event.target.value.length);
            onChange(event.target.value);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onKeyDown={onKeyDown}
          onBlur={() => setTyped(false)}
        />
        {query === '' ? null : (
          <button
            type="button"
            className={css.clear}
            aria-label={t('search.clear')}
            onClick={() => {
              onChange('');
              field.current?.focus();
            }}
          >
            <X />
          </button>
        )}
      </div>
      {open ? (
        <div id={listId} role="listbox" aria-label={t('search.choices')} className={css.choices}>
          {choices.map((choice, i) => (
            <div
              key={choice.key}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === chosen}
              tabIndex={-1}
              className={classNames(css.choice, i === chosen && css.chosen)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(choice)}
            >
              {choice.person === null ? null : (
                <Avatar id={choice.person.id} name={choice.person.displayName} size="small" />
              )}
              <span className={css.choiceName}>{choice.name}</span>
              <span className={css.choiceNote}>{choice.note}</span>
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
