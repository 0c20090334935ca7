import { CalendarClock, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useFormat, useWords } from '../../i18n/words-context.tsx';
import { MenuItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { laterChoices } from './later-choices.ts';
import css from './scheduled.module.css';
import { TimeDialog } from './TimeDialog.tsx';

interface Props {
  /** There is nothing to send. */
  disabled: boolean;
  onChoose: (at: number) => void;
}

/** Beside the button that sends: opens the times at which it could go out instead. */
export function SendLater({ disabled, onChoose }: Props) {
  const t = useWords();
  const format = useFormat();
  const [choosing, setChoosing] = useState(false);
  const choices = laterChoices(Date.now());
  return (
    <MenuTrigger>
      <Button
        className={css.more ?? ''}
        aria-label={t('scheduled.sendLater')}
        isDisabled={disabled}
      >
        <ChevronDown />
      </Button>
      <MenuPopover label={t('scheduled.sendLater')} placement="top end">
        {choices.map(({ name, at }) => (
          <MenuItem key={name} onAction={() => onChoose(at)}>
            {t(`scheduled.choice.${name}`, { time: format.time(at) })}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem icon={<CalendarClock />} onAction={() => setChoosing(true)}>
          {t('scheduled.chooseTime')}
        </MenuItem>
      </MenuPopover>
      {choosing ? (
        <TimeDialog
          title={t('scheduled.sendLater')}
          at={choices.at(0)?.at ?? Date.now()}
          onChoose={onChoose}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </MenuTrigger>
  );
}
