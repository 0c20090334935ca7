import { Copy } from 'lucide-react';
import { useShell } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { notify } from '../../ui/notices.ts';
import css from './admin.module.css';

/** The code with which somebody gets in: shown once, for it is kept nowhere. */
export function InvitationDialog({
  name,
  code,
  expiresAt,
  onClose,
}: {
  name: string;
  code: string;
  /** Ms. */
  expiresAt: number;
  onClose: () => void;
}) {
  const t = useWords();
  const format = useFormat();
  const shell = useShell();
  const address = useLivePick('session', {}, ['session'], (session) => session.address) ?? '';
  const text = t('admin.invitationText', { address, code });
  const copy = (): void => {
    shell.copyText({ text }).then(
      () => notify(t('common.copied')),
      () => notify(t('app.writeFailed'), { bad: true }),
    );
  };
  return (
    <Dialog
      title={t('admin.invitationTitle', { name })}
      note={t('admin.invitationNote', { when: format.date(expiresAt) })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button look="primary" icon={<Copy />} autoFocus onPress={copy}>
            {t('admin.invitationCopy')}
          </Button>
        </>
      }
    >
      <dl className={css.code}>
        <div>
          <dt>{t('settings.address')}</dt>
          <dd dir="ltr">{address}</dd>
        </div>
        <div>
          <dt>{t('admin.invitationCode')}</dt>
          <dd dir="ltr">
            <code>{code}</code>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
