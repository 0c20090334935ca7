import { Paperclip } from 'lucide-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import css from './FileDrop.module.css';

const bringsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

interface Props {
  /** Null where nothing can be attached. */
  onFiles: ((files: readonly File[]) => void) | null;
  className?: string | undefined;
  children: ReactNode;
}

/** A place that files can be dropped on; it says so while some are held over it. */
export function FileDrop({ onFiles, className, children }: Props) {
  const t = useWords();
  /** Every part inside is entered and left by itself. */
  const [depth, setDepth] = useState(0);
  if (onFiles === null) return <div className={className}>{children}</div>;
  return (
    <div
      className={className}
      onDragEnter={(event) => {
        if (bringsFiles(event)) setDepth(depth + 1);
      }}
      onDragLeave={(event) => {
        if (bringsFiles(event)) setDepth(Math.max(0, depth - 1));
      }}
      onDragOver={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!bringsFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {depth === 0 ? null : (
        <div className={css.zone}>
          <Paperclip aria-hidden />
          <b>{t('files.drop')}</b>
          <small>{t('files.dropNote')}</small>
        </div>
      )}
    </div>
  );
}
