import { Archive, Hash, Plus, SearchX } from 'lucide-react';
import { memo, useState } from 'react';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { PageBody, PageList } from '../../app/frame/PageBody.tsx';
import { PaneHead } from '../../app/frame/PaneHead.tsx';
import { openOverlay } from '../../app/overlays.ts';
import { goToChannel, hrefOf } from '../../app/router/router.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Marked } from '../../ui/Marked.tsx';
import { matchRanges } from '../../ui/mark-ranges.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import css from './channels.module.css';

const LIMIT = 200;

/** The public channels: to find one, to join it, to see what the company talks about. */
export function BrowseChannels() {
  const t = useWords();
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const found = useKept(useLive('browse', { query: wanted, limit: LIMIT }, ['sidebar']));
  const create = (): void => openOverlay({ open: 'create-channel', name: wanted });
  return (
    <>
      <PaneHead title={t('channels.browseTitle')}>
        <Button icon={<Plus />} onPress={create}>
          {t('channels.create')}
        </Button>
      </PaneHead>
      <PageBody>
        <SearchBox label={t('channels.browseSearch')} value={query} onChange={setQuery} autoFocus />
        <PageList label={t('channels.browseTitle')}>
          {found?.channels.map((channel) => (
            <BrowseRow key={channel.id} channel={channel} query={wanted} />
          ))}
        </PageList>
        {found?.channels.length === 0 ? (
          <NoneFound searched={wanted !== ''} onCreate={create} />
        ) : null}
        {found?.complete === false ? (
          <p className={css.partial}>{t('channels.browsePartial')}</p>
        ) : null}
      </PageBody>
    </>
  );
}

const BrowseRow = memo(function BrowseRow({
  channel,
  query,
}: {
  channel: ChannelView;
  query: string;
}) {
  const t = useWords();
  const act = useAct();
  const { id, name, topic, purpose, memberCount, archived, mine } = channel;
  const join = (): void => {
    void act((core) => core.joinChannel({ channelId: id })).then((queued) => {
      if (queued !== undefined) goToChannel(id);
    });
  };
  return (
    <li className={css.channel}>
      <a className={css.what} href={hrefOf({ at: 'channel', channelId: id, messageId: null })}>
        {archived ? <Archive /> : <Hash />}
        <span className={css.texts}>
          <span className={css.name} dir="auto">
            <Marked text={name} ranges={matchRanges(name, query)} />
          </span>
          <span className={css.about} dir="auto">
            {[
              // Who is in it is known to its members only.
              mine === null ? '' : t('channels.members', { n: memberCount }),
              topic === '' ? purpose : topic,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </span>
      </a>
      {archived ? <span className={css.state}>{t('channels.archived')}</span> : null}
      {mine === null && !archived ? <Button onPress={join}>{t('channels.join')}</Button> : null}
      {mine !== null && !archived ? (
        <span className={css.state}>{t('channels.joined')}</span>
      ) : null}
    </li>
  );
});

function NoneFound({ searched, onCreate }: { searched: boolean; onCreate: () => void }) {
  const t = useWords();
  return (
    <EmptyState
      icon={searched ? <SearchX /> : <Hash />}
      title={t(searched ? 'channels.browseEmptyTitle' : 'channels.browseNoneTitle')}
      note={t(searched ? 'channels.browseEmpty' : 'channels.browseNone')}
      action={
        <Button look="primary" onPress={onCreate}>
          {t('channels.create')}
        </Button>
      }
    />
  );
}
