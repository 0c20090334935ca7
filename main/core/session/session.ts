import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { DeviceId } from '../../../shared/domain/ids.ts';
import {
  acceptInviteRequest,
  signInRequest,
  type SessionGranted,
  type WorkspaceInfo,
} from '../../../shared/protocol/http.ts';
import type { AccountProblem, SignInProblem } from '../../../shared/rpc/problems.ts';
import type { Result } from '../../../shared/rpc/result.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { KEYCHAIN_NOTE } from '../keys/open-key-store.ts';
import { parseAddress } from './address.ts';
import { rotateKey, settledKey } from './cache-key.ts';
import { AccessTokens, type AccessAnswer } from './access-tokens.ts';
import { ProfileFile, type Profile } from './profile-file.ts';
import type { RelayHttp, RelayProblem } from './relay-http.ts';
import { SessionKeys } from './session-keys.ts';

export interface SessionOptions {
  /** The profile's folder. */
  dir: string;
  /** Files in it that hold the workspace's data, by name: what a wipe removes. */
  files: readonly string[];
  /** Closes whatever holds these files open; runs before they are removed. */
  closeFiles: () => void;
  relay: RelayHttp;
  keyStore: KeyStore;
  clock: Clock;
  /** A UUIDv7. */
  newId: () => string;
  randomHex: (bytes: number) => string;
  /** What the owner calls this computer, shown in the list of devices. */
  deviceName: string;
  /** Whether plain HTTP to other computers is allowed. */
  allowInsecure: boolean;
  log: (message: string, detail?: Record<string, unknown>) => void;
}

/** Signing in; who is signed in; the tokens of it; signing out; and the wipe (S12). */
export class Session {
  readonly #options: SessionOptions;
  readonly #file: ProfileFile;
  readonly #keys: SessionKeys;
  readonly #tokens: AccessTokens;
  #profile: Profile | null;
  /** Kept over failed tries, so that a relay does not list a device for each. */
  #newDevice: DeviceId | null = null;

  private constructor(options: SessionOptions, file: ProfileFile, profile: Profile | null) {
    this.#options = options;
    this.#file = file;
    this.#profile = profile;
    this.#keys = new SessionKeys(options.keyStore);
    const { relay, clock, log } = options;
    this.#tokens = new AccessTokens({ relay, keys: this.#keys, clock, log });
  }

  /**
   * Reads who is signed in. A wipe that was cut short is finished.
   *
   * @throws {ProfileError} where the profile's folder fails
   */
  static async open(options: SessionOptions): Promise<Session> {
    const file = new ProfileFile(options.dir);
    const session = new Session(options, file, file.read());
    await session.#finishWipe();
    return session;
  }

  /** Null: nobody is signed in. */
  get profile(): Profile | null {
    return this.#profile;
  }

