import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { closePanel } from '../router/router.ts';
import css from './PanelHead.module.css';

/** The head of the right panel: what it is, of what, and the way to close it. */
export function PanelHead({
  title,
  of,
  children,
}: {
  title: string;
  of?: ReactNode;
  children?: ReactNode;
}) {
  const t = useWords();
  return (
    <header className={css.head}>
      <h2 className={css.title}>{title}</h2>
      {of === undefined ? null : (
        <span className={css.of} dir="auto">
          {of}
        </span>
      )}
      <div className={css.end}>
        {children}
        <IconButton label={t('common.close')} onPress={closePanel}>
          <X />
        </IconButton>
      </div>
    </header>
  );
}
