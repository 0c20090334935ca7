import type { KeyboardEvent, ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { useWords } from '../i18n/words-context.tsx';
import { useTextReader, type TextNames } from './text-reader.ts';
import css from './RichText.module.css';

interface ChipProps {
  me: boolean;
  open: () => void;
  /** Said where it is pointed at. */
  note?: string;
  children: ReactNode;
}

function Chip({ me, open, note, children }: ChipProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.stopPropagation();
    open();
  };
  return (
    <span
      role="link"
      tabIndex={-1}
      data-stop
      className={css.mention}
      data-me={me || undefined}
      title={note}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      {children}
    </span>
  );
}

/** `@Ayu Kartika`, set off where it is the reader. */
export function PersonMention({ id, names }: { id: string; names: TextNames }) {
  const t = useWords();
  const reader = useTextReader();
  const name = names.people[id];
  if (name === undefined) return <span className={css.mention}>@{t('conversation.someone')}</span>;
  return (
    <Chip me={id === names.me} open={() => reader.openPerson(id)}>
      @{name}
    </Chip>
  );
}

export function ChannelMention({ id, names }: { id: string; names: TextNames }) {
  const t = useWords();
  const reader = useTextReader();
  const channel = names.channels[id];
  if (channel === undefined) {
    return <span className={css.mention}>#{t('conversation.someChannel')}</span>;
  }
  return (
    <Chip me={false} open={() => reader.openChannel(id)}>
      {channel.private ? <Lock aria-hidden className={css.lock} /> : '#'}
      {channel.name}
    </Chip>
  );
}

/** `@keuangan`, set off where the reader is in it; it shows who is. */
export function GroupMention({ id }: { id: string }) {
  const t = useWords();
  const reader = useTextReader();
  const group = reader.group(id);
  if (group === undefined) {
    return <span className={css.mention}>@{t('conversation.someGroup')}</span>;
  }
  return (
    <Chip me={group.mine} open={() => reader.openGroup(id)} note={group.people}>
      @{group.name}
    </Chip>
  );
}

export function EverybodyMention({ who }: { who: 'channel' | 'here' }) {
  return (
    <span className={css.mention} data-me>
      @{who}
    </span>
  );
}
