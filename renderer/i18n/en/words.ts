import { activity } from './activity.ts';
import { admin } from './admin.ts';
import { app } from './app.ts';
import { channels } from './channels.ts';
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
import { notices } from './notices.ts';
import { people } from './people.ts';
import { pins } from './pins.ts';
import { previews } from './previews.ts';
import { scheduled } from './scheduled.ts';
import { saved } from './saved.ts';
import { search } from './search.ts';
import { seen } from './seen.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { sidebar } from './sidebar.ts';
import { switcher } from './switcher.ts';
import { thread } from './thread.ts';
import { workspaces } from './workspaces.ts';
import { workTime } from './work-time.ts';

/** The language that all others are checked against. */
export const en = {
  activity,
  admin,
  app,
  channels,
  common,
  composer,
  connection,
  conversation,
  door,
  emoji,
  files,
  forward,
  history,
  notices,
  people,
  pins,
  previews,
  problem,
  refusal,
  scheduled,
  saved,
  search,
  seen,
  settings,
  shortcuts,
  sidebar,
  signInProblem,
  switcher,
  thread,
  workspaces,
  workTime,
};
