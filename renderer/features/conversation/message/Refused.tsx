import { CircleAlert } from 'lucide-react';
import type { RefusedView } from '../../../../shared/rpc/views.ts';
import { useLivePick } from '../../../app/core/use-live.ts';
import { sayRefusal } from '../../../i18n/failure-words.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import { Button } from '../../../ui/Button.tsx';
import { RichText } from '../../../text/RichText.tsx';
import type { TextNames } from '../../../text/text-reader.ts';
import { useMessageActions } from './message-actions.ts';
import css from './Refused.module.css';

interface Props {
  refused: RefusedView;
  /** It was never sent, as opposed to a change of what was. */
  unsent: boolean;
  /** There is a composer to take the text back into. */
  mayWrite: boolean;
  names: TextNames;
}

/** S7: why the relay did not take it, and every way on from there. */
export function Refused({ refused, unsent, mayWrite, names }: Props) {
  const t = useWords();
  const actions = useMessageActions();
  const { op, code, currentText } = refused;
  const item = useLivePick('outbox', {}, ['outbox'], (items) => items.find((one) => one.op === op));
  const { what, next } = sayRefusal(t, code);
  const text = item?.text ?? null;
  const lead = unsent
    ? 'conversation.notSent'
    : item?.name === 'message.delete'
      ? 'conversation.notDeleted'
      : 'conversation.notChanged';
  const discard = (
    <Button look="link" onPress={() => actions.discard(op)}>
      {t('common.discard')}
    </Button>
  );
  const copy =
    text === null ? null : (
      <Button look="link" onPress={() => actions.copyText(text)}>
        {t('common.copyText')}
      </Button>
    );
  const reason = (
    <p className={css.why}>
      <CircleAlert aria-hidden />
      <span>
        {t(lead)} {what} <span className={css.next}>{next}</span>
      </span>
    </p>
  );
  if (code === 'stale' && currentText !== null && text !== null) {
    return (
      <div className={css.refused} role="group" aria-label={t(lead)}>
        {reason}
        <div className={css.texts}>
          <section className={css.text}>
            <h4 className={css.whose}>{t('conversation.theirText')}</h4>
            <RichText text={currentText} names={names} />
          </section>
          <section className={css.text}>
            <h4 className={css.whose}>{t('conversation.yourText')}</h4>
            <RichText text={text} names={names} />
          </section>
        </div>
        <div className={css.ways}>
          <Button look="link" onPress={() => actions.overwrite(op)}>
            {t('conversation.keepMine')}
          </Button>
          <Button look="link" onPress={() => actions.discard(op)}>
            {t('conversation.keepTheirs')}
          </Button>
          {copy}
        </div>
      </div>
    );
  }
  return (
    <div className={css.refused} role="group" aria-label={t(lead)}>
      {!unsent && text !== null ? (
        <section className={css.text}>
          <h4 className={css.whose}>{t('conversation.yourText')}</h4>
          <RichText text={text} names={names} />
        </section>
      ) : null}
      {reason}
      <div className={css.ways}>
        <Button look="link" onPress={() => actions.retry(op)}>
          {t('common.retry')}
        </Button>
        {unsent && mayWrite && text !== null ? (
          <Button look="link" onPress={() => actions.takeBack(op, text)}>
            {t('conversation.edit')}
          </Button>
        ) : null}
        {copy}
        {discard}
      </div>
    </div>
  );
}
