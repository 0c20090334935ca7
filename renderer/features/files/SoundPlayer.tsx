import { Download, FileMusic, Pause, Play } from 'lucide-react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import media from './MediaPlayer.module.css';
import { SaveLink } from './SaveLink.tsx';
import css from './SoundPlayer.module.css';
import { SpeedButton } from './SpeedButton.tsx';
import { UploadLine } from './UploadLine.tsx';
import { useSound } from './use-sound.ts';

/** What is said in it stands nowhere else: there are no captions. */
const Voice = 'audio';

/** A voice message or another recording, which plays in its place. */
export function SoundPlayer({ file, mine }: { file: FileView; mine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const { channelId, id, name, size, durationMs } = file;
  const sound = useSound(durationMs === null ? null : durationMs / 1_000);
  const { player, at, length, playing } = sound;
  const place = format.playtime(at * 1_000);
  const whole = length === null ? null : format.playtime(length * 1_000);
  return (
    <div className={media.media} role="group" aria-label={name}>
      <header className={media.head}>
        <FileMusic aria-hidden />
        <b className={media.title} title={name}>
          {name}
        </b>
        <small className={media.size}>{format.bytes(size)}</small>
        <SaveLink file={file} label={t('files.downloadOf', { name })}>
          <Download aria-hidden />
        </SaveLink>
      </header>
      {/* Time runs this way on every player, in every script. */}
      <div className={css.sound} dir="ltr">
        <button
          type="button"
          className={css.toggle}
          tabIndex={-1}
          data-stop
          aria-label={t(playing ? 'files.stopSound' : 'files.startSound', { name })}
          onClick={sound.toggle}
        >
          {playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        </button>
        <input
          type="range"
          className={css.place}
          tabIndex={-1}
          data-stop
          aria-label={t('files.soundPlace', { name })}
          aria-valuetext={whole === null ? place : t('files.soundAt', { at: place, length: whole })}
          min={0}
          max={Math.max(1, Math.ceil(length ?? 1))}
          step={1}
          disabled={length === null}
          value={Math.floor(at)}
          // The list has its own use for the arrows.
          onKeyDown={(event) => event.stopPropagation()}
          onChange={(event) => sound.seek(Number(event.target.value))}
        />
        <span className={css.time}>{playing || at > 0 ? place : (whole ?? place)}</span>
        <SpeedButton player={player} />
      </div>
      {sound.failed ? <p className={css.failed}>{t('files.notHere')}</p> : null}
      <Voice
        ref={player}
        src={fileAddress({ channelId, fileId: id, part: 'original', save: false })}
        // Its length is known already; where it is not, its beginning tells.
        preload={durationMs === null ? 'metadata' : 'none'}
        {...sound.events}
      />
      {mine && file.state === 'waiting' ? <UploadLine file={file} /> : null}
    </div>
  );
}
