import type { MouseEvent } from 'react';
import type { LinkAttachment } from '../../../../shared/domain/kinds/message.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { checkLink } from '../../../text/link-check.ts';
import { FILE_ICONS } from '../../files/file-icon.ts';
import { attachmentKind } from './attachment-kind.ts';
import css from './Attachments.module.css';
import { useMessageActions } from './message-actions.ts';

/** Links to files and pages, as cards. Nothing is fetched from where they lead. */
export function Attachments({ attachments }: { attachments: readonly LinkAttachment[] }) {
  return attachments.map((attachment, i) => <LinkCard key={i} attachment={attachment} />);
}

function LinkCard({ attachment }: { attachment: LinkAttachment }) {
  const t = useWords();
  const format = useFormat();
  const actions = useMessageActions();
  const { url, title, text, mediaType, size } = attachment;
  const kind = attachmentKind(mediaType);
  const Icon = FILE_ICONS[kind];
  const checked = checkLink(url, '');
  const about = [
    kind === 'link' ? hostOf(url) : t(`conversation.file.${kind}`),
    ...(size === null ? [] : [format.bytes(size)]),
  ].join(' · ');
  const inside = (
    <>
      <span className={css.kind} aria-hidden>
        <Icon />
      </span>
      <b className={css.title}>{title === '' ? url : title}</b>
      <small className={css.about}>{about}</small>
      {text === '' ? null : <p className={css.text}>{text}</p>}
    </>
  );
  if (!checked.open) return <div className={css.card}>{inside}</div>;
  const open = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.button <= 1) actions.openLink(checked.url);
  };
  return (
    <a
      className={css.card}
      href={checked.url}
      rel="noopener noreferrer"
      tabIndex={-1}
      data-stop
      draggable={false}
      onClick={open}
      onAuxClick={open}
    >
      {inside}
    </a>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : url);
