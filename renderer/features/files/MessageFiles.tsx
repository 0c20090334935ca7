import type { FileView } from '../../../shared/rpc/file-views.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { FileCard } from './FileCard.tsx';
import { isPicture } from './file-icon.ts';
import { MediaPlayer, plays } from './MediaPlayer.tsx';
import { PictureGrid } from './PictureGrid.tsx';
import { SoundPlayer } from './SoundPlayer.tsx';

/** A picture has its place before its bytes are there; without its size it stands as a card. */
const hasFrame = ({ mediaType, width, state }: FileView): boolean =>
  isPicture(mediaType) && width !== null && state !== 'refused';

const playerOf = ({ mediaType }: FileView) =>
  mediaType.startsWith('audio/') ? SoundPlayer : MediaPlayer;

/** A message's files: pictures together, then each other one. */
export function MessageFiles({ files, mine }: { files: readonly FileView[]; mine: boolean }) {
  const pictures = files.filter(hasFrame);
  return (
    <>
      {pictures.length === 0 ? null : <PictureGrid pictures={pictures} mine={mine} />}
      {files.map((file) => {
        if (hasFrame(file)) return null;
        const playable = plays(file.mediaType) && (file.state === 'ready' || mine);
        const Shown = !playable || file.state === 'refused' ? FileCard : playerOf(file);
        return <Shown key={file.id} file={file} mine={mine} />;
      })}
    </>
  );
}

/** What a message without words says to a screen reader. */
export function FileNames({ files }: { files: readonly FileView[] }) {
  return <VisuallyHidden>{files.map(({ name }) => name).join(', ')}</VisuallyHidden>;
}
