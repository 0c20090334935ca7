import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../i18n/words-context.tsx';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './IconButton.tsx';
import css from './NoticeArea.module.css';
import { dismiss, useNotices, type Notice } from './notices.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** How long a notice stays, ms; longer where there is something to press. */
const STAYS = 6_000;
const STAYS_WITH_ACTION = 12_000;

/** Notices, and the region that screen readers listen to. Drawn once, in the frame. */
export function NoticeArea() {
  const { notices, said } = useNotices();
  return (
    <>
      <output className={css.area}>
        {notices.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} />
        ))}
      </output>
      <VisuallyHidden>
        <output>{said}</output>
      </VisuallyHidden>
    </>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const t = useWords();
  const { id, text, bad, action } = notice;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), action === null ? STAYS : STAYS_WITH_ACTION);
    return () => clearTimeout(timer);
  }, [id, action]);
  return (
    <div className={classNames(css.notice, bad && css.bad)}>
      <span className={css.text}>{text}</span>
      {action === null ? null : (
        <Button
          look="link"
          onPress={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={t('common.close')} size="small" onPress={() => dismiss(id)}>
        <X />
      </IconButton>
    </div>
  );
}
