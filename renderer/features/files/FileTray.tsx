import { Loader, RotateCw, X } from 'lucide-react';
import type { AttachedView } from '../../../shared/rpc/file-views.ts';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dotted } from '../../ui/Dotted.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { FILE_ICONS, fileKind, isPicture } from './file-icon.ts';
import { useWaitingWords } from './use-waiting-words.ts';
import css from './FileTray.module.css';
import { sayFileProblem } from './problem-words.ts';
import type { Tray } from './use-tray.ts';

/** What is attached to a draft, above the line of buttons. Draws nothing while nothing is. */
export function FileTray({ tray }: { tray: Tray }) {
  const t = useWords();
  const format = useFormat();
  if (tray.empty) return null;
  return (
    <div className={css.tray}>
      {tray.attached.length + tray.adding.length === 0 ? null : (
        <ul className={css.files} aria-label={t('files.tray')}>
          {tray.attached.map((file) => (
            <Attached key={file.id} file={file} tray={tray} />
          ))}
          {tray.adding.map(({ key, name, size }) => (
            <li key={key} className={css.file}>
              <span className={css.face} aria-hidden>
                <Loader />
              </span>
              <span className={css.name}>{name}</span>
              <small className={css.about}>
                <Dotted parts={[t('files.adding'), format.bytes(size)]} />
              </small>
            </li>
          ))}
        </ul>
      )}
      <div role="alert">
        {tray.failed.map(({ key, name, why }) => (
          <p key={key} className={css.failed}>
            {t('files.failed', { name, why: sayFileProblem(t, why) })}
            <button
              type="button"
              className={css.dismiss}
              aria-label={t('common.close')}
              onClick={() => tray.dismiss(key)}
            >
              <X aria-hidden />
            </button>
          </p>
        ))}
      </div>
    </div>
  );
}

function Attached({ file, tray }: { file: AttachedView; tray: Tray }) {
  const t = useWords();
  const format = useFormat();
  const { id, channelId, name, mediaType, size, sent, state, reason } = file;
  const Icon = FILE_ICONS[fileKind(mediaType)];
  const waits = useWaitingWords(reason);
  const picture = isPicture(mediaType) && file.width !== null;
  const way = {
    waiting: waits,
    sending: t('files.sending', { percent: format.percent(sent / size) }),
    done: null,
    refused: null,
  }[state];
  const length = file.durationMs === null ? [] : [format.playtime(file.durationMs)];
  const sized = [...length, format.bytes(size), ...(way === null ? [] : [way])];
  return (
    <li className={classNames(css.file, state === 'refused' && css.refused)}>
      <span className={css.face} aria-hidden>
        {picture ? (
          <img
            className={css.thumbnail}
            src={fileAddress({ channelId, fileId: id, part: 'original', save: false })}
            alt=""
            draggable={false}
          />
        ) : (
          <Icon />
        )}
      </span>
      <span className={css.name} title={name}>
        {name}
      </span>
      <small className={css.about}>
        {state === 'refused' ? sayFileProblem(t, reason ?? 'invalid') : <Dotted parts={sized} />}
      </small>
      {state === 'sending' && sent < size ? (
        <span className={css.progress}>
          <ProgressBar label={t('files.progress', { name })} fraction={sent / size} />
        </span>
      ) : null}
      <span className={css.buttons}>
        {state === 'refused' ? (
          <button
            type="button"
            className={css.button}
            aria-label={t('files.retry')}
            title={t('files.retry')}
            onClick={() => tray.retry(id)}
          >
            <RotateCw aria-hidden />
          </button>
        ) : null}
        <button
          type="button"
          className={css.button}
          aria-label={t('files.remove', { name })}
          title={t('files.remove', { name })}
          onClick={() => tray.remove(id)}
        >
          <X aria-hidden />
        </button>
      </span>
    </li>
  );
}