  async checkAddress(
    text: string,
  ): Promise<Result<WorkspaceInfo & { address: string; secure: boolean }, SignInProblem>> {
    const parsed = parseAddress(text, this.#options.allowInsecure);
    if (parsed === undefined) return { ok: false, code: 'bad_address' };
    const info = await this.#options.relay.workspace(parsed.address);
    if (!info.ok) return asSignIn(info);
    return { ok: true, value: { ...info.value, ...parsed } };
  }

  signIn(args: {
    address: string;
    name: string;
    password: string;
  }): Promise<Result<null, SignInProblem>> {
    return this.#enter(args.address, 'bad_credentials', (device, address) => {
      const request = signInRequest.safeParse({ name: args.name, password: args.password, device });
      return request.success ? this.#options.relay.signIn(address, request.data) : undefined;
    });
  }

  async acceptInvite(args: {
    address: string;
    code: string;
    password: string;
  }): Promise<Result<null, SignInProblem>> {
    if (!acceptInviteRequest.shape.password.safeParse(args.password).success) {
      return { ok: false, code: 'weak_password' };
    }
    return this.#enter(args.address, 'invite_invalid', (device, address) => {
      const { code, password } = args;
      const request = acceptInviteRequest.safeParse({ code, password, device });
      return request.success ? this.#options.relay.acceptInvite(address, request.data) : undefined;
    });
  }

  /**
   * An access token that is good for two minutes at least; `rejected` is one that the relay did
   * not take. `ended`: sign in again. `disabled`: wipe.
   */
  async accessToken(rejected?: string): Promise<AccessAnswer> {
    if (this.#profile === null) return { ok: false, reason: 'ended' };
    return this.#tokens.get(this.#profile, rejected);
  }

  /**
   * The key of the cache, 64 hex digits. Undefined: it is not in the store, so what the cache
   * holds cannot be read again.
   *
   * @throws {KeyStoreError}
   */
  async cacheKey(): Promise<string | undefined> {
    if (this.#profile === null) return undefined;
    return settledKey(this.#keys, this.#options.dir, this.#profile.deviceId);
  }

  /**
   * Gives the cache, which nobody may have open, another key.
   *
   * @throws {KeyStoreError} {CacheError} or the file system's error; the cache opens as before then
   */
  async changeCacheKey(): Promise<string | undefined> {
    if (this.#profile === null) return undefined;
    const next = this.#options.randomHex(32);
    return rotateKey(this.#keys, this.#options.dir, this.#profile.deviceId, next);
  }

  /** Asks the relay itself for a token, whatever is here (S12). */
  async reachRelay(): Promise<AccessAnswer> {
    await this.#tokens.forget();
    return this.accessToken();
  }

  /** Ends the session on the relay, as far as it can be reached, and wipes this computer. */
  async signOut(): Promise<void> {
    const profile = this.#profile;
    if (profile === null) return;
    const access = await this.#tokens.get(profile);
    if (access.ok) {
      const ended = await this.#options.relay.signOut(profile.address, access.token);
      if (!ended.ok) this.#options.log('the relay was not told', { code: ended.code });
    }
    await this.wipe();
  }

  /** S12: keys first, then who was signed in, then the data. One that stays stops no other. */
  async wipe(): Promise<void> {
    const profile = this.#profile;
    this.#profile = null;
    this.#newDevice = null;
    await this.#tokens.forget();
    if (profile !== null) {
      await this.#keys.remove(profile.deviceId).catch(this.#stays);
    }
    this.#options.closeFiles();
    try {
      this.#file.remove();
    } catch (error) {
      this.#stays(error);
    }
    this.#removeFiles();
  }

  readonly #stays = (error: unknown): void =>
    this.#options.log('part of the profile stays', { error: String(error) });

  #removeFiles(): void {
    for (const name of [...this.#options.files, KEYCHAIN_NOTE]) {
      try {
        rmSync(join(this.#options.dir, name), { force: true, recursive: true, maxRetries: 3 });
      } catch (error) {
        this.#stays(error);
      }
    }
  }

  /** Keys without a profile, or files without keys, are what a wipe leaves that was cut short. */
  async #finishWipe(): Promise<void> {
    if (this.#profile === null) return this.#removeFiles();
    const { deviceId } = this.#profile;
    try {
      if ((await this.#keys.cacheKey(deviceId)) !== undefined) return;
      if ((await this.#keys.refreshToken(deviceId)) !== undefined) return;
    } catch {
      // The store is away, which says nothing of what it holds.
      return;
    }
    await this.wipe();
  }

  async #enter(
    text: string,
    malformed: SignInProblem,
    ask: (
      device: { id: DeviceId; name: string },
      address: string,
    ) => Promise<Result<SessionGranted, RelayProblem>> | undefined,
  ): Promise<Result<null, SignInProblem>> {
    const checked = await this.checkAddress(text);
    if (!checked.ok) return checked;
    const { address, name: workspace } = checked.value;
    this.#newDevice ??= this.#options.newId() as DeviceId;
    const before = this.#profile;
    const deviceId = before?.address === address ? before.deviceId : this.#newDevice;
    const name = this.#options.deviceName.slice(0, 120) || 'Balai';
    const granted = await ask({ id: deviceId, name }, address);
    if (granted === undefined) return { ok: false, code: malformed };
    if (!granted.ok) return asSignIn(granted);
    return this.#keep(
      { address, workspace, userId: granted.value.userId, deviceId },
      granted.value,
    );
  }

  /** Secrets first, the profile last: it says that all of it is here. */
  async #keep(profile: Profile, granted: SessionGranted): Promise<Result<null, SignInProblem>> {
    const before = this.#profile;
    const same = before?.address === profile.address && before.userId === profile.userId;
    let problem: SignInProblem = 'key_store';
    try {
      // Somebody else's data never becomes this person's.
      if (before !== null && !same) await this.wipe();
      await this.#tokens.forget();
      if (!same || (await this.#keys.cacheKey(profile.deviceId)) === undefined) {
        this.#options.closeFiles();
        this.#removeFiles();
        await this.#keys.setCacheKey(profile.deviceId, this.#options.randomHex(32));
      }
      await this.#keys.setRefreshToken(profile.deviceId, granted.refreshToken);
      problem = 'storage';
      this.#file.write(profile);
    } catch (error) {
      this.#options.log('signed in, but not kept', { error: String(error) });
      await this.#options.relay.signOut(profile.address, granted.accessToken);
      if (!same) await this.#keys.remove(profile.deviceId).catch(() => undefined);
      return { ok: false, code: problem };
    }
    this.#profile = profile;
    this.#newDevice = null;
    this.#tokens.take(granted);
    return { ok: true, value: null };
  }
}

/** Only a refresh ends a session; to somebody who signs in it would mean a relay that errs. */
function asSignIn(failed: { ok: false; code: RelayProblem; retryAfterMs?: number }): {
  ok: false;
  code: SignInProblem;
  retryAfterMs?: number;
} {
  const { code, ...rest } = failed;
  return { ...rest, code: isOfAccounts(code) ? 'unavailable' : code };
}

/** What only the routes about accounts answer. */
const isOfAccounts = (code: RelayProblem): code is Exclude<AccountProblem, SignInProblem> =>
  ['session_ended', 'forbidden', 'name_taken', 'not_found', 'invalid'].includes(code);
