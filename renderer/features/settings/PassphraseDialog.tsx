import { useId, useState, type SubmitEvent } from 'react';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PasswordField } from '../sign-in/PasswordField.tsx';

/** Sets a passphrase over the key of the copy, where this computer has no keychain. */
export function PassphraseDialog({ isSet, onClose }: { isSet: boolean; onClose: () => void }) {
  const t = useWords();
  const act = useAct();
  const form = useId();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<'weak_passphrase' | 'key_store'>();
  const [busy, setBusy] = useState(false);
  const keep = (next: string | null): void => {
    if (busy) return;
    setBusy(true);
    void act((core) => core.setPassphrase({ passphrase: next })).then((result) => {
      setBusy(false);
      if (result?.ok === true) onClose();
      else if (result !== undefined) setProblem(result.code);
    });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    keep(passphrase);
  };
  return (
    <Dialog
      title={t('settings.passphraseTitle')}
      note={t('settings.passphraseNote')}
      onClose={onClose}
      footer={
        <>
          {isSet ? (
            <Button busy={busy} onPress={() => keep(null)}>
              {t('settings.passphraseRemove')}
            </Button>
          ) : null}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <PasswordField
          isNew
          label={t('door.passphrase')}
          hint={t('settings.passphraseHint')}
          value={passphrase}
          onChange={(text) => {
            setPassphrase(text);
            setProblem(undefined);
          }}
          problem={problem === undefined ? undefined : t(`settings.passphraseProblem.${problem}`)}
        />
      </form>
    </Dialog>
  );
}
