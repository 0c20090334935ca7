import { Check, ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import field from './field.module.css';
import css from './Select.module.css';

interface Props<T extends string> {
  label: string;
  hint?: string | undefined;
  /** Null while nothing is chosen; `placeholder` stands there then. */
  value: T | null;
  placeholder?: string;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of many, in a list that opens; typing finds one. */
export function Select<T extends string>({
  label,
  hint,
  value,
  placeholder = '',
  options,
  onChange,
}: Props<T>) {
  return (
    <AriaSelect
      value={value}
      placeholder={placeholder}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen as T);
      }}
      className={field.field ?? ''}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <Button className={classNames(field.box, css.button)}>
        <SelectValue className={css.value ?? ''} />
        <ChevronDown />
      </Button>
      {hint === undefined ? null : (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      <Popover className={css.popover ?? ''} offset={4}>
        <ListBox className={css.list ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={css.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={css.text}>{option.label}</span>
                  {isSelected ? <Check /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
