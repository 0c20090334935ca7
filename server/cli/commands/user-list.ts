import type { UserId } from '../../../shared/domain/ids.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { eachRow } from '../../store/read-row.ts';
import type { AdminCommand } from '../admin-command.ts';
import { table } from '../table.ts';

type State = 'closed' | 'bot' | 'signs in' | 'no password';

async function stateOf(store: Store, user: User): Promise<State> {
  if (user.bot) return 'bot';
  if (user.disabledAt !== null) return 'closed';
  const account = await store.accounts.accountOf(user.id as UserId);
  return account === undefined || account.passwordHash === null ? 'no password' : 'signs in';
}

export const userList: AdminCommand = {
  name: 'user list',
  help: 'Lists people, and who of them can sign in',
  operands: [],
  options: {},
  begins: false,
  async run({ store }) {
    const found: { user: User; state: State }[] = [];
    for await (const user of eachRow(store, orgScope, 'user')) {
      found.push({ user, state: await stateOf(store, user) });
    }
    found.sort((a, b) => (a.user.name < b.user.name ? -1 : 1));
    const rows = found.map(({ user, state }) => [
      ...[user.name, user.displayName, user.role, state, user.title],
    ]);
    return {
      text: table(['NAME', 'DISPLAY NAME', 'ROLE', 'STATE', 'TITLE'], rows),
      json: found.map(({ user: { id, name, displayName, role, title }, state }) => ({
        ...{ id, name, displayName, role, title, state },
      })),
    };
  },
};
