import { Archive, Hash, Lock, PanelRight, Search } from 'lucide-react';
import type { ChannelView } from '../../../../shared/rpc/views.ts';
import { PaneHead } from '../../../app/frame/PaneHead.tsx';
import { openPanel, togglePanel, useRoute } from '../../../app/router/router.ts';
import { useKeyLabels } from '../../../app/shortcuts/use-shortcuts.ts';
import { useWords } from '../../../i18n/words-context.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PinsButton } from '../../pins/PinsButton.tsx';
import css from './Head.module.css';
import { MembersButton } from './MembersButton.tsx';
import { PersonAbout, PersonTitle } from './PersonHead.tsx';

/** The head of a conversation: what it is called, what it is about, who is in it. */
export function ConversationHead({ channel }: { channel: ChannelView }) {
  const t = useWords();
  const keys = useKeyLabels();
  const { panel } = useRoute();
  const conversation = channel.type === 'dm' || channel.type === 'group';
  const about = conversation ? (
    <PersonAbout channel={channel} />
  ) : channel.pending ? (
    t('conversation.head.pending')
  ) : (
    channel.topic
  );
  return (
    <PaneHead
      title={
        conversation ? (
          <PersonTitle channel={channel} />
        ) : (
          <>
            {channel.archived ? <Archive /> : channel.type === 'private' ? <Lock /> : <Hash />}
            <span className={css.name}>{channel.name}</span>
          </>
        )
      }
      about={about}
    >
      {channel.type === 'dm' ? null : <MembersButton channel={channel} />}
      {channel.mine === null ? null : <PinsButton channel={channel} />}
      <IconButton
        label={t('conversation.head.search')}
        keys={keys('searchHere')}
        active={panel?.show === 'search' && panel.here}
        onPress={() => openPanel({ show: 'search', here: true, query: '' })}
      >
        <Search />
      </IconButton>
      <IconButton
        label={t('conversation.head.details')}
        keys={keys('details')}
        active={panel?.show === 'details'}
        onPress={() => togglePanel({ show: 'details' })}
      >
        <PanelRight data-mirror />
      </IconButton>
    </PaneHead>
  );
}
