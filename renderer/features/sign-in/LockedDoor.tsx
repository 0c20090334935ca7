import { useState } from 'react';
import type { SessionView } from '../../../shared/rpc/connection-views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { UnlockForm } from './UnlockForm.tsx';

/** The copy on this computer cannot be opened: why, what is safe, and the ways on (S12). */
export function LockedDoor({ session }: { session: SessionView }) {
  const t = useWords();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const { problem } = session;
  const again = (): void => void act((core) => core.connectNow({}));
  return (
    <DoorFrame
      title={t(session.state === 'storage' ? 'door.storageTitle' : 'door.lockedTitle')}
      {...(problem === null
        ? {}
        : { note: `${t(`problem.${problem}.what`)} ${t(`problem.${problem}.next`)}` })}
    >
      {problem === 'passphrase' ? (
        <UnlockForm />
      ) : (
        <Button look="primary" size="large" wide onPress={again}>
          {t('door.tryAgain')}
        </Button>
      )}
      {session.state === 'storage' ? null : (
        <Button size="large" wide onPress={() => setAsking(true)}>
          {t('door.otherAccount')}
        </Button>
      )}
      {asking ? (
        <ConfirmDialog
          title={t('settings.signOutTitle', { workspace: session.workspace ?? 'Balai' })}
          note={t('settings.signOutNote')}
          confirm={t('settings.signOut')}
          onConfirm={() => void act((core) => core.signOut({ force: true }))}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </DoorFrame>
  );
}
