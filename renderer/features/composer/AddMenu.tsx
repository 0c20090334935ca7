import { ChartColumn, ListChecks, ListTodo, Plus } from 'lucide-react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useWords } from '../../i18n/words-context.tsx';
import { MenuItem, MenuPopover } from '../../ui/Menu.tsx';
import { openChecklist } from '../checklists/open-checklist.ts';
import { openPoll } from '../polls/open-poll.ts';
import { openNewTask } from '../tasks/open-task.ts';
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
        <MenuItem icon={<ListTodo />} onAction={() => openChecklist({ channelId, rootId })}>
          {t('checklists.checklist')}
        </MenuItem>
        <MenuItem icon={<ListChecks />} onAction={() => openNewTask({ channelId })}>
          {t('tasks.task')}
        </MenuItem>
      </MenuPopover>
    </MenuTrigger>
  );
}
