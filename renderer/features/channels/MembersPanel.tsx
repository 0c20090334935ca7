import { UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive, useLivePick } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { openOverlay } from '../../app/overlays.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import css from './channels.module.css';
import { MemberRow } from './MemberRow.tsx';
import { useChannel } from './use-channel.ts';
import { useChannelTitle } from './use-channel-title.ts';
import { useMayManage } from './use-may-manage.ts';

const LIMIT = 500;

/** Everybody in a channel. */
export function MembersPanel({ channelId }: { channelId: string }) {
  const t = useWords();
  const channel = useChannel(channelId) ?? undefined;
  const title = useChannelTitle(channel);
  const mayManage = useMayManage(channel);
  const myId = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.me.id);
  const [query, setQuery] = useState('');
  const [removing, setRemoving] = useState<PersonView | null>(null);
  const members = useKept(
    useLive('members', { channelId, query: query.trim(), limit: LIMIT }, [
      `members:${channelId}`,
      'people',
    ]),
  );
  useLookAt(useMemo(() => (members?.people ?? []).map((person) => person.id), [members]));
  const isChannel = channel?.type === 'public' || channel?.type === 'private';
  return (
    <>
      <PanelHead title={t('channels.memberList')} of={title}>
        {isChannel && channel.mine !== null && !channel.archived ? (
          <IconButton
            label={t('channels.addPeople')}
            onPress={() => openOverlay({ open: 'invite', channelId })}
          >
            <UserPlus />
          </IconButton>
        ) : null}
      </PanelHead>
      <div className={css.list}>
        <SearchBox label={t('channels.memberSearch')} value={query} onChange={setQuery} />
        <ul>
          {members?.people.map((person) => (
            <MemberRow
              key={person.id}
              person={person}
              query={query}
              isOwner={members.owners.includes(person.id)}
              onRemove={
                isChannel && mayManage && person.id !== myId ? () => setRemoving(person) : undefined
              }
            />
          ))}
        </ul>
        {members?.people.length === 0 ? (
          <p className={css.partial}>{t('channels.memberEmpty')}</p>
        ) : null}
        {members?.complete === false ? (
          <p className={css.partial}>{t('channels.membersPartial')}</p>
        ) : null}
      </div>
      {removing === null ? null : (
        <RemoveDialog channelId={channelId} person={removing} onClose={() => setRemoving(null)} />
      )}
    </>
  );
}

function RemoveDialog({
  channelId,
  person,
  onClose,
}: {
  channelId: string;
  person: PersonView;
  onClose: () => void;
}) {
  const t = useWords();
  const act = useAct();
  return (
    <ConfirmDialog
      title={t('channels.removeTitle', { name: person.displayName })}
      note={t('channels.removeNote')}
      confirm={t('channels.removeConfirm')}
      onClose={onClose}
      onConfirm={() => {
        void act((core) => core.removeFromChannel({ channelId, userId: person.id }));
        onClose();
      }}
    />
  );
}
