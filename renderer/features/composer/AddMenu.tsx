import { ChartColumn, Plus } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useWords } from '../../i18n/words-context.tsx';
import { MenuItem, MenuPopover } from '../../ui/Menu.tsx';
import { openPoll } from '../polls/open-poll.ts';
import css from './Composer.module.css';

/** What can be made here beside a text. */
export function AddMenu({ channelId, rootId }: { channelId: string; rootId: string | null }) {
  const t = useWords();
  return (
    <MenuTrigger>
      <Button className={css.tool ?? ''} aria-label={t('composer.add')}>
        <Plus />
      </Button>
      <MenuPopover label={t('composer.add')} placement="top start">
        <MenuItem icon={<ChartColumn />} onAction={() => openPoll({ channelId, rootId })}>
          {t('polls.poll')}
        </MenuItem>
      </MenuPopover>
    </MenuTrigger>
  );
}
