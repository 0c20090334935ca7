import { join } from 'node:path';
import type { CoreHandlers } from '../../shared/rpc/core-api.ts';
import type { Result } from '../../shared/rpc/result.ts';
import type { Topic } from '../../shared/rpc/topics.ts';
import type {
  ConnectionView,
  ProblemCode,
  SessionView,
} from '../../shared/rpc/connection-views.ts';
import { alone } from './alone.ts';
import { openCacheDoor } from './cache-door.ts';
import { CacheError } from './cache/open.ts';
import { isDamage } from './cache/cache-error.ts';
import { CACHE_FILES } from './cache/renew.ts';
import { openBlobs } from './files/blob-store.ts';
import { FILES_FOLDER } from './files/files-key.ts';
import type { Core, CoreFiles, CoreOptions } from './core-port.ts';
import { workspaceHandlers } from './handlers.ts';
import { LiveTopics } from './live/topics.ts';
import { HeldAnswers } from './notify/answer.ts';
import { PreferenceFile } from './preferences.ts';
import { Knocking } from './session/knocking.ts';
import { RelayHttp } from './session/relay-http.ts';
import { accountHandlers, Accounts } from './session/accounts.ts';
import { Session } from './session/session.ts';
import { Workspace } from './workspace.ts';

/** A cache that is damaged so often within `RENEWALS_MS` lies on a disk that must not be trusted. */
const MOST_RENEWALS = 3;
const RENEWALS_MS = 10 * 60_000;

const MB = 1_000_000;

/** Shorter ones are found by trying, characters. */
const LEAST_PASSPHRASE = 12;

const problemOfDisk: { readonly [C in CacheError['code']]: ProblemCode } = {
  wrong_key: 'wrong_key',
  corrupt: 'damaged',
  disk_full: 'disk_full',
  read_only: 'read_only',
  newer: 'client_too_old',
};

const NOT_SIGNED_IN: ConnectionView = {
  state: 'stopped',
  lastContact: null,
  nextTry: null,
  waiting: 0,
  refused: 0,
  syncing: null,
  problem: null,
  clockSkew: 0,
};

/**
 * The data core: everything behind the renderer's API, without a window and without Electron.
 *
 * @throws {ProfileError} where the profile's folder fails
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const core = new CoreSession(options);
  await core.start();
  return core;
}

/** Who is signed in, and their workspace while it is open. */
class CoreSession implements Core {
  readonly handlers: CoreHandlers;
  readonly #options: CoreOptions;
  readonly #topics: LiveTopics;
  readonly #preferences: PreferenceFile;
  #session!: Session;
  #accounts!: Accounts;
  #workspace: Workspace | null = null;
  readonly #answers = new HeldAnswers();
  /** Why there is no workspace though somebody is signed in. */
  #blocked: { state: 'locked' | 'storage'; problem: ProblemCode } | null = null;
  #ended: ProblemCode | null = null;
  /** The relay wants a new sign-in, and nothing is open that could say so. */
  #signInAgain = false;
  readonly #knocking: Knocking;
  /** One opening at a time: they wait for keys. */
  #opening: Promise<void> = Promise.resolve();
  #renewing: Promise<void> | null = null;
  #renewals: number[] = [];

