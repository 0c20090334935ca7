import { Landmark, Moon, ShieldCheck, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { OtherWorkspaces } from '../workspaces/OtherWorkspaces.tsx';
import css from './Door.module.css';

const STEPS = 3;

interface Props {
  title: string;
  note?: string;
  /** 1, 2 or 3 of the first run. */
  step?: number;
  children: ReactNode;
}

/** The two halves of the door: what is asked on the one side, what is promised on the other. */
export function DoorFrame({ title, note, step, children }: Props) {
  const t = useWords();
  return (
    <div className={css.door}>
      <main className={css.half}>
        <div className={css.form}>
          <span className={css.mark} aria-hidden>
            <Landmark />
          </span>
          <div>
            {step === undefined ? null : (
              <p className={css.step}>{t('door.step', { n: step, of: STEPS })}</p>
            )}
            <h1 className={css.title}>{title}</h1>
            {note === undefined ? null : <p className={css.note}>{note}</p>}
          </div>
          {children}
          {step === 3 ? null : <OtherWorkspaces />}
        </div>
      </main>
      <aside className={css.promises}>
        <Promised icon={<WifiOff />} title={t('door.promise.offline')}>
          {t('door.promise.offlineNote')}
        </Promised>
        <Promised icon={<Moon />} title={t('door.promise.work')}>
          {t('door.promise.workNote')}
        </Promised>
        <Promised icon={<ShieldCheck />} title={t('door.promise.company')}>
          {t('door.promise.companyNote')}
        </Promised>
      </aside>
    </div>
  );
}

function Promised({ icon, title, children }: { icon: ReactNode; title: string; children: string }) {
  return (
    <div className={css.promise}>
      <span className={css.square} aria-hidden>
        {icon}
      </span>
      <b>{title}</b>
      <p>{children}</p>
    </div>
  );
}
