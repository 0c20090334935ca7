import { Pencil } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import type { PersonView, SidebarChannel } from '../../../shared/rpc/views.ts';
import { goIntoMain } from '../../app/frame/go-into-main.ts';
import { closeSidebar } from '../../app/overlays.ts';
import { hrefOf } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { ChannelMark } from './ChannelMark.tsx';
import { isUnread } from './sections.ts';
import { showRow } from './show-row.ts';
import css from './SidebarRow.module.css';

interface Props {
  channel: SidebarChannel;
  person: PersonView | undefined;
  /** It is with oneself. */
  own: boolean;
  open: boolean;
}

/** One conversation of the sidebar. Drawn again only when it changed itself. */
export const SidebarRow = memo(function SidebarRow({ channel, person, own, open }: Props) {
  const t = useWords();
  const title = own ? t('common.youNamed', { name: channel.title }) : channel.title;
  const { muted, draft } = channel;
  const row = useRef<HTMLAnchorElement>(null);
  // Whoever came by the keys or by the switcher sees where they are.
  useEffect(() => {
    if (open && row.current !== null) showRow(row.current, row.current.closest('[data-rows]'));
  }, [open]);
  return (
    <li>
      <a
        ref={row}
        href={hrefOf({ at: 'channel', channelId: channel.id, messageId: null })}
        data-channel={channel.id}
        aria-current={open ? 'page' : undefined}
        onClick={open ? backToIt : undefined}
        className={classNames(
          css.row,
          open && css.open,
          isUnread(channel) && css.unread,
          muted && css.muted,
        )}
      >
        <ChannelMark
          type={channel.type}
          people={channel.people}
          person={person}
          presence={channel.presence}
          archived={channel.archived}
        />
        <span className={css.name} dir="auto" title={title}>
          {title}
        </span>
        {channel.type === 'private' ? <Said words={t('sidebar.private')} /> : null}
        {channel.type === 'dm' && person?.off != null ? <Said words={t('workTime.off')} /> : null}
        {muted ? <Said words={t('sidebar.muted')} /> : null}
        {draft && !open ? (
          <>
            <Pencil className={css.draft} />
            <Said words={t('sidebar.draft')} />
          </>
        ) : null}
        <Count channel={channel} />
      </a>
    </li>
  );
});

/** The address stays as it is, so that nothing else would put the list away and go there. */
function backToIt(): void {
  closeSidebar();
  goIntoMain();
}

const Said = ({ words }: { words: string }) => <VisuallyHidden>, {words}</VisuallyHidden>;

function Count({ channel: { mentions, unread, muted } }: { channel: SidebarChannel }) {
  const t = useWords();
  const format = useFormat();
  if (mentions > 0) {
    return <Badge count={mentions} label={t('sidebar.mentionCount', { n: mentions })} />;
  }
  if (unread === 0 || muted) return null;
  return (
    <span className={css.count}>
      <span aria-hidden>{format.number(unread)}</span>
      <VisuallyHidden>{t('sidebar.unreadCount', { n: unread })}</VisuallyHidden>
    </span>
  );
}
