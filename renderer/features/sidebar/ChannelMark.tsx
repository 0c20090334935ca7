import { Archive, Hash, Lock } from 'lucide-react';
import type { ChannelType } from '../../../shared/domain/kinds/channel.ts';
import type { PersonView, PresenceState } from '../../../shared/rpc/views.ts';
import { useFormat } from '../../i18n/words-context.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import css from './ChannelMark.module.css';

interface Props {
  type: ChannelType;
  /** Ids of a conversation's other people. */
  people: readonly string[];
  /** The first of them, where known. */
  person: PersonView | undefined;
  presence?: PresenceState | null | undefined;
  size?: 'small' | 'medium';
  archived?: boolean;
}

/**
 * What stands before a channel's name: a hash, a lock, a box for what is archived, somebody's
 * picture, a count of people.
 */
export function ChannelMark(props: Props) {
  const { type, people, person, presence, size = 'small', archived = false } = props;
  const format = useFormat();
  if (archived) return <Archive />;
  if (type === 'public') return <Hash />;
  if (type === 'private') return <Lock />;
  if (type === 'group') {
    return (
      <span className={size === 'small' ? css.group : css.groupMedium} aria-hidden>
        {format.number(people.length)}
      </span>
    );
  }
  return (
    <Avatar
      id={person?.id ?? people[0] ?? ''}
      name={person?.displayName ?? ''}
      size={size}
      presence={presence}
      off={person?.off != null}
      bot={person?.bot ?? false}
    />
  );
}
