import { Download, FileMusic, FileVideoCamera } from 'lucide-react';
import { useRef, useState } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import css from './MediaPlayer.module.css';
import { SaveLink } from './SaveLink.tsx';
import { UploadLine } from './UploadLine.tsx';

/** What the core gives to be played (main/core/files/gate.ts). */
export const plays = (mediaType: string): boolean =>
  /^(video\/(mp4|webm|ogg|quicktime)|audio\/(mpeg|mp4|aac|ogg|webm|wav|x-wav|flac|x-m4a))$/.test(
    mediaType.split(';')[0] ?? '',
  );

const SPEEDS = [1, 1.5, 2] as const;

/** A recording or a video with the browser's own controls, and how fast it is played. */
export function MediaPlayer({ file, mine }: { file: FileView; mine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const player = useRef<HTMLMediaElement | null>(null);
  const [speed, setSpeed] = useState<number>(1);
  const { channelId, id, name, mediaType, size } = file;
  const film = mediaType.startsWith('video/');
  const src = fileAddress({ channelId, fileId: id, part: 'original', save: false });
  const next = SPEEDS[(SPEEDS.findIndex((one) => one === speed) + 1) % SPEEDS.length] ?? 1;
  const Icon = film ? FileVideoCamera : FileMusic;
  // Nobody has written captions for what a colleague recorded.
  const Player = film ? 'video' : 'audio';
  const hold = (element: HTMLMediaElement | null): void => {
    player.current = element;
  };
  return (
    <div className={classNames(css.media, film && css.film)} role="group" aria-label={name}>
      <header className={css.head}>
        <Icon aria-hidden />
        <b className={css.title} title={name}>
          {name}
        </b>
        <small className={css.size}>{format.bytes(size)}</small>
        <button
          type="button"
          className={css.speed}
          aria-label={t('files.speed', { speed: `${format.number(speed)}×` })}
          title={t('files.speed', { speed: `${format.number(speed)}×` })}
          onClick={() => {
            setSpeed(next);
            if (player.current !== null) player.current.playbackRate = next;
          }}
        >
          {format.number(speed)}×
        </button>
        <SaveLink file={file} label={t('files.downloadOf', { name })}>
          <Download aria-hidden />
        </SaveLink>
      </header>
      <Player
        ref={hold}
        className={film ? css.video : css.audio}
        src={src}
        controls
        preload="metadata"
        aria-label={t(film ? 'files.film' : 'files.play', { name })}
      />
      {mine && file.state === 'waiting' ? <UploadLine file={file} /> : null}
    </div>
  );
}
