import { useLanguage, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { findCommand, nameIn } from './slash-commands.ts';
import css from './SlashLine.module.css';
import type { SlashProblem } from './use-slash.ts';

interface Props {
  id: string;
  /** The name of the command that is being typed; null where none is. */
  typed: string | null;
  problem: SlashProblem | null;
  onSendAsText: () => void;
}

/** Below the field: what is written behind the command's name, or why it was not carried out. */
export function SlashLine({ id, typed, problem, onSendAsText }: Props) {
  const t = useWords();
  const language = useLanguage();
  const command = typed === null ? undefined : findCommand(typed);
  if (problem !== null) {
    return (
      <div className={css.line}>
        <p id={id} role="alert" className={css.problem} dir="auto">
          {problem.words}
        </p>
        {problem.unknown ? <Button onPress={onSendAsText}>{t('slash.asText')}</Button> : null}
      </div>
    );
  }
  if (command === undefined) return null;
  return (
    <p id={id} className={css.line}>
      <b dir="ltr">/{nameIn(command, language)}</b> {t(command.usage)}
    </p>
  );
}
