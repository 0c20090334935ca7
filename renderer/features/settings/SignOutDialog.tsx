import { useAct } from '../../app/core/use-act.ts';
import { useLive, useLivePick } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { replacePlace } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';

/** Asks before the copy on this computer goes; louder where something was never sent (S7). */
export function SignOutDialog() {
  const t = useWords();
  const act = useAct();
  const workspace = useLivePick('session', {}, ['session'], (s) => s.workspace) ?? 'Balai';
  const unsent = useLive('outbox', {}, ['outbox'])?.length ?? 0;
  const signOut = (): void => {
    void act((core) => core.signOut({ force: unsent > 0 })).then((result) => {
      // Something was written meanwhile: the dialog now says so, and asks again.
      if (result?.ok !== true) return;
      closeOverlay();
      replacePlace({ at: 'home' });
    });
  };
  if (unsent === 0) {
    return (
      <ConfirmDialog
        title={t('settings.signOutTitle', { workspace })}
        note={t('settings.signOutNote')}
        confirm={t('settings.signOut')}
        onConfirm={signOut}
        onClose={closeOverlay}
      />
    );
  }
  return (
    <ConfirmDialog
      title={t('settings.signOutUnsentTitle')}
      note={t('settings.signOutUnsent', { n: unsent })}
      confirm={t('settings.signOutAnyway')}
      cancel={t('settings.stay')}
      onConfirm={signOut}
      onClose={closeOverlay}
    />
  );
}
