import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from './Button.tsx';
import css from './FieldList.module.css';
import { IconButton } from './IconButton.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  label: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
  /** The name of a field, of the button that removes it, and of the one that adds another. */
  words: {
    readonly field: (n: number) => string;
    readonly remove: (n: number) => string;
    readonly add: string;
  };
  least: number;
  most: number;
  maxLength: number;
  /** What is wrong with a field. */
  problem?: { readonly at: number; readonly words: string } | undefined;
}

/** Several short texts, one to a field, with a way to add and remove fields. */
export function FieldList(props: Props) {
  const { label, values, onChange, words, least, most, maxLength, problem } = props;
  const last = useRef<HTMLInputElement>(null);
  const add = (): void => {
    onChange([...values, '']);
    requestAnimationFrame(() => last.current?.focus());
  };
  return (
    <div className={css.fields} role="group" aria-label={label}>
      {/* A field has no other identity than its place. */}
      {values.map((text, index) => (
        <div key={index} className={css.field}>
          <TextField
            label={words.field(index + 1)}
            value={text}
            onChange={(value) => onChange(values.with(index, value))}
            maxLength={maxLength}
            problem={problem?.at === index ? problem.words : undefined}
            {...(index === values.length - 1 ? { inputRef: last } : {})}
          />
          {values.length > least ? (
            <IconButton
              size="small"
              label={words.remove(index + 1)}
              onPress={() => onChange(values.filter((_, at) => at !== index))}
            >
              <X />
            </IconButton>
          ) : null}
        </div>
      ))}
      {values.length < most ? (
        <Button look="quiet" icon={<Plus />} onPress={add}>
          {words.add}
        </Button>
      ) : null}
    </div>
  );
}
