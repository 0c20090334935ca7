import type { Clock } from '../../../shared/domain/clock.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type {
  AcceptInviteRequest,
  SessionGranted,
  SignInRequest,
} from '../../../shared/protocol/http.ts';
import type { AccountStore } from '../../store/accounts.ts';
import { inviteHash } from './invite-code.ts';
import type { Passwords } from './passwords.ts';
import { RateLimit } from './rate-limit.ts';
import type { Sessions } from './sessions.ts';

/** One person mistypes a few times; a whole office may come through one address. */
const BY_NAME = { burst: 10, everyMs: 30_000 };
const BY_ADDRESS = { burst: 100, everyMs: 3_000 };

export type SignInResult =
  | { readonly ok: true; readonly granted: SessionGranted }
  | { readonly ok: false; readonly code: 'bad_credentials' | 'invite_invalid' | 'disabled' }
  | { readonly ok: false; readonly code: 'rate_limited'; readonly retryAfterMs: number };

interface SignInDeps {
  readonly accounts: AccountStore;
  readonly sessions: Sessions;
  readonly passwords: Passwords;
  readonly clock: Clock;
}

/** The two ways in: a password, or an invitation that sets one. Only tries that fail count. */
export class SignIn {
  readonly #accounts: AccountStore;
  readonly #sessions: Sessions;
  readonly #passwords: Passwords;
  readonly #clock: Clock;
  readonly #byName: RateLimit;
  readonly #byAddress: RateLimit;

  constructor({ accounts, sessions, passwords, clock }: SignInDeps) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#passwords = passwords;
    this.#clock = clock;
    this.#byName = new RateLimit(clock, BY_NAME);
    this.#byAddress = new RateLimit(clock, BY_ADDRESS);
  }

  /** @throws {PasswordsBusy} */
  async withPassword(request: SignInRequest, address: string): Promise<SignInResult> {
    const { name, password, device } = request;
    const wait = this.#byName.take(name) || this.#byAddress.take(address);
    if (wait > 0) return { ok: false, code: 'rate_limited', retryAfterMs: wait };
    const account = await this.#accounts.accountByName(name);
    const right = await this.#passwords.verify(account?.passwordHash ?? null, password);
    if (account === undefined || !right) return { ok: false, code: 'bad_credentials' };
    this.#byName.giveBack(name);
    this.#byAddress.giveBack(address);
    if (account.passwordHash !== null && this.#passwords.isDated(account.passwordHash)) {
      const fresh = await this.#passwords.hash(password);
      await this.#accounts.setPassword(account.userId, fresh);
    }
    return this.#enter(account.userId, device);
  }

  /**
   * Sets the password that came with an invitation. Whoever was signed in with an older one is
   * signed out.
   *
   * @throws {PasswordsBusy}
   */
  async withInvite(request: AcceptInviteRequest, address: string): Promise<SignInResult> {
    const { code, password, device } = request;
    const wait = this.#byAddress.take(address);
    if (wait > 0) return { ok: false, code: 'rate_limited', retryAfterMs: wait };
    // Hashed first: once the invitation is used there is nothing left that may fail for long.
    const passwordHash = await this.#passwords.hash(password);
    const userId = await this.#accounts.useInvite(inviteHash(code), this.#clock.now());
    if (userId === undefined) return { ok: false, code: 'invite_invalid' };
    this.#byAddress.giveBack(address);
    await this.#accounts.setPassword(userId, passwordHash);
    await this.#sessions.endAllOf(userId);
    return this.#enter(userId, device);
  }

  async #enter(userId: UserId, device: SignInRequest['device']): Promise<SignInResult> {
    const user = await this.#sessions.userOf(userId);
    if (user === undefined || user.disabledAt !== null) return { ok: false, code: 'disabled' };
    return { ok: true, granted: await this.#sessions.open(userId, device) };
  }
}
