import type { ReactNode } from 'react';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import css from './SaveLink.module.css';
import { useSaveFile } from './use-save-file.ts';

interface Props {
  file: FileView;
  label: string;
  children: ReactNode;
}

/** Saves a file outside of the app; the core's gate decides whether it may (main/core/files/gate.ts). */
export function SaveLink({ file, label, children }: Props) {
  const save = useSaveFile();
  const { channelId, id, name } = file;
  return (
    <a
      className={css.link}
      href={fileAddress({ channelId, fileId: id, part: 'original', save: true })}
      download={name}
      aria-label={label}
      title={label}
      tabIndex={0}
      data-stop
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        save(file);
      }}
    >
      {children}
    </a>
  );
}