  constructor(options: CoreOptions) {
    this.#options = options;
    this.#topics = new LiveTopics(options.clock);
    this.#preferences = new PreferenceFile(join(options.dir, 'preferences.json'));
    this.#knocking = new Knocking({
      clock: options.clock,
      random: options.random,
      ask: () => this.#session.reachRelay(),
      onAnswer: (answer) => void this.#answered(answer),
    });
    this.handlers = this.#guarded(this.#handlers());
  }

  async start(): Promise<void> {
    const { dir, fetch, keyStore, clock, newId, randomHex, deviceName, allowInsecure, log } =
      this.#options;
    const relay = new RelayHttp({ fetch, clock });
    this.#session = await Session.open({
      dir,
      files: [...CACHE_FILES, FILES_FOLDER],
      closeFiles: () => this.#closeWorkspace(),
      relay,
      keyStore,
      clock,
      newId,
      randomHex,
      deviceName,
      allowInsecure,
      log,
    });
    this.#accounts = new Accounts(this.#session, relay);
    await this.#openWorkspace();
  }

  get files(): CoreFiles {
    return {
      serve: async (request) =>
        (await this.#workspace?.files.serve(request)) ?? { status: 401, headers: {}, body: null },
      attach: async (chosen, bytes) =>
        (await this.#workspace?.files.attach(chosen, bytes)) ?? { ok: false, code: 'storage' },
    };
  }

  onTopics(listener: (topics: Topic[]) => void): () => void {
    return this.#topics.subscribe(listener);
  }

  networkChanged(): void {
    if (this.#blocked?.problem === 'lease_over') void this.#knocking.knock();
    else this.#workspace?.wake();
  }

  close(): Promise<void> {
    this.#closeWorkspace();
    this.#topics.close();
    return Promise.resolve();
  }

  #closeWorkspace(): void {
    this.#knocking.stop();
    this.#workspace?.close();
    this.#workspace = null;
  }

  #openWorkspace(how: { admitted?: boolean; damaged?: boolean } = {}): Promise<void> {
    this.#opening = this.#opening.then(() => this.#open(how));
    return this.#opening;
  }

  async #open({ admitted = false, damaged = false }): Promise<void> {
    const { profile } = this.#session;
    this.#closeWorkspace();
    this.#blocked = null;
    this.#signInAgain = false;
    if (profile === null) return this.#told();
    if (this.#options.keyStore.lock?.state === 'locked') {
      this.#blocked = { state: 'locked', problem: 'passphrase' };
      return this.#told();
    }
    const { dir, keyStore, clock, random, newId, client, openSocket, log } = this.#options;
    try {
      const key = await this.#session.cacheKey();
      if (key === undefined) {
        this.#blocked = { state: 'locked', problem: 'no_key' };
        return this.#told();
      }
      let present = key;
      const db = await openCacheDoor(key, {
        ...{ dir, clock, admitted, damaged, log },
        keyKind: keyStore.kind,
        changeKey: async () => {
          const next = await this.#session.changeCacheKey();
          present = next ?? present;
          return next;
        },
      });
      if (db === null) return this.#lock();
      const workspace = new Workspace({
        db,
        blobs: openBlobs(dir, present),
        fileBound: () => this.#preferences.value.keptFilesMb * MB,
        fetch: this.#options.fetch,
        address: profile.address,
        userId: profile.userId,
        client,
        clock,
        random,
        newId,
        tokens: this.#session,
        openSocket,
        topics: this.#topics,
        notices: {
          chosen: () => this.#preferences.value.noticeDetail,
          hidden: this.#options.hideNotices ?? false,
          sound: () => this.#preferences.value.noticeSound,
        },
        onRevoked: () => void this.#wipe('revoked'),
        onLeaseOver: () => void this.#openWorkspace(),
        onDamage: () => void this.#renew(),
        log,
      });
      this.#workspace = workspace;
      this.#ended = null;
      workspace.start();
      await this.#answers.send(profile.userId, this.handlers, (error) =>
        log('an answer was not sent', { error: String(error) }),
      );
    } catch (error) {
      log('the workspace does not open', { error: String(error) });
      this.#blocked =
        error instanceof CacheError
          ? {
              // A wrong key is a matter of keys; the disk is well.
              state: error.code === 'wrong_key' ? 'locked' : 'storage',
              problem: problemOfDisk[error.code],
            }
          : { state: 'locked', problem: 'no_key' };
    }
    this.#told();
  }

  /** S12: nothing is open until the relay has been reached. */
  #lock(): void {
    this.#blocked = { state: 'locked', problem: 'lease_over' };
    void this.#knocking.knock();
    this.#told();
  }

  async #answered(answer: 'in' | 'ended' | 'disabled'): Promise<void> {
    if (answer === 'in') return this.#openWorkspace({ admitted: true });
    if (answer === 'disabled') return this.#wipe('revoked');
    this.#signInAgain = true;
    this.#told();
  }

  /** A page of the open cache is damaged: the unsent is saved, and the rest fetched anew (S7). */
  #renew(): Promise<void> {
    if (this.#blocked !== null) return Promise.resolve();
    this.#renewing ??= this.#renewOnce().finally(() => (this.#renewing = null));
    return this.#renewing;
  }

  async #renewOnce(): Promise<void> {
    // Whoever met the damage is still at work on the file.
    await Promise.resolve();
    const now = this.#options.clock.now();
    this.#renewals = [...this.#renewals.filter((at) => now - at < RENEWALS_MS), now];
    if (this.#renewals.length <= MOST_RENEWALS) return this.#openWorkspace({ damaged: true });
    this.#closeWorkspace();
    this.#blocked = { state: 'storage', problem: 'damaged' };
    this.#told();
  }

  /** A call that meets the damage waits for the new cache, and is made again there. */
  #guarded(handlers: CoreHandlers): CoreHandlers {
    const guard =
      (handler: (args: never) => unknown) =>
      (args: never): unknown => {
        const before = this.#workspace;
        const again = async (error: unknown): Promise<unknown> => {
          if (!isDamage(error)) throw error;
          if (this.#workspace === before) await this.#renew();
          return handler(args);
        };
        try {
          const answer = handler(args);
          return answer instanceof Promise ? answer.catch(again) : answer;
        } catch (error) {
          if (!isDamage(error)) throw error;
          return again(error);
        }
      };
    const entries = Object.entries(handlers) as [string, (args: never) => unknown][];
    return Object.fromEntries(
      entries.map(([name, handler]) => [name, guard(handler)]),
    ) as unknown as CoreHandlers;
  }

  async #setPassphrase(
    passphrase: string | null,
  ): Promise<Result<null, 'weak_passphrase' | 'key_store'>> {
    const { lock } = this.#options.keyStore;
    if (passphrase !== null && [...passphrase].length < LEAST_PASSPHRASE) {
      return { ok: false, code: 'weak_passphrase' };
    }
    if (lock === undefined) return { ok: false, code: 'key_store' };
    try {
      await lock.protect(passphrase);
    } catch (error) {
      this.#options.log('the passphrase stays', { error: String(error) });
      return { ok: false, code: 'key_store' };
    }
    this.#told();
    return { ok: true, value: null };
  }

  /** S12: keys first, then the files; then the door is shown, with the reason. */
  async #wipe(problem: ProblemCode | null): Promise<void> {
    await this.#session.wipe();
    this.#ended = problem;
    this.#blocked = null;
    this.#told();
  }

  #told(): void {
    for (const topic of ['session', 'connection', 'sidebar', 'outbox'] as const) {
      this.#topics.changed(topic);
    }
  }

  #current(): Workspace {
    if (this.#workspace === null) throw new Error('nobody is signed in');
    return this.#workspace;
  }

  #view(): SessionView {
    const { keyStore } = this.#options;
    const { profile } = this.#session;
    const workspace = this.#workspace;
    // Whoever's session ended has to sign in again; what is here, also the unsent, waits for them.
    const over = workspace?.connection.problem === 'session_ended' || this.#signInAgain;
    const open = workspace === null ? 'locked' : 'signed_in';
    return {
      state: profile === null || over ? 'signed_out' : (this.#blocked?.state ?? open),
      problem: over ? 'session_ended' : (this.#blocked?.problem ?? this.#ended),
      address: profile?.address ?? this.#options.relayAddress,
      workspace: profile?.workspace ?? null,
      me: profile === null ? null : (workspace?.people.view(profile.userId) ?? null),
      keyStore: (keyStore.lock?.state ?? 'none') === 'none' ? keyStore.kind : 'passphrase',
    };
  }

  #handlers(): CoreHandlers {
    const ofWorkspace = workspaceHandlers(() => this.#current());
    return {
      ...ofWorkspace,
      ...alone,
      ...accountHandlers(() => this.#accounts),
      answerNotice: (answer) => {
        const closedTo = this.#workspace === null ? this.#session.profile?.userId : undefined;
        return this.#answers.give(answer, ofWorkspace, closedTo);
      },
      session: () => this.#view(),
      checkAddress: ({ address }) => this.#session.checkAddress(address),
      signIn: async (args) => {
        const result = await this.#session.signIn(args);
        if (result.ok) await this.#openWorkspace({ admitted: true });
        return result;
      },
      acceptInvite: async (args) => {
        const result = await this.#session.acceptInvite(args);
        if (result.ok) await this.#openWorkspace({ admitted: true });
        return result;
      },
      unlock: async ({ passphrase }) => {
        const { lock } = this.#options.keyStore;
        if (lock !== undefined && !(await lock.unlock(passphrase))) {
          return { ok: false, code: 'wrong_passphrase' };
        }
        await this.#openWorkspace();
        return { ok: true, value: null };
      },
      setPassphrase: ({ passphrase }) => this.#setPassphrase(passphrase),
      signOut: async ({ force }) => {
        const { waiting = 0, refused = 0 } = this.#workspace?.outboxView.counts() ?? {};
        if (!force && waiting + refused > 0) return { ok: false, code: 'unsent' };
        await this.#session.signOut();
        this.#blocked = null;
        this.#ended = null;
        this.#told();
        return { ok: true, value: null };
      },
      connection: () => this.#workspace?.connectionView() ?? NOT_SIGNED_IN,
      connectNow: async () => {
        if (this.#blocked?.problem === 'lease_over') await this.#knocking.knock();
        else if (this.#workspace === null) await this.#openWorkspace();
        else this.#workspace.connection.tryNow();
        return null;
      },
      preferences: () => this.#preferences.value,
      setPreferences: (change) => {
        this.#preferences.set(change);
        if (change.keptFilesMb !== undefined) this.#workspace?.files.makeRoom();
        this.#topics.changed('preferences');
        return null;
      },
    };
  }
}
