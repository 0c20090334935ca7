import { app } from './app.ts';
import { channels } from './channels.ts';
import { common } from './common.ts';
import { connection } from './connection.ts';
import { conversation } from './conversation.ts';
import { door } from './door.ts';
import { problem, refusal, signInProblem } from './failures.ts';
import { people } from './people.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { shortcuts } from './shortcuts.ts';
import { sidebar } from './sidebar.ts';
import { switcher } from './switcher.ts';

/** The language that all others are checked against. */
export const en = {
  app,
  channels,
  common,
  connection,
  conversation,
  door,
  people,
  problem,
  refusal,
  search,
  settings,
  shortcuts,
  sidebar,
  signInProblem,
  switcher,
};
