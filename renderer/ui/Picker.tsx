import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Input } from 'react-aria-components';
import { useWords } from '../i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import css from './Picker.module.css';
import { takeFocusWhenFree } from './take-focus.ts';

/** Something that can be chosen, or was. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What stands before its name once it is chosen. */
  readonly mark: ReactNode;
}

interface Props {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  optional?: boolean;
  autoFocus?: boolean;
  chosen: readonly Choice[];
  chosenLabel: string;
  /** What is offered below the field, with the line that it is drawn as. */
  offered: readonly { readonly id: string; readonly line: ReactNode }[];
  offeredLabel: string;
  query: string;
  onQuery: (query: string) => void;
  /** The field was gone into. */
  onBegin: () => void;
  onAdd: (id: string) => void;
  onRemove: (id: string) => void;
  /** Enter with nothing typed. */
  onDone?: (() => void) | undefined;
}

/** Chooses by name: chips, a field, and what matches below it, by arrows and Enter. */
export function Picker(props: Props) {
  const {
    label,
    hint,
    problem,
    optional = false,
    autoFocus = false,
    chosen,
    offered,
    query,
  } = props;
  const { onQuery, onAdd, onRemove } = props;
  const t = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () => (autoFocus && input.current !== null ? takeFocusWhenFree(input.current) : undefined),
    [autoFocus],
  );
  const [at, setAt] = useState(0);
  const marked = offered[Math.min(at, offered.length - 1)];
  const add = (one: { readonly id: string } | undefined): void => {
    if (one === undefined) return;
    onAdd(one.id);
    onQuery('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (offered.length > 0) setAt((at + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (query.trim() === '' && chosen.length > 0) props.onDone?.();
      else add(marked);
    } else if (event.key === 'Backspace' && query === '') {
      const last = chosen.at(-1);
      if (last !== undefined) onRemove(last.id);
    }
  };
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
        {optional ? <span className={field.optional}> ({t('common.optional')})</span> : null}
      </label>
      <div className={classNames(field.box, css.box)}>
        <Chips {...props} />
        <Input
          id={id}
          ref={input}
          role="combobox"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={marked === undefined ? undefined : `${id}-${marked.id}`}
          className={field.input ?? ''}
          value={query}
          maxLength={100}
          spellCheck={false}
          onChange={(event) => {
            onQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          onFocus={props.onBegin}
        />
      </div>
      {problem === undefined ? (
        <p className={field.hint}>{hint}</p>
      ) : (
        <p className={field.problem}>{problem}</p>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={props.offeredLabel} className={css.list}>
        {offered.map((one) => (
          <button
            type="button"
            key={one.id}
            id={`${id}-${one.id}`}
            role="option"
            aria-selected={one === marked}
            tabIndex={-1}
            className={classNames(css.option, one === marked && css.marked)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => add(one)}
          >
            {one.line}
          </button>
        ))}
      </div>
    </div>
  );
}

function Chips({ chosen, chosenLabel, onRemove }: Props) {
  const t = useWords();
  if (chosen.length === 0) return null;
  return (
    <ul className={css.chips} aria-label={chosenLabel}>
      {chosen.map(({ id, name, mark }) => (
        <li key={id} className={css.chip}>
          {mark}
          {name}
          <button
            type="button"
            className={css.remove}
            aria-label={t('common.remove', { name })}
            onClick={() => onRemove(id)}
          >
            <X />
          </button>
        </li>
      ))}
    </ul>
  );
}
