import type { User } from '../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { countUrgent } from '../../services/urgent/count-urgent.ts';
import { eachRow } from '../../store/read-row.ts';
import type { AdminCommand } from '../admin-command.ts';
import { table } from '../table.ts';

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
    const counted = await countUrgent(store);
    const people = counted.people
      .map(({ userId, count }) => ({ name: nameOf(userId), count }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
    const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    const newest = counted.newest.map((one) => ({ ...one, name: nameOf(one.authorId) }));
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
