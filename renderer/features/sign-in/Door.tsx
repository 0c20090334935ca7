import { useState, type SubmitEvent } from 'react';
import type { SessionView } from '../../../shared/rpc/connection-views.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { ForgetEnded } from '../workspaces/OtherWorkspaces.tsx';
import { useWorkspaces } from '../workspaces/use-workspaces.ts';
import css from './Door.module.css';
import { AddressField } from './AddressField.tsx';
import { DoorFrame } from './DoorFrame.tsx';
import { InviteForm } from './InviteForm.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { useAddressCheck } from './use-address-check.ts';

/** How somebody gets in: the workspace's address first, then who they are. */
export function Door({ session }: { session: SessionView }) {
  const t = useWords();
  const [address, setAddress] = useState(session.address ?? '');
  const [invited, setInvited] = useState(false);
  const ended = useWorkspaces().find(({ here }) => here)?.name ?? null;
  const { check, now } = useAddressCheck(address);
  const found = check.state === 'found';
  const title = found
    ? t(invited ? 'door.joinTitleOf' : 'door.titleOf', { workspace: check.workspace })
    : t(invited ? 'door.joinTitle' : 'door.title');
  const lookNow = (event: SubmitEvent): void => {
    event.preventDefault();
    now();
  };
  const Form = invited ? InviteForm : PasswordForm;
  return (
    <DoorFrame
      title={title}
      note={t(invited ? 'door.invited' : 'door.account')}
      step={found ? 2 : 1}
    >
      {session.problem === null ? null : (
        <div className={css.notice}>
          {session.problem === 'revoked' && ended !== null
            ? t('workspaces.revoked', { name: ended })
            : t(`problem.${session.problem}.what`)}{' '}
          {t(`problem.${session.problem}.next`)} <ForgetEnded />
        </div>
      )}
      <form className={css.fields} onSubmit={lookNow}>
        <AddressField address={address} check={check} onChange={setAddress} />
        {found ? null : (
          <Button type="submit" look="primary" size="large" wide>
            {t('door.continue')}
          </Button>
        )}
      </form>
      {found ? <Form address={address} /> : null}
      <Button size="large" wide onPress={() => setInvited(!invited)}>
        {t(invited ? 'door.usePassword' : 'door.useInvite')}
      </Button>
    </DoorFrame>
  );
}
