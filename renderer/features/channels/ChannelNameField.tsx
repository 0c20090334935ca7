import { Hash } from 'lucide-react';
import { useLive } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { finishSlug, nameProblem, typeSlug, type NameProblem } from './channel-slug.ts';

/** Whether a channel may be called this, as far as this computer knows. */
export function useNameProblem(typed: string, own: string): NameProblem | undefined {
  const name = finishSlug(typed);
  const found = useLive('browse', { query: name, limit: 50 }, ['sidebar']);
  const known = new Set(found?.channels.map((channel) => channel.name));
  known.delete(own);
  return nameProblem(name, known);
}

interface Props {
  value: string;
  onChange: (name: string) => void;
  problem: NameProblem | undefined;
}

/** A channel's name, made right while it is typed; what is missing is only said once one has typed. */
export function ChannelNameField({ value, onChange, problem }: Props) {
  const t = useWords();
  const said = problem === undefined || value === '' ? undefined : t(`channels.${problem}`);
  return (
    <TextField
      label={t('channels.name')}
      value={value}
      onChange={(typed) => onChange(typeSlug(typed))}
      autoFocus
      start={<Hash />}
      spellCheck="false"
      maxLength={80}
      hint={t('channels.nameHint')}
      problem={said}
    />
  );
}
