import { useRef, useState } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';

interface Props {
  beside: HTMLElement;
  placement?: 'top start' | 'top end' | 'bottom start' | 'bottom end';
  /** Whether emoji of the workspace are offered too. */
  own?: boolean;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** Towards the middle of the window, where there is room for it. */
function towardsMiddle(beside: HTMLElement): 'top start' | 'top end' {
  const { x, width } = beside.getBoundingClientRect();
  const atLeft = x + width / 2 < innerWidth / 2;
  return atLeft === (document.documentElement.dir !== 'rtl') ? 'top start' : 'top end';
}

/** The picker beside what opened it. It closes on a choice, on Esc and on a press elsewhere. */
export function EmojiPopover({ beside, placement, own = true, onPick, onClose }: Props) {
  const t = useWords();
  const anchor = useRef(beside);
  const [free] = useState(() => towardsMiddle(beside));
  return (
    <Popover
      label={t('emoji.title')}
      placement={placement ?? free}
      triggerRef={anchor}
      tall
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <EmojiPicker
        own={own}
        onPick={(emoji) => {
          onClose();
          onPick(emoji);
        }}
      />
    </Popover>
  );
}
