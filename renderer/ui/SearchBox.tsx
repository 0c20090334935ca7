import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useWords } from '../i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import css from './field.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}

/** A line that filters what is below it. Esc empties it. */
export function SearchBox({ label, value, onChange, autoFocus = false }: Props) {
  const t = useWords();
  return (
    <SearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      className={classNames(css.box, css.search)}
    >
      <Search />
      <Input className={css.input ?? ''} placeholder={label} />
      {value === '' ? null : (
        <Button aria-label={t('common.close')}>
          <X />
        </Button>
      )}
    </SearchField>
  );
}
