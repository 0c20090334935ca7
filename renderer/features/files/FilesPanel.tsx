import { Download, MessageSquareText, Paperclip } from 'lucide-react';
import { useState } from 'react';
import { fileGroups, type FileGroup } from '../../../shared/domain/file-group.ts';
import { fileAddress } from '../../../shared/rpc/file-address.ts';
import type { FileView } from '../../../shared/rpc/file-views.ts';
import { useKept, useLive } from '../../app/core/use-live.ts';
import { PanelHead } from '../../app/frame/PanelHead.tsx';
import { goToChannel } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dotted } from '../../ui/Dotted.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterChips } from '../../ui/FilterChips.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useChannel } from '../channels/use-channel.ts';
import { useChannelTitle } from '../channels/use-channel-title.ts';
import { FILE_ICONS, fileKind, isPicture } from './file-icon.ts';
import css from './FilesPanel.module.css';
import { openGallery } from './gallery-store.ts';
import { SaveLink } from './SaveLink.tsx';

const PAGE = 40;
/** As many as the core gives in one answer. */
const MOST = 200;
const KINDS: readonly (FileGroup | 'all')[] = ['all', ...fileGroups];

/** Everything that was ever attached in a channel, newest first. */
export function FilesPanel({ channelId }: { channelId: string }) {
  const t = useWords();
  const title = useChannelTitle(useChannel(channelId) ?? undefined);
  const [type, setType] = useState<FileGroup | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const list = useKept(
    useLive('channelFiles', { channelId, type, before: null, limit }, [
      `channel:${channelId}`,
      'people',
    ]),
  );
  const pictures = (list?.files ?? []).filter(
    (file) => isPicture(file.mediaType) && file.state === 'ready',
  );
  return (
    <>
      <PanelHead title={t('files.list')} of={title} />
      <FilterChips
        className={css.kinds}
        label={t('files.kinds')}
        chips={KINDS.map((kind) => ({ value: kind, label: t(`files.kind.${kind}`) }))}
        value={type ?? 'all'}
        onChange={(kind) => {
          setType(kind === 'all' ? null : kind);
          setLimit(PAGE);
        }}
      />
      {list === undefined ? null : list.files.length === 0 ? (
        <Nothing all={type === null} onAll={() => setType(null)} />
      ) : (
        <div className={css.list}>
          <ul aria-label={t('files.list')}>
            {list.files.map((file) => (
              <Row
                key={file.id}
                file={file}
                owner={list.people[file.ownerId]?.displayName ?? t('conversation.someone')}
                pictures={pictures}
              />
            ))}
          </ul>
          {list.more && limit < MOST ? (
            <Button onPress={() => setLimit(Math.min(MOST, limit + PAGE))}>
              {t('files.listMore')}
            </Button>
          ) : null}
          {list.complete ? null : <p className={css.partial}>{t('files.listPartial')}</p>}
        </div>
      )}
    </>
  );
}

function Nothing({ all, onAll }: { all: boolean; onAll: () => void }) {
  const t = useWords();
  if (all) {
    return (
      <EmptyState
        small
        icon={<Paperclip />}
        title={t('files.listEmpty')}
        note={t('files.listEmptyNote')}
      />
    );
  }
  return (
    <EmptyState
      small
      icon={<Paperclip />}
      title={t('files.listNone')}
      note={t('files.listNoneNote')}
      action={<Button onPress={onAll}>{t('files.listAll')}</Button>}
    />
  );
}

interface RowProps {
  file: FileView;
  owner: string;
  pictures: readonly FileView[];
}

function Row({ file, owner, pictures }: RowProps) {
  const t = useWords();
  const format = useFormat();
  const now = useNow();
  const { channelId, id, name, size, createdAt, messageId } = file;
  const Icon = FILE_ICONS[fileKind(file.mediaType)];
  const facts = [format.bytes(size), format.brief(createdAt, now)];
  if (file.state === 'waiting') facts.push(t('files.othersWaiting'));
  return (
    <li className={css.row}>
      {pictures.includes(file) ? (
        <button
          type="button"
          className={css.face}
          aria-label={t('files.open', { name })}
          onClick={() => openGallery(pictures, file)}
        >
          <img
            src={fileAddress({
              ...{ channelId, fileId: id, save: false },
              part: file.preview ? 'preview' : 'original',
            })}
            alt=""
            loading="lazy"
            draggable={false}
          />
        </button>
      ) : (
        <span className={css.face} aria-hidden>
          <Icon />
        </span>
      )}
      <span className={css.words}>
        <b className={css.name} title={name}>
          {name}
        </b>
        <small className={css.about}>
          <bdi className={css.owner}>{owner}</bdi>
          <span className={css.facts}>
            {' · '}
            <Dotted parts={facts} />
          </span>
        </small>
      </span>
      <IconButton
        size="small"
        label={t('files.toMessage')}
        onPress={() => goToChannel(channelId, messageId)}
      >
        <MessageSquareText />
      </IconButton>
      {file.state === 'ready' ? (
        <SaveLink file={file} label={t('files.downloadOf', { name })}>
          <Download aria-hidden />
        </SaveLink>
      ) : null}
    </li>
  );
}
