import { UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useLive } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { openOverlay } from '../../app/overlays.ts';
import { openPanel } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import css from './channels.module.css';
import { MemberRow } from './MemberRow.tsx';

/** So many are shown here; the members panel has the rest. */
const SHOWN = 6;

/** The first few members, the way to all of them, and the way to add one. */
export function MembersBlock({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const { id } = channel;
  const members = useLive('members', { channelId: id, query: '', limit: SHOWN }, [
    `members:${id}`,
    'people',
  ]);
  useLookAt(useMemo(() => (members?.people ?? []).map((person) => person.id), [members]));
  const mayAdd = channel.type === 'public' || channel.type === 'private';
  return (
    <section className={css.block}>
      <div className={css.blockHead}>
        <h3 className={css.blockTitle}>{t('channels.members', { n: channel.memberCount })}</h3>
        {channel.memberCount > SHOWN ? (
          <Button look="link" onPress={() => openPanel({ show: 'members' })}>
            {t('channels.allMembers')}
          </Button>
        ) : null}
      </div>
      <ul>
        {members?.people.map((person) => (
          <MemberRow key={person.id} person={person} isOwner={members.owners.includes(person.id)} />
        ))}
      </ul>
      {mayAdd && channel.mine !== null && !channel.archived ? (
        <div className={css.actions}>
          <Button
            icon={<UserPlus />}
            onPress={() => openOverlay({ open: 'invite', channelId: id })}
          >
            {t('channels.addPeople')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
