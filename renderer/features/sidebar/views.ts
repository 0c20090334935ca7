import type { ComponentType } from 'react';
import type { Place } from '../../app/router/route.ts';
import { ActivityRow } from '../activity/ActivityRow.tsx';
import { ThreadsRow } from '../threads/ThreadsRow.tsx';
import { ScheduledRow } from '../scheduled/ScheduledRow.tsx';
import { TasksRow } from '../tasks/TasksRow.tsx';
import { SavedRow } from '../saved/SavedRow.tsx';

/** The place of a list across all conversations, which is also its name. */
export type ViewPlace = Exclude<Place['at'], 'channel'>;

/**
 * The lists across all conversations that stand above them, in this order: Threads, Activity,
 * Saved, Tasks, Scheduled. Each feature adds its line with its own `Row`, which draws a `SidebarViewRow`,
 * or nothing where the list is not shown.
 */
export const sidebarViews: readonly { readonly at: ViewPlace; readonly Row: ComponentType }[] = [
  { at: 'threads', Row: ThreadsRow },
  { at: 'activity', Row: ActivityRow },
  { at: 'saved', Row: SavedRow },
  { at: 'tasks', Row: TasksRow },
  { at: 'scheduled', Row: ScheduledRow },
];
