import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import {
  Input,
  Label,
  TextArea,
  TextField as AriaTextField,
  Group,
  Text,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { useWords } from '../i18n/words-context.tsx';
import { classNames } from './class-names.ts';
import css from './field.module.css';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children'
> {
  label: string;
  hint?: ReactNode;
  /** Said in green under the field: it is right. */
  good?: string | undefined;
  /** What is wrong and what to do; marks the field. */
  problem?: string | undefined;
  optional?: boolean;
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
  const t = useWords();
  return (
    <AriaTextField {...rest} isInvalid={problem !== undefined} className={css.field ?? ''}>
      <Label className={css.label ?? ''}>
        {label}
        {optional === true ? <span className={css.optional}> ({t('common.optional')})</span> : null}
      </Label>
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

/** The line under a field: what is wrong, else what is right, else what is meant. */
function FieldNote({ hint, good, problem }: Pick<TextFieldProps, 'hint' | 'good' | 'problem'>) {
  if (problem !== undefined) {
    return (
      <Text slot="description" className={css.problem ?? ''}>
        <CircleAlert />
        {problem}
      </Text>
    );
  }
  if (good !== undefined) {
    return (
      <Text slot="description" className={css.good ?? ''}>
        <CircleCheck />
        {good}
      </Text>
    );
  }
  return hint === undefined ? null : (
    <Text slot="description" className={css.hint ?? ''}>
      {hint}
    </Text>
  );
}
