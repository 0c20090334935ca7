import type { SignInProblem } from '../../../shared/rpc/problems.ts';
import { useWords } from '../../i18n/words-context.tsx';
import css from './Door.module.css';

/** Why it did not work, and what to do; read out when it appears. */
export function EntryProblem({ problem, wait }: { problem: SignInProblem | null; wait: number }) {
  const t = useWords();
  if (problem === null) return null;
  return (
    <p role="alert" className={css.problem}>
      {t(`signInProblem.${problem}.what`)}{' '}
      {wait > 0 ? t('door.retryIn', { seconds: wait }) : t(`signInProblem.${problem}.next`)}
    </p>
  );
}
