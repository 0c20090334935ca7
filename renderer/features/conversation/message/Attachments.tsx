import type { LinkAttachment } from '../../../../shared/domain/kinds/message.ts';
import { useFormat, useWords } from '../../../i18n/words-context.tsx';
import { FILE_ICONS } from '../../files/file-icon.ts';
import { attachmentKind } from './attachment-kind.ts';
import { hostOf, LinkCard } from './LinkCard.tsx';

/** Links to files and pages that came with a message, as cards. */
export function Attachments({ attachments }: { attachments: readonly LinkAttachment[] }) {
  return attachments.map((attachment, i) => <AttachmentCard key={i} {...attachment} />);
}

function AttachmentCard({ url, title, text, mediaType, size }: LinkAttachment) {
  const t = useWords();
  const format = useFormat();
  const kind = attachmentKind(mediaType);
  const about = [
    kind === 'link' ? hostOf(url) : t(`conversation.file.${kind}`),
    ...(size === null ? [] : [format.bytes(size)]),
  ];
  return <LinkCard url={url} icon={FILE_ICONS[kind]} title={title} about={about} text={text} />;
}
