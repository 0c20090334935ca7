import { useCallback } from 'react';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import type { AccountProblem } from '../../../shared/rpc/problems.ts';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { useAct } from '../../app/core/use-act.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { notify } from '../../ui/notices.ts';

interface Invited {
  readonly code: string;
  /** Ms. */
  readonly expiresAt: number;
}

export interface Accounts {
  /** Undefined where it failed, which has been said. */
  readonly invite: (person: PersonView) => Promise<Invited | undefined>;
  readonly setAccess: (person: PersonView, open: boolean) => Promise<void>;
  /** What stood in the way; undefined where it was done, or where that has been said. */
  readonly setRole: (person: PersonView, role: Role) => Promise<AccountProblem | undefined>;
}

/** What happened, that nothing was changed, and what to do. */
export function useAccountProblem(): (code: AccountProblem) => string {
  const t = useWords();
  return useCallback(
    (code) => `${t(`admin.problem.${code}.what`)} ${t(`admin.problem.${code}.next`)}`,
    [t],
  );
}

/** Invites, raises, closes and opens accounts, and says what came of it. */
export function useAccounts(): Accounts {
  const t = useWords();
  const act = useAct();
  const say = useAccountProblem();
  const invite = useCallback(
    async (person: PersonView) => {
      const result = await act((core) => core.invitePerson({ userId: person.id }));
      if (result?.ok === true) return result.value;
      if (result !== undefined) notify(say(result.code), { bad: true });
      return undefined;
    },
    [act, say],
  );
  const setAccess = useCallback(
    async (person: PersonView, open: boolean) => {
      const result = await act((core) => core.setAccess({ userId: person.id, open }));
      if (result === undefined) return;
      const name = person.displayName;
      if (!result.ok) notify(say(result.code), { bad: true });
      else notify(t(open ? 'admin.opened' : 'admin.closed', { name }));
    },
    [act, say, t],
  );
  const setRole = useCallback(
    async (person: PersonView, role: Role) => {
      const result = await act((core) => core.setRole({ userId: person.id, role }));
      if (result?.ok === false) return result.code;
      const words = { name: person.displayName, role: t(`people.role.${role}`) };
      if (result !== undefined) notify(t('admin.roleChanged', words));
      return undefined;
    },
    [act, t],
  );
  return { invite, setAccess, setRole };
}
