import type { Clock } from '../../../shared/domain/clock.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import type { Store } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import { readAccessToken } from './access-token.ts';
import { signingKey } from './signing-key.ts';

/** Who is at the other end of a connection or a request. */
export interface Identity {
  readonly userId: UserId;
  readonly sessionId: string;
  /** As it was when the token was checked. */
  readonly role: Role;
  /** When the token runs out, ms. */
  readonly expires: number;
}

export interface Authenticator {
  /**
   * Who an access token speaks for; undefined where it is not ours, has run out, its session has
   * ended or the person's account was closed.
   */
  verify(token: string): Promise<Identity | undefined>;
  /**
   * Those of these sessions that must be disconnected.
   *
   * The gateway asks this every few seconds for the sessions of its connections, beside listening
   * to `session_ended` hints (S13): an end may come from another process, such as the admin
   * command line beside a running relay, or a hint may have been lost. Closing an account ends the
   * person's sessions in the same step, so this question is enough for that too. A change of role
   * ends nothing: it comes as a `user` row in `org`.
   */
  endedSessions(sessionIds: readonly string[]): Promise<string[]>;
}

export function createAuthenticator(store: Store, clock: Clock): Authenticator {
  const key = signingKey(store.accounts, 'access-token-key');
  return {
    async verify(token) {
      const claims = await readAccessToken(key, token, clock.now());
      if (claims === undefined) return undefined;
      const { userId, sessionId, expires } = claims;
      const [ended] = await store.accounts.endedAmong([sessionId]);
      if (ended !== undefined) return undefined;
      const user = await getRow(store, orgScope, 'user', userId);
      if (user === undefined || user.disabledAt !== null) return undefined;
      return { userId, sessionId, role: user.role, expires };
    },
    endedSessions: (sessionIds) => store.accounts.endedAmong(sessionIds),
  };
}
