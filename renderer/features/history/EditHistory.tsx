import { useLive } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { RichText } from '../../text/RichText.tsx';
import { TextReaderProvider } from '../../text/text-reader.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useTextNames } from '../conversation/use-text-names.ts';
import { useTextReader } from '../conversation/use-text-reader.ts';
import css from './EditHistory.module.css';

const nobody = { people: {}, channels: {} };

interface Props {
  channelId: string;
  messageId: string;
}

/** What a message says, and what it said before each edit, the newest text first. */
export function EditHistory({ channelId, messageId }: Props) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const textReader = useTextReader();
  const list = useLive('revisions', { channelId, messageId }, [
    `channel:${channelId}`,
    'company',
    'people',
  ]);
  const names = useTextNames(list ?? nobody);
  if (list === undefined) return null;
  const said = list.now;
  const texts =
    said === null
      ? []
      : [{ text: said.text, at: said.editedAt ?? said.createdAt }, ...list.revisions];
  return (
    <Dialog title={t('history.title')} wide onClose={closeOverlay}>
      {said === null ? (
        <p>{t('history.none')}</p>
      ) : (
        <TextReaderProvider value={textReader}>
          <ol className={css.list} aria-label={t('history.texts')}>
            {texts.map(({ text, at }, i) => (
              <li key={i} className={css.text}>
                <p className={css.when}>
                  <time dateTime={new Date(at).toISOString()} title={format.full(at)}>
                    {i === 0
                      ? t('history.since', { when: format.when(at, now) })
                      : format.when(at, now)}
                  </time>
                </p>
                <RichText text={text} names={names} />
              </li>
            ))}
          </ol>
          {list.complete ? null : <p className={css.when}>{t('history.partial')}</p>}
        </TextReaderProvider>
      )}
    </Dialog>
  );
}
