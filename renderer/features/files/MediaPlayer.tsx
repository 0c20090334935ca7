import { Download, FileVideoCamera } from 'lucide-react';
import { useRef } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dotted } from '../../ui/Dotted.tsx';
import css from './MediaPlayer.module.css';
import { SaveLink } from './SaveLink.tsx';
import { SpeedButton } from './SpeedButton.tsx';
import { UploadLine } from './UploadLine.tsx';

/** What the core gives to be played (main/core/files/gate.ts). */
export const plays = (mediaType: string): boolean =>
  /^(video\/(mp4|webm|ogg|quicktime)|audio\/(mpeg|mp4|aac|ogg|webm|wav|x-wav|flac|x-m4a))$/.test(
    mediaType.split(';')[0] ?? '',
  );

/** Nobody has written captions for what a colleague recorded. */
const Film = 'video';

/** A video with the browser's own controls, and how fast it is played. */
export function MediaPlayer({ file, mine }: { file: FileView; mine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const player = useRef<HTMLVideoElement | null>(null);
  const { channelId, id, name, size, durationMs } = file;
  const length = durationMs === null ? [] : [format.playtime(durationMs)];
  return (
    <div className={classNames(css.media, css.film)} role="group" aria-label={name}>
      <header className={css.head}>
        <FileVideoCamera aria-hidden />
        <b className={css.title} title={name}>
          {name}
        </b>
        <small className={css.size}>
          <Dotted parts={[...length, format.bytes(size)]} />
        </small>
        <SpeedButton player={player} />
        <SaveLink file={file} label={t('files.downloadOf', { name })}>
          <Download aria-hidden />
        </SaveLink>
      </header>
      <Film
        ref={player}
        className={css.video}
        src={fileAddress({ channelId, fileId: id, part: 'original', save: false })}
        controls
        preload="metadata"
        aria-label={t('files.film', { name })}
      />
      {mine && file.state === 'waiting' ? <UploadLine file={file} /> : null}
    </div>
  );
}
