import type { AnyCommand } from './admin-command.ts';
import { channelList } from './commands/channel-list.ts';
import { importSlack } from './commands/import-slack.ts';
import { invite } from './commands/invite.ts';
import { storeCopy } from './commands/store-copy.ts';
import { urgentList } from './commands/urgent-list.ts';
import { userAdd } from './commands/user-add.ts';
import { userDisable, userEnable } from './commands/user-disable.ts';
import { userList } from './commands/user-list.ts';
import { userPassword } from './commands/user-password.ts';
import { userUpdate } from './commands/user-update.ts';
import { workspaceHolidays } from './commands/workspace-holidays.ts';
import { workspaceHours } from './commands/workspace-hours.ts';
import { workspacePolicy } from './commands/workspace-policy.ts';
import { workspaceSet } from './commands/workspace-set.ts';

export const adminCommands: readonly AnyCommand[] = [
  workspaceSet,
  workspaceHours,
  workspaceHolidays,
  workspacePolicy,
  userAdd,
  userList,
  userUpdate,
  userDisable,
  userEnable,
  userPassword,
  invite,
  channelList,
  urgentList,
  importSlack,
  storeCopy,
];
