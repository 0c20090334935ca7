import { useRef } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';

interface Props {
  beside: HTMLElement;
  placement?: 'top start' | 'top end' | 'bottom start' | 'bottom end';
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** The picker beside what opened it. It closes on a choice, on Esc and on a press elsewhere. */
export function EmojiPopover({ beside, placement = 'top end', onPick, onClose }: Props) {
  const t = useWords();
  const anchor = useRef(beside);
  return (
    <Popover
      label={t('emoji.title')}
      placement={placement}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <EmojiPicker
        onPick={(emoji) => {
          onClose();
          onPick(emoji);
        }}
      />
    </Popover>
  );
}
