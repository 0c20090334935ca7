import { Download } from 'lucide-react';
import { useState } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dotted } from '../../ui/Dotted.tsx';
import thing from '../../ui/ThingCard.module.css';
import css from './FileCard.module.css';
import { FILE_ICONS, fileKind } from './file-icon.ts';
import { sayFileProblem } from './problem-words.ts';
import { SaveLink } from './SaveLink.tsx';
import { TextStart } from './TextStart.tsx';
import { UploadLine } from './UploadLine.tsx';

/** Any file: what it is, how large, and where to get it. */
export function FileCard({ file, mine }: { file: FileView; mine: boolean }) {
  const t = useWords();
  const format = useFormat();
  const kind = fileKind(file.mediaType);
  const Icon = FILE_ICONS[kind];
  const ready = file.state === 'ready';
  const words = kind === 'text' || kind === 'code';
  return (
    <div
      className={classNames(thing.card, css.card, file.state === 'refused' && css.refused)}
      role="group"
      aria-label={file.name}
    >
      {ready && kind === 'pdf' && file.preview ? <FirstPage file={file} /> : null}
      <span className={thing.sign} aria-hidden>
        <Icon />
      </span>
      <b className={thing.title} title={file.name}>
        {file.name}
      </b>
      {ready ? (
        <span className={css.save}>
          <SaveLink file={file} label={t('files.downloadOf', { name: file.name })}>
            <Download aria-hidden />
          </SaveLink>
        </span>
      ) : null}
      <div className={thing.about}>
        {file.state === 'refused' ? (
          <p className={css.bad}>{sayFileProblem(t, file.reason ?? 'invalid')}</p>
        ) : (
          <Dotted parts={[t(`conversation.file.${kind}`), format.bytes(file.size)]} />
        )}
        {file.state !== 'waiting' ? null : mine ? (
          <UploadLine file={file} />
        ) : (
          <p>{t('files.othersWaiting')}</p>
        )}
      </div>
      {words && (ready || mine) && file.state !== 'refused' ? <TextStart file={file} /> : null}
    </div>
  );
}

function FirstPage({ file: { channelId, id, name } }: { file: FileView }) {
  const t = useWords();
  const [failed, setFailed] = useState(false);
  if (failed) return null;
  return (
    <img
      className={css.page}
      src={fileAddress({ channelId, fileId: id, part: 'preview', save: false })}
      alt={t('files.picture', { name })}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}
