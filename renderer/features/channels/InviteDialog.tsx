import { useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useLive } from '../../app/core/use-live.ts';
import { closeOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { PeoplePicker } from '../people/PeoplePicker.tsx';
import { useChannel } from './use-channel.ts';
import { useChannelTitle } from './use-channel-title.ts';

/** As many as one command carries (shared/commands/channel-invite.ts). */
const MOST = 100;

/** Brings colleagues into a channel. */
export function InviteDialog({ channelId }: { channelId: string }) {
  const t = useWords();
  const act = useAct();
  const channel = useChannel(channelId);
  const title = useChannelTitle(channel ?? undefined);
  const [chosen, setChosen] = useState<readonly PersonView[]>([]);
  const members = useLive('members', { channelId, query: '', limit: 500 }, [
    `members:${channelId}`,
  ]);
  const invite = (): void => {
    if (chosen.length === 0) return;
    const userIds = chosen.map((person) => person.id);
    void act((core) => core.inviteToChannel({ channelId, userIds })).then(closeOverlay);
  };
  return (
    <Dialog
      title={t('channels.inviteTitle', { channel: title })}
      note={t('channels.inviteNote')}
      onClose={closeOverlay}
      footer={
        <>
          <Button onPress={closeOverlay}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={invite}>
            {t('channels.invite')}
          </Button>
        </>
      }
    >
      <PeoplePicker
        label={t('channels.people')}
        chosen={chosen}
        onChange={setChosen}
        without={members?.people.map((person) => person.id) ?? []}
        most={MOST}
        autoFocus
        onDone={invite}
      />
    </Dialog>
  );
}
