import type { z } from 'zod';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import {
  accessSet,
  invitation,
  paths,
  roleSet,
  urgentCounts,
  type AddPersonRequest,
  type Invitation,
  type UrgentCounts,
} from '../../../shared/protocol/http.ts';
import type { CoreHandlers } from '../../../shared/rpc/core-api.ts';
import type { AccountProblem } from '../../../shared/rpc/problems.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { AccessAnswer } from './access-tokens.ts';
import type { RelayHttp, RelayProblem } from './relay-http.ts';
import type { Session } from './session.ts';

type Answer<T> = Promise<Result<T, AccountProblem>>;

/** What an administrator does with accounts: at once or not at all, so nothing of it is queued. */
export class Accounts {
  readonly #session: Pick<Session, 'profile' | 'accessToken'>;
  readonly #relay: Pick<RelayHttp, 'account'>;

  constructor(
    session: Pick<Session, 'profile' | 'accessToken'>,
    relay: Pick<RelayHttp, 'account'>,
  ) {
    this.#session = session;
    this.#relay = relay;
  }

  add(person: AddPersonRequest): Answer<Invitation> {
    return this.#ask(invitation, paths.people, person);
  }

  invite(userId: string): Answer<Invitation> {
    return this.#ask(invitation, paths.peopleInvite, { userId });
  }

  /** S12: closed, it ends the person's sessions and wipes their computers. */
  async setAccess(userId: string, open: boolean): Answer<null> {
    const answer = await this.#ask(accessSet, paths.peopleAccess, { userId, open });
    return answer.ok ? { ok: true, value: null } : answer;
  }

  /** What somebody may do from now on. */
  async setRole(userId: string, role: Role): Answer<null> {
    const answer = await this.#ask(roleSet, paths.peopleRole, { userId, role });
    return answer.ok ? { ok: true, value: null } : answer;
  }

  /** Who rang others outside their working hours. */
  urgent(): Answer<UrgentCounts> {
    return this.#ask(urgentCounts, paths.urgent, {});
  }

  async #ask<T>(schema: z.ZodType<T>, path: string, body: unknown): Answer<T> {
    const access = await this.#session.accessToken();
    const { profile } = this.#session;
    if (profile === null) return { ok: false, code: 'session_ended' };
    if (!access.ok) return { ok: false, code: problemOfAccess[access.reason] };
    const { address } = profile;
    const answer = await this.#relay.account(schema, { address, path, token: access.token, body });
    return answer.ok ? answer : { ok: false, code: problemOf[answer.code] ?? 'unavailable' };
  }
}

/** What the page asks of it; they are there before it is. */
export const accountHandlers = (
  accounts: () => Accounts,
): Pick<CoreHandlers, 'addPerson' | 'invitePerson' | 'setAccess' | 'setRole' | 'urgentCounts'> => ({
  addPerson: (person) => accounts().add(person),
  invitePerson: ({ userId }) => accounts().invite(userId),
  setAccess: ({ userId, open }) => accounts().setAccess(userId, open),
  setRole: ({ userId, role }) => accounts().setRole(userId, role),
  urgentCounts: () => accounts().urgent(),
});

const problemOfAccess: Record<(AccessAnswer & { ok: false })['reason'], AccountProblem> = {
  ended: 'session_ended',
  disabled: 'session_ended',
  offline: 'no_relay',
  not_a_relay: 'no_relay',
  bad_certificate: 'no_relay',
  unavailable: 'unavailable',
};

const problemOf: { readonly [C in RelayProblem]?: AccountProblem } = {
  no_relay: 'no_relay',
  not_a_relay: 'no_relay',
  bad_certificate: 'no_relay',
  session_ended: 'session_ended',
  forbidden: 'forbidden',
  name_taken: 'name_taken',
  not_found: 'not_found',
  disabled: 'disabled',
  invalid: 'invalid',
  rate_limited: 'rate_limited',
};
