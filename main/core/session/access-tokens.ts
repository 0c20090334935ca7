import type { Clock } from '../../../shared/domain/clock.ts';
import type { SessionGranted } from '../../../shared/protocol/http.ts';
import type { Profile } from './profile-file.ts';
import type { RelayHttp, RelayProblem } from './relay-http.ts';
import type { SessionKeys } from './session-keys.ts';

/** With less than this left, a token is not handed out any more, ms. */
const ENOUGH_MS = 2 * 60_000;

export type AccessAnswer =
  | { ok: true; token: string; expires: number }
  | {
      ok: false;
      reason: 'ended' | 'disabled' | 'offline' | 'unavailable' | 'not_a_relay' | 'bad_certificate';
    };

export interface AccessTokensOptions {
  relay: RelayHttp;
  keys: SessionKeys;
  clock: Clock;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/**
 * Access tokens live in memory only, and are made anew from the refresh token in the key store.
 * Each refresh gives a new refresh token too; it reaches the store before anything of the new
 * pair is used, so that a kill at any moment leaves one that the relay takes.
 */
export class AccessTokens {
  readonly #options: AccessTokensOptions;
  #granted: SessionGranted | null = null;
  #refreshing: Promise<AccessAnswer> | null = null;
  #storing: Promise<void> = Promise.resolve();
  /** Grows when a session begins or ends: an answer to an older question changes nothing. */
  #session = 0;

  constructor(options: AccessTokensOptions) {
    this.#options = options;
  }

  /** A session just began with this pair, after `forget`. */
  take(granted: SessionGranted): void {
    this.#granted = granted;
  }

  /** Once it resolves, nothing of the session before is written into the store any more. */
  async forget(): Promise<void> {
    this.#session++;
    this.#granted = null;
    this.#refreshing = null;
    await this.#storing;
  }

  get(profile: Profile, rejected?: string): Promise<AccessAnswer> {
    const granted = this.#granted;
    if (granted !== null && granted.accessToken !== rejected && this.#lasts(granted)) {
      return Promise.resolve({ ok: true, token: granted.accessToken, expires: granted.expires });
    }
    if (this.#refreshing !== null) return this.#refreshing;
    const session = this.#session;
    const refreshing = this.#refresh(profile, session).finally(() => {
      if (this.#session === session) this.#refreshing = null;
    });
    this.#refreshing = refreshing;
    return refreshing;
  }

  #lasts({ expires }: SessionGranted): boolean {
    return expires - this.#options.clock.now() >= ENOUGH_MS;
  }

  async #refresh(profile: Profile, session: number): Promise<AccessAnswer> {
    const { keys, relay, log } = this.#options;
    try {
      const refreshToken = await keys.refreshToken(profile.deviceId);
      if (refreshToken === undefined) return { ok: false, reason: 'ended' };
      const answer = await relay.refresh(profile.address, refreshToken);
      if (this.#session !== session) return { ok: false, reason: 'ended' };
      if (!answer.ok) return { ok: false, reason: reasonOf[answer.code] ?? 'unavailable' };
      const storing = keys.setRefreshToken(profile.deviceId, answer.value.refreshToken);
      this.#storing = storing.catch(() => undefined);
      await storing;
      if (this.#session !== session) return { ok: false, reason: 'ended' };
      this.#granted = answer.value;
      return { ok: true, token: answer.value.accessToken, expires: answer.value.expires };
    } catch (error) {
      log('the key store failed', { error: String(error) });
      return { ok: false, reason: 'unavailable' };
    }
  }
}

const reasonOf: { readonly [C in RelayProblem]?: (AccessAnswer & { ok: false })['reason'] } = {
  session_ended: 'ended',
  bad_credentials: 'ended',
  disabled: 'disabled',
  no_relay: 'offline',
  // A captive portal answers for everybody until somebody has agreed to its terms: the person is
  // told, and it is tried again (S14).
  not_a_relay: 'not_a_relay',
  bad_certificate: 'bad_certificate',
};
