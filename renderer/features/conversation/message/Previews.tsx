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
  return message.previews.map(({ place, url, title, text, site }) => (
    <LinkCard
      key={place}
      url={url}
      icon={FILE_ICONS.link}
      title={title}
      about={[...new Set([site, hostOf(url)])].join(' · ')}
      text={text}
      onRemove={mayRemove ? () => actions.removePreview(message, place) : undefined}
    />
  ));
}
