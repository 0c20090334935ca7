import { Pin } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ChannelView } from '../../../shared/rpc/views.ts';
import { togglePanel, useRoutePick } from '../../app/router/router.ts';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { classNames } from '../../ui/class-names.ts';
import { WithTooltip } from '../../ui/Tooltip.tsx';
import css from './PinsButton.module.css';

const toggle = (): void => togglePanel({ show: 'pins' });

/** How much is pinned in a channel; opens the list. */
export function PinsButton({ channel: { pinCount } }: { channel: ChannelView }) {
  const t = useWords();
  const format = useFormat();
  const open = useRoutePick(({ panel }) => panel?.show === 'pins');
  const label = t('pins.button', { n: pinCount });
  if (pinCount === 0) {
    return (
      <IconButton label={label} active={open} onPress={toggle}>
        <Pin />
      </IconButton>
    );
  }
  return (
    <WithTooltip text={label}>
      <Button
        className={classNames(css.pins, open && css.open)}
        aria-label={label}
        onPress={toggle}
      >
        <Pin />
        {format.number(pinCount)}
      </Button>
    </WithTooltip>
  );
}
