import type { CommandSpec } from '../../../shared/commands/command.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import type { OpId, UserId } from '../../../shared/domain/ids.ts';
import { userNameKey } from '../../../shared/domain/kinds/name.ts';
import type { Role, User } from '../../../shared/domain/kinds/user.ts';
import type { RefusalCode } from '../../../shared/domain/refusal.ts';
import { orgScope, registryScope } from '../../../shared/domain/scope.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import type { Bus } from '../../bus/port.ts';
import type { Outcome, Store, Submitted } from '../../store/port.ts';
import { getRow } from '../../store/read-row.ts';
import { bySystem } from '../system-actor.ts';
import { userAdd } from './commands/user-add.ts';
import { userDisable } from './commands/user-disable.ts';
import { userUpdate } from './commands/user-update.ts';
import { INVITE_MS, inviteHash, makeInviteCode } from './invite-code.ts';
import type { Passwords } from './passwords.ts';
import { secureRandom, type RandomBytes } from './secrets.ts';

export interface NewPerson {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly title: string;
}

/** A command of the relay's own was refused. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(`refused: ${code}`);
    this.code = code;
  }
}

interface PeopleDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly random?: RandomBytes;
  /** Told of sessions that end here. Other processes see it in the store (S13). */
  readonly bus?: Bus;
  /** How commands are carried out where a relay runs, which tells of them; else by the store. */
  readonly submit?: (command: Submitted) => Promise<Outcome>;
}

/** What an administrator does with people: their rows, and how they sign in. */
export class People {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #passwords: Passwords;
  readonly #random: RandomBytes;
  readonly #bus: Bus | undefined;
  readonly #submit: (command: Submitted) => Promise<Outcome | undefined>;
  readonly #newId: () => string;

  constructor({ store, clock, passwords, random = secureRandom, bus, submit }: PeopleDeps) {
    this.#store = store;
    this.#clock = clock;
    this.#passwords = passwords;
    this.#random = random;
    this.#bus = bus;
    this.#submit =
      submit ?? (async (command) => (await store.commit([command], clock.now())).outcomes[0]);
    this.#newId = uuid7Generator(() => clock.now(), random);
  }

  async find(name: string): Promise<User | undefined> {
    const held = await getRow(this.#store, registryScope, 'name', userNameKey(name));
    return held === undefined ? undefined : getRow(this.#store, orgScope, 'user', held.holder);
  }

  /** @throws {Refused} `name_taken` */
  async add(person: NewPerson): Promise<UserId> {
    const id = this.#newId();
    await this.#run(userAdd, id, { ...person });
    return id as UserId;
  }

  /** @throws {Refused} `not_found` */
  async update(userId: UserId, changes: Partial<Omit<NewPerson, 'name'>>): Promise<void> {
    await this.#run(userUpdate, this.#newId(), { userId, ...changes });
  }

  /** Closes the account and ends what is open, or opens the account again. */
  async setDisabled(userId: UserId, disabled: boolean): Promise<void> {
    await this.#run(userDisable, this.#newId(), { userId, disabled });
    if (disabled) await this.#endSessions(userId);
  }

  /** Whoever was signed in with the password before is signed out. */
  async setPassword(user: User, password: string): Promise<void> {
    const passwordHash = await this.#passwords.hash(password);
    const userId = user.id as UserId;
    const added = await this.#store.accounts.addAccount({ userId, name: user.name, passwordHash });
    if (!added) await this.#store.accounts.setPassword(userId, passwordHash);
    await this.#endSessions(userId);
  }

  /** A new invitation, in the place of those before. The code is not kept. */
  async invite(user: User): Promise<{ code: string; expiresAt: number }> {
    const userId = user.id as UserId;
    await this.#store.accounts.addAccount({ userId, name: user.name, passwordHash: null });
    const code = makeInviteCode(this.#random);
    const expiresAt = this.#clock.now() + INVITE_MS;
    const codeHash = inviteHash(code);
    await this.#store.accounts.addInvite({ codeHash, userId, expiresAt, usedAt: null });
    return { code, expiresAt };
  }

  async #endSessions(userId: UserId): Promise<void> {
    const ids = await this.#store.accounts.endSessionsOf(userId, this.#clock.now());
    this.#bus?.publish(ids.map((sessionId) => ({ type: 'session_ended', sessionId })));
  }

  async #run<Name extends string, Args>(
    spec: CommandSpec<Name, Args>,
    op: string,
    args: Args,
  ): Promise<void> {
    const outcome = await this.#submit(bySystem(spec, op as OpId, args));
    if (outcome?.ok === false) throw new Refused(outcome.refusal.code);
  }
}
