import { importSlack as importExport } from '../../services/import/slack/import-slack.ts';
import { parts, type ImportReport, type Remark } from '../../services/import/slack/tally.ts';
import type { AdminCommand } from '../admin-command.ts';
import { table } from '../table.ts';

export const importSlack: AdminCommand = {
  name: 'import slack',
  help: 'Imports a Slack export, a zip or the folder that it unpacks to',
  operands: ['FILE'],
  options: {
    'keep-roles': { help: "Slack's owners and admins become owners and admins here" },
    'merge-names': { help: 'whoever has the same sign-in name here is the same person' },
    'shift-to-now': { help: 'moves all times by whole days to just before now (for a demo)' },
  },
  begins: true,
  async run({ store, clock, terminal }, { operands, switches }) {
    const report = await importExport(
      store,
      operands['FILE'] ?? '',
      {
        keepRoles: switches.has('keep-roles'),
        mergeNames: switches.has('merge-names'),
        shiftToNow: switches.has('shift-to-now'),
        onProgress: (messages) => terminal.progress(`${messages} messages`),
      },
      clock.now(),
    );
    terminal.progress('');
    return { text: tell(report), json: report };
  },
};

function tell(report: ImportReport): string {
  const { read, imported, already, skipped, changed } = report;
  const left = (of: string): number =>
    skipped.filter((one) => one.of === of).reduce((sum, { count }) => sum + count, 0);
  const counts = parts.map((part) => [part, read[part], imported[part], already[part], left(part)]);
  return [
    table(['', 'READ', 'IMPORTED', 'ALREADY HERE', 'LEFT OUT'], counts),
    ...remarks('Left out', skipped),
    ...remarks('Changed', changed),
    '',
    'Who was imported has no password yet. Invite people with: invite NAME',
  ].join('\n');
}

const remarks = (title: string, all: readonly Remark[]): string[] =>
  all.length === 0
    ? []
    : [
        '',
        `${title}:`,
        ...all.map(({ of, reason, count, examples }) => {
          return `  ${count} ${of}: ${reason} (${examples.join(', ')})`;
        }),
      ];
