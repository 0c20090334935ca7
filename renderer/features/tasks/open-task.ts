import { MAX_TITLE } from '../../../shared/domain/kinds/task.ts';
import { openOverlay, type FromCommand } from '../../app/overlays.ts';
import type { TaskDraft } from './task-draft.ts';

const empty: TaskDraft = {
  ...{ channelId: null, messageId: null, title: '', assigneeId: null, dueAt: null },
};

/** Opens the form of a new task. */
export const openNewTask = ({ giveBack, ...begun }: Partial<TaskDraft> & FromCommand = {}): void =>
  openOverlay({ open: 'task', task: { ...empty, ...begun }, giveBack });

/** A message's first line, as it is read, as what is to be done. */
export const firstLine = (text: string): string =>
  (text.trim().split('\n', 1)[0] ?? '').trim().slice(0, MAX_TITLE);
