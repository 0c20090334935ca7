import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Input } from 'react-aria-components';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { classNames } from '../../ui/class-names.ts';
import field from '../../ui/field.module.css';
import { takeFocusWhenFree } from '../composer/take-focus.ts';
import { pickable } from './pickable.ts';
import { PersonLine } from './PersonLine.tsx';
import css from './PeoplePicker.module.css';

interface Props {
  label: string;
  hint?: string;
  problem?: string | undefined;
  chosen: readonly PersonView[];
  onChange: (chosen: PersonView[]) => void;
  /** People who cannot be chosen: they are there already. */
  without: readonly string[];
  most: number;
  optional?: boolean;
  autoFocus?: boolean;
  /** Enter with nothing typed. */
  onDone?: () => void;
}

const SHOWN = 6;

/** Chooses people by name: chips, a field, and colleagues that match below it. */
export function PeoplePicker(props: Props) {
  const {
    label,
    hint,
    problem,
    chosen,
    onChange,
    without,
    most,
    optional = false,
    autoFocus = false,
    onDone,
  } = props;
  const t = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () => (autoFocus && input.current !== null ? takeFocusWhenFree(input.current) : undefined),
    [autoFocus],
  );
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const full = chosen.length >= most;
  const found = useKept(useLive('people', { query: query.trim(), limit: 30 }, ['people']));
  /** Once the field was gone into: a list that left with the focus would move what is clicked. */
  const [begun, setBegun] = useState(false);
  const listed = !full && (begun || query.trim() !== '');
  const people = !listed ? [] : pickable(found ?? [], chosen, without).slice(0, SHOWN);
  useLookAt(people.map((person) => person.id));
  const marked = people[Math.min(at, people.length - 1)];

  const add = (person: PersonView | undefined): void => {
    if (person === undefined || full) return;
    onChange([...chosen, person]);
    setQuery('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (people.length > 0) setAt((at + step + people.length) % people.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (query.trim() === '' && chosen.length > 0) onDone?.();
      else add(marked);
    } else if (event.key === 'Backspace' && query === '') {
      onChange(chosen.slice(0, -1));
    }
  };
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
        {optional ? <span className={field.optional}> ({t('common.optional')})</span> : null}
      </label>
      <div className={classNames(field.box, css.box)}>
        <Chips chosen={chosen} onChange={onChange} />
        <Input
          id={id}
          ref={input}
          role="combobox"
          aria-expanded={people.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={marked === undefined ? undefined : `${id}-${marked.id}`}
          className={field.input ?? ''}
          value={query}
          maxLength={100}
          spellCheck={false}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onFocus={() => setBegun(true)}
        />
      </div>
      {problem === undefined ? (
        <p className={field.hint}>{hint}</p>
      ) : (
        <p className={field.problem}>{problem}</p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t('people.suggestions')}
        className={css.list}
      >
        {people.map((person) => (
          <button
            type="button"
            key={person.id}
            id={`${id}-${person.id}`}
            role="option"
            aria-selected={person === marked}
            tabIndex={-1}
            className={classNames(css.option, person === marked && css.marked)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(person)}
          >
            <PersonLine person={person} query={query} />
          </button>
        ))}
      </div>
    </div>
  );
}

function Chips({
  chosen,
  onChange,
}: {
  chosen: readonly PersonView[];
  onChange: (chosen: PersonView[]) => void;
}) {
  const t = useWords();
  if (chosen.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={t('people.chosen')}>
      {chosen.map((person) => (
        <li key={person.id} className={css.chip}>
          <Avatar id={person.id} name={person.displayName} size="small" bot={person.bot} />
          {person.displayName}
          <button
            type="button"
            className={css.remove}
            aria-label={t('common.remove', { name: person.displayName })}
            onClick={() => onChange(chosen.filter((other) => other.id !== person.id))}
          >
            <X />
          </button>
        </li>
      ))}
    </ul>
  );
}
