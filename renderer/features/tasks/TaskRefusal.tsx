import { CircleAlert } from 'lucide-react';
import type { RefusedView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { sayRefusal } from '../../i18n/failure-words.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './TaskRefusal.module.css';

/** S7: why a change of a task was not taken, and the ways on. */
export function TaskRefusal({ refused: { op, code } }: { refused: RefusedView }) {
  const t = useWords();
  const act = useAct();
  const { what, next } = sayRefusal(t, code);
  return (
    <div className={css.refusal} role="group" aria-label={t('conversation.notChanged')}>
      <p className={css.why}>
        <CircleAlert aria-hidden />
        {t('conversation.notChanged')} {what} {next}
      </p>
      <Button look="link" onPress={() => void act((core) => core.retry({ op }))}>
        {t('common.retry')}
      </Button>
      <Button look="link" onPress={() => void act((core) => core.discard({ op }))}>
        {t('common.discard')}
      </Button>
    </div>
  );
}
