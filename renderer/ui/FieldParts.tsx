import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { Label, Text } from 'react-aria-components';
import { useWords } from '../i18n/words-context.tsx';
import css from './field.module.css';

/** What fields of every kind say around what is written in them. */
export interface FieldWords {
  label: string;
  optional?: boolean;
  hint?: ReactNode;
  /** Said in green under the field: it is right. */
  good?: string | undefined;
  /** What is wrong and what to do; marks the field. */
  problem?: string | undefined;
}

export function FieldLabel({ label, optional }: Pick<FieldWords, 'label' | 'optional'>) {
  const t = useWords();
  return (
    <Label className={css.label ?? ''}>
      {label}
      {optional === true ? <span className={css.optional}> ({t('common.optional')})</span> : null}
    </Label>
  );
}

/** The line under a field: what is wrong, else what is right, else what is meant. */
export function FieldNote({ hint, good, problem }: Pick<FieldWords, 'hint' | 'good' | 'problem'>) {
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
