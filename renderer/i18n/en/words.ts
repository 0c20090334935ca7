import { activity } from './activity.ts';
import { admin } from './admin.ts';
import { app } from './app.ts';
import { channels } from './channels.ts';
import { checklists } from './checklists.ts';
import { common } from './common.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { conversation } from './conversation.ts';
import { door } from './door.ts';
import { emoji } from './emoji.ts';
import { problem, refusal, signInProblem } from './failures.ts';
import { files } from './files.ts';
import { forward } from './forward.ts';
import { history } from './history.ts';
import { groups } from './groups.ts';
import { notices } from './notices.ts';
import { ownEmoji } from './own-emoji.ts';
import { people } from './people.ts';
import { pins } from './pins.ts';
import { previews } from './previews.ts';
import { polls } from './polls.ts';
import { scheduled } from './scheduled.ts';
import { saved } from './saved.ts';
import { search } from './search.ts';
import { sections } from './sections.ts';
import { seen } from './seen.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { sidebar } from './sidebar.ts';
import { slash } from './slash.ts';
import { switcher } from './switcher.ts';
import { tasks } from './tasks.ts';
import { thread } from './thread.ts';
import { workspaces } from './workspaces.ts';
import { workTime } from './work-time.ts';

/** The language that all others are checked against. */
export const en = {
  activity,
  admin,
  app,
  channels,
  checklists,
  common,
  composer,
  connection,
  conversation,
  door,
  emoji,
  files,
  forward,
  history,
  groups,
  notices,
  ownEmoji,
  people,
  pins,
  previews,
  polls,
  problem,
  refusal,
  scheduled,
  saved,
  search,
  sections,
  seen,
  settings,
  shortcuts,
  sidebar,
  signInProblem,
  slash,
  switcher,
  tasks,
  thread,
  workspaces,
  workTime,
};
