import { Clock, CloudAlert, Upload } from 'lucide-react';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLivePick } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { sayFileProblem } from './problem-words.ts';
import { useWaitingWords } from './use-waiting-words.ts';
import css from './UploadLine.module.css';

/** How far one's own file is on its way, or why it does not go on. */
export function UploadLine({ file }: { file: FileView }) {
  const t = useWords();
  const act = useAct();
  const format = useFormat();
  const upload = useLivePick('uploads', {}, ['uploads'], (all) =>
    all.find((one) => one.id === file.id),
  );
  const waits = useWaitingWords(upload?.reason ?? null);
  // Attached on another computer of theirs: that one brings it.
  if (upload === undefined) return <Line icon={<Clock />}>{t('files.othersWaiting')}</Line>;
  const { state, sent, size, reason } = upload;
  if (state === 'refused') {
    return (
      <Line icon={<CloudAlert />} bad>
        {sayFileProblem(t, reason ?? 'invalid')}{' '}
        <Button
          look="link"
          onPress={() => void act((core) => core.retryUpload({ fileId: file.id }))}
        >
          {t('files.retry')}
        </Button>
      </Line>
    );
  }
  if (state === 'waiting') {
    return <Line icon={<Clock />}>{waits}</Line>;
  }
  if (state === 'done') return <Line icon={<Upload />}>{t('files.done')}</Line>;
  return (
    <div className={css.sending}>
      <Line icon={<Upload />}>{t('files.sending', { percent: format.percent(sent / size) })}</Line>
      <ProgressBar label={t('files.progress', { name: file.name })} fraction={sent / size} />
    </div>
  );
}

function Line({
  icon,
  bad = false,
  children,
}: {
  icon: React.ReactNode;
  bad?: boolean;
  children: React.ReactNode;
}) {
  return (
    <p className={classNames(css.line, bad && css.bad)}>
      {icon}
      <span>{children}</span>
    </p>
  );
}
