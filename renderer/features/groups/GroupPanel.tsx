import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { useLookAt } from '../../app/frame/looked-at.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { useWords } from '../../i18n/words-context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import channels from '../channels/channels.module.css';
import { MemberRow } from '../channels/MemberRow.tsx';

/** Who is in a group that a message calls. */
export function GroupPanel({ groupId }: { groupId: string }) {
  const t = useWords();
  const group = useKept(useLive('group', { groupId }, ['groups', 'people']));
  useLookAt(useMemo(() => (group?.people ?? []).map(({ id }) => id), [group]));
  if (group === undefined) return <PanelHead title={t('groups.one')} />;
  if (group === null) {
    return (
      <>
        <PanelHead title={t('groups.one')} />
        <EmptyState
          small
          icon={<UsersRound />}
          title={t('groups.goneTitle')}
          note={t('groups.gone')}
        />
      </>
    );
  }
  const { name, about, people, userIds } = group;
  return (
    <>
      <PanelHead title={t('groups.one')} of={`@${name}`} />
      <div className={channels.list}>
        {about === '' ? null : (
          <p className={channels.partial} dir="auto">
            {about}
          </p>
        )}
        {userIds.length === 0 ? <p className={channels.partial}>{t('groups.empty')}</p> : null}
        <ul aria-label={t('groups.people')}>
          {people.map((person) => (
            <MemberRow key={person.id} person={person} isOwner={false} />
          ))}
        </ul>
      </div>
    </>
  );
}
