import { fileAddress } from '../../../../shared/rpc/file-address.ts';
import type { MessageView } from '../../../../shared/rpc/views.ts';
import { FILE_ICONS } from '../../files/file-icon.ts';
import { hostOf, LinkCard } from './LinkCard.tsx';
import { useMessageActions } from './message-actions.ts';

interface Props {
  message: MessageView;
  mayRemove: boolean;
}

/**
 * What the pages say of themselves that a message links to. The relay has asked them. Where a
 * link leads is said beside what the place calls itself, so that none passes for another.
 */
export function Previews({ message, mayRemove }: Props) {
  const actions = useMessageActions();
  const { channelId } = message;
  const addressOf = (fileId: string): string =>
    fileAddress({ channelId, fileId, part: 'original', save: false });
  return message.previews.map(({ place, url, title, text, site, picture }) => (
    <LinkCard
      key={place}
      url={url}
      icon={FILE_ICONS.link}
      picture={
        picture === null ? undefined : { address: addressOf(picture.fileId), alt: picture.alt }
      }
      title={title}
      about={[...new Set([site, hostOf(url)])]}
      text={text}
      onRemove={mayRemove ? () => actions.removePreview(message, place) : undefined}
    />
  ));
}
