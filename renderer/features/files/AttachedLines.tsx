import type { ReactNode } from 'react';
import type { LinkAttachment } from '../../../shared/domain/kinds/message.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { attachmentKind } from '../conversation/message/attachment-kind.ts';
import css from './AttachedLines.module.css';
import { FILE_ICONS, fileKind } from './file-icon.ts';

interface Props {
  links: readonly LinkAttachment[];
  files: readonly FileView[];
}

/** What a message carries, a line each: named where it is not shown. */
export function AttachedLines({ links, files }: Props) {
  const t = useWords();
  const format = useFormat();
  if (links.length + files.length === 0) return null;
  return (
    <ul className={css.lines} aria-label={t('files.tray')}>
      {links.map(({ url, title, mediaType, size }, at) => {
        const Icon = FILE_ICONS[attachmentKind(mediaType)];
        const of = size === null ? {} : { size: format.bytes(size) };
        return <Line key={at} icon={<Icon />} name={title || url} {...of} />;
      })}
      {files.map(({ id, name, mediaType, size }) => {
        const Icon = FILE_ICONS[fileKind(mediaType)];
        return <Line key={id} icon={<Icon />} name={name} size={format.bytes(size)} />;
      })}
    </ul>
  );
}

function Line({ icon, name, size }: { icon: ReactNode; name: string; size?: string }) {
  return (
    <li>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <span className={css.name} title={name} dir="auto">
        {name}
      </span>
      {size === undefined ? null : <span className={css.size}>{size}</span>}
    </li>
  );
}
