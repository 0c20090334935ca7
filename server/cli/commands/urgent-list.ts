import type { Urgent } from '../../../shared/domain/kinds/urgent.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { orgScope, registryScope } from '../../../shared/domain/scope.ts';
import { eachRow } from '../../store/read-row.ts';
import type { AdminCommand } from '../admin-command.ts';
import { table } from '../table.ts';

/** The newest are told one by one, as many as fit a screen. */
const SHOWN = 20;

export const urgentList: AdminCommand = {
  name: 'urgent list',
  help: 'Counts who sent urgent messages, which ring outside working hours, and shows the reasons',
  operands: [],
  options: {},
  begins: false,
  async run({ store }) {
    const names = new Map<string, string>();
    for await (const { id, name } of eachRow(store, orgScope, 'user')) names.set(id, name);
    const nameOf = (id: User['id']): string => names.get(id) ?? id;
    const all: Urgent[] = [];
    for await (const row of eachRow(store, registryScope, 'urgent')) all.push(row);
    all.sort((a, b) => b.at - a.at);
    const counts = new Map<string, number>();
    for (const { authorId } of all) counts.set(authorId, (counts.get(authorId) ?? 0) + 1);
    const people = [...counts]
      .map(([id, count]) => ({ name: nameOf(id), count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
    const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    const newest = all.slice(0, SHOWN).map((one) => ({ ...one, name: nameOf(one.authorId) }));
    return {
      text: [
        table(
          ['NAME', 'URGENT'],
          people.map(({ name, count }) => [name, count]),
        ),
        '',
        table(
          ['TIME (UTC)', 'NAME', 'REASON'],
          newest.map((one) => [day(one.at), one.name, one.reason]),
        ),
      ].join('\n'),
      json: {
        people,
        newest: newest.map(({ name, reason, at, channelId }) => ({ name, reason, at, channelId })),
      },
    };
  },
};
