import type { z } from 'zod';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { User } from '../../../shared/domain/kinds/user.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { SessionGranted, signInRequest } from '../../../shared/protocol/http.ts';
import type { Bus } from '../../bus/port.ts';
import type { Session } from '../../store/accounts.ts';
import type { Store } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import { makeAccessToken, readAccessToken } from './access-token.ts';
import { firstRefreshToken, nextRefreshToken, readRefreshToken } from './refresh-token.ts';
import { secureRandom, type RandomBytes } from './secrets.ts';
import { signingKey } from './signing-key.ts';

/** A device that was not heard of for so long has to sign in again, ms. */
export const SESSION_IDLE_MS = 90 * 24 * 3_600_000;

type Device = z.infer<typeof signInRequest>['device'];
type Refreshed =
  | { readonly ok: true; readonly granted: SessionGranted }
  | { readonly ok: false; readonly code: 'session_ended' | 'disabled' };

const ended = { ok: false, code: 'session_ended' } as const;
const disabled = { ok: false, code: 'disabled' } as const;

export interface SessionDeps {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly random?: RandomBytes;
}

/** What signing in gives: a session with a pair of tokens, renewed until it ends. */
export class Sessions {
  readonly #store: Store;
  readonly #bus: Bus;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #newId: () => string;
  readonly #accessKey;
  readonly #refreshKey;

  constructor({ store, bus, clock, random = secureRandom }: SessionDeps) {
    this.#store = store;
    this.#bus = bus;
    this.#clock = clock;
    this.#random = random;
    this.#newId = uuid7Generator(() => clock.now(), random);
    this.#accessKey = signingKey(store.accounts, 'access-token-key', random);
    this.#refreshKey = signingKey(store.accounts, 'refresh-token-key', random);
  }

  userOf(userId: UserId): Promise<User | undefined> {
    return getRow(this.#store, orgScope, 'user', userId);
  }

  async open(userId: UserId, device: Device): Promise<SessionGranted> {
    const now = this.#clock.now();
    const id = this.#newId();
    const token = firstRefreshToken(await this.#refreshKey(), id, this.#random);
    await this.#store.accounts.addSession({
      ...{ id, userId, deviceId: device.id, deviceName: device.name },
      ...{ refreshHash: token.hash, previousHash: null },
      ...{ createdAt: now, seenAt: now, endedAt: null },
    });
    return this.#granted(userId, id, token.text);
  }

  /**
   * A fresh pair for a refresh token that is in use, or that was before the one in use, which was
   * not used yet. Any other token that this relay once made has been copied, so its session ends.
   */
  async refresh(refreshToken: string): Promise<Refreshed> {
    const { accounts } = this.#store;
    const key = await this.#refreshKey();
    const token = readRefreshToken(key, refreshToken);
    if (token === undefined) return ended;
    const session = await accounts.sessionByRefresh(token.hash);
    if (session === undefined) {
      await this.end(token.sessionId);
      const known = await accounts.session(token.sessionId);
      return known !== undefined && (await this.#isClosed(known.userId)) ? disabled : ended;
    }
    const refused = await this.#refusal(session);
    if (refused !== undefined) return refused;
    const next = nextRefreshToken(key, token);
    // Where another request was faster it has put the same token there.
    if (session.refreshHash === token.hash) {
      await accounts.rotate(session.id, token.hash, next.hash, this.#clock.now());
    }
    return { ok: true, granted: await this.#granted(session.userId, session.id, next.text) };
  }

  /** Which session a token speaks for when somebody signs out; it may have run out long ago. */
  async toSignOut(accessToken: string): Promise<string | undefined> {
    const now = this.#clock.now();
    return (await readAccessToken(this.#accessKey, accessToken, now, true))?.sessionId;
  }

  async end(sessionId: string): Promise<void> {
    const [known] = await this.#store.accounts.endedAmong([sessionId]);
    if (known !== undefined) return;
    await this.#store.accounts.endSession(sessionId, this.#clock.now());
    this.#bus.publish([{ type: 'session_ended', sessionId }]);
  }

  async endAllOf(userId: UserId): Promise<void> {
    const ids = await this.#store.accounts.endSessionsOf(userId, this.#clock.now());
    this.#bus.publish(ids.map((sessionId) => ({ type: 'session_ended', sessionId })));
  }

  async #refusal(session: Session) {
    // First of all: it makes the device wipe itself (S12), also when it was off all the time.
    if (await this.#isClosed(session.userId)) {
      await this.end(session.id);
      return disabled;
    }
    if (session.endedAt !== null) return ended;
    if (this.#clock.now() - session.seenAt <= SESSION_IDLE_MS) return undefined;
    await this.end(session.id);
    return ended;
  }

  async #isClosed(userId: UserId): Promise<boolean> {
    const user = await this.userOf(userId);
    return user === undefined || user.disabledAt !== null;
  }

  async #granted(userId: UserId, sessionId: string, refreshToken: string): Promise<SessionGranted> {
    const now = this.#clock.now();
    const access = await makeAccessToken(this.#accessKey, userId, sessionId, now);
    return { userId, ...access, refreshToken };
  }
}
