import { checklist } from './commands/checklist.ts';
import { dnd } from './commands/dnd.ts';
import { invite } from './commands/invite.ts';
import { leave } from './commands/leave.ts';
import { poll } from './commands/poll.ts';
import { remind } from './commands/remind.ts';
import { status } from './commands/status.ts';
import { task } from './commands/task.ts';
import { topic } from './commands/topic.ts';
import type { SlashCommand } from './command.ts';

/** Every command of the composer, in the order in which they are offered. */
export const slashCommands: readonly SlashCommand[] = [
  ...[poll, task, checklist],
  ...[remind, status, dnd],
  ...[invite, topic, leave],
];

/** The name that is offered to people who read this language. */
export const nameIn = ({ names }: SlashCommand, language: string): string =>
  (language === 'id' ? names.at(-1) : names[0]) ?? '';

export const findCommand = (name: string): SlashCommand | undefined =>
  slashCommands.find(({ names }) => names.includes(name));

/** Those whose name begins so, in either language, and that can be used there. */
export const commandsFor = (query: string, conversation: boolean): SlashCommand[] =>
  slashCommands.filter(
    ({ names, where }) =>
      (where === 'everywhere' || !conversation) &&
      names.some((name) => name.startsWith(query.toLocaleLowerCase())),
  );
