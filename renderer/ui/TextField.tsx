import type { ReactNode, Ref } from 'react';
import {
  Input,
  TextArea,
  TextField as AriaTextField,
  Group,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import { FieldLabel, FieldNote, type FieldWords } from './FieldParts.tsx';
import css from './field.module.css';

interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'>, FieldWords {
  multiline?: boolean;
  placeholder?: string;
  /** Before and behind the text, inside the box. */
  start?: ReactNode;
  end?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    good,
    problem,
    optional,
    multiline,
    placeholder,
    start,
    end,
    inputRef,
    ...rest
  } = props;
  return (
    <AriaTextField {...rest} isInvalid={problem !== undefined} className={css.field ?? ''}>
      <FieldLabel label={label} optional={optional ?? false} />
      <Group className={css.box ?? ''}>
        {start}
        {multiline === true ? (
          <TextArea className={classNames(css.input, css.area)} placeholder={placeholder ?? ''} />
        ) : (
          <Input
            className={css.input ?? ''}
            placeholder={placeholder ?? ''}
            ref={inputRef ?? null}
          />
        )}
        {end}
      </Group>
      <FieldNote hint={hint} good={good} problem={problem} />
    </AriaTextField>
  );
}
