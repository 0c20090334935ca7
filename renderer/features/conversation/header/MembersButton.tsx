import { Users } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ChannelView } from '../../../../shared/rpc/views.ts';
import { useLive } from '../../../app/core/use-live.ts';
import { togglePanel } from '../../../app/router/router.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { Avatar } from '../../../ui/Avatar.tsx';
import { WithTooltip } from '../../../ui/Tooltip.tsx';
import css from './Head.module.css';

const FACES = 3;

/** Three faces and how many there are; opens the list of all. */
export function MembersButton({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const format = useFormat();
  const { id, memberCount } = channel;
  const members = useLive('members', { channelId: id, query: '', limit: FACES }, [`members:${id}`]);
  const label = t('conversation.head.members', { n: memberCount });
  return (
    <WithTooltip text={label}>
      <Button
        className={css.members ?? ''}
        aria-label={label}
        onPress={() => togglePanel({ show: 'members' })}
      >
        <span className={css.faces}>
          {members?.people.slice(0, FACES).map((person) => (
            <Avatar key={person.id} id={person.id} name={person.displayName} size="small" />
          ))}
        </span>
        <Users className={css.count ?? ''} />
        {format.number(memberCount)}
      </Button>
    </WithTooltip>
  );
}
