import { ImageOff, ImageUp } from 'lucide-react';
import { useState, type CSSProperties } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { openGallery } from './gallery-store.ts';
import css from './PictureGrid.module.css';
import { UploadLine } from './UploadLine.tsx';

interface Props {
  pictures: readonly FileView[];
  mine: boolean;
}

/** One picture in its own shape, several in frames of one size. Nothing moves when they arrive. */
export function PictureGrid({ pictures, mine }: Props) {
  const shown = pictures.filter(({ state }) => state === 'ready' || mine);
  return (
    <div className={classNames(css.grid, pictures.length > 1 && css.several)}>
      {pictures.map((file) => (
        <figure key={file.id} className={css.figure} style={shapeOf(file)}>
          {shown.includes(file) ? (
            <Picture file={file} onOpen={() => openGallery(shown, file)} />
          ) : (
            <Coming file={file} />
          )}
          {mine && file.state === 'waiting' ? (
            <figcaption className={css.caption}>
              <UploadLine file={file} />
            </figcaption>
          ) : null}
        </figure>
      ))}
    </div>
  );
}

const shapeOf = ({ width, height }: FileView): CSSProperties =>
  ({
    ...{ '--width': width ?? 4, '--height': height ?? 3 },
    '--natural': `${width ?? 4}px`,
  }) as CSSProperties;

function Picture({ file, onOpen }: { file: FileView; onOpen: () => void }) {
  const t = useWords();
  /** A new try has another address: a picture that failed once is asked for again. */
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const { channelId, id, name } = file;
  // A small file is shown as it is; a moving one only moves as it is.
  const whole = file.size < 200_000 || file.mediaType === 'image/gif' || !file.preview;
  const part = whole ? 'original' : 'preview';
  const address = fileAddress({ channelId, fileId: id, part, save: false });
  if (failed) {
    return (
      <button
        type="button"
        className={classNames(css.picture, css.none)}
        tabIndex={-1}
        data-stop
        aria-label={`${name}. ${t('files.notHere')} ${t('files.retry')}`}
        onClick={() => {
          setTries(tries + 1);
          setFailed(false);
        }}
      >
        <ImageOff aria-hidden />
        <small>{t('files.notHere')}</small>
        <small className={css.retry}>{t('files.retry')}</small>
      </button>
    );
  }
  return (
    <button
      type="button"
      className={css.picture}
      tabIndex={-1}
      data-stop
      aria-label={t('files.open', { name })}
      title={name}
      onClick={onOpen}
    >
      <img
        key={tries}
        src={address}
        alt={t('files.picture', { name })}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setFailed(true)}
      />
    </button>
  );
}

function Coming({ file }: { file: FileView }) {
  const t = useWords();
  return (
    <div className={classNames(css.picture, css.none)}>
      <ImageUp aria-hidden />
      <small className={css.comingName}>{file.name}</small>
      <small>{t('files.othersWaiting')}</small>
    </div>
  );
}
