import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bySystem } from '../server/services/system-actor.ts';
import { userAdd } from '../server/services/accounts/commands/user-add.ts';
import { userDisable } from '../server/services/accounts/commands/user-disable.ts';
import { userUpdate } from '../server/services/accounts/commands/user-update.ts';
import { pagePictureOpen } from '../server/services/previews/commands/page-picture-open.ts';
import { previewSet } from '../server/services/previews/commands/preview-set.ts';
import { workspaceSet } from '../server/services/workspace/workspace-set.ts';
import { submitted } from '../server/services/commands/submitted.ts';
import type { Store, Submitted } from '../server/store/port.ts';
import type { Db } from '../server/store/sqlite/database.ts';
import type { ArgsOf, CommandName } from '../shared/commands/registry.ts';
import type { ChannelId, MessageId, OpId, UserId } from '../shared/domain/ids.ts';
import type { Role } from '../shared/domain/kinds/user.ts';
import { uuid7Generator } from '../shared/domain/uuid.ts';
import { START } from '../shared/testing/office.ts';
import { SeededRandom } from '../shared/testing/random.ts';
import { Desk } from './desk.ts';
import { Ledger } from './ledger.ts';
import { HintBus, type BusFaults } from './network/hint-bus.ts';
import { picture } from './page-pictures.ts';
import type { Plant } from './plants.ts';
import { profileOf, quiet, type Profile } from './profile.ts';
import { openSharedStore, RelayNode } from './relay-node.ts';
import { Story } from './story.ts';
import { Timeline } from './timeline.ts';

const staff = {
  ayu: 'member',
  budi: 'member',
  citra: 'admin',
  dewi: 'owner',
  eka: 'member',
} as const;
export type Name = keyof typeof staff;
export const names = Object.keys(staff) as Name[];

const NODES = ['node-a', 'node-b'] as const;

export interface WorldOptions {
  readonly seed: number;
  readonly plant?: Plant;
  /** Nothing goes wrong: for what must be true without any fault too. */
  readonly quiet?: boolean;
}

/** Two relay nodes over one store, several devices, and everything between them, in one process. */
export class World {
  readonly timeline = new Timeline(START);
  readonly random: SeededRandom;
  readonly profile: Profile;
  readonly plant: Plant | undefined;
  readonly story: Story;
  readonly ledger = new Ledger();
  readonly bus: HintBus;
  readonly people = new Map<Name, UserId>();
  readonly desks: Desk[] = [];
  readonly nodes = new Map<string, RelayNode>();
  readonly folder: string;
  /** Faults are over: what is wrong now is wrong. */
  readonly calm = { value: false };
  /** How often each kind of thing happened. */
  readonly deeds = new Map<string, number>();
  readonly #busFaults: BusFaults;
  readonly #disabled = new Set<UserId>();
  readonly #newId: () => string;
  readonly newOp = (): OpId => this.#newId() as OpId;
  /** Who sees all: a third process on the store, as the admin command line is one. */
  readonly #admin: { db: Db; store: Store };

  private constructor({ seed, plant, quiet: still = false }: WorldOptions) {
    this.random = new SeededRandom(seed);
    this.profile = still ? quiet : profileOf(this.random);
    this.plant = plant;
    this.story = new Story(this.timeline.now);
    this.#busFaults = { ...this.profile.bus };
    this.bus = new HintBus(this.timeline, this.random, this.#busFaults);
    this.folder = mkdtempSync(join(tmpdir(), 'balai-fuzz-'));
    mkdirSync(this.folder, { recursive: true });
    this.#newId = uuid7Generator(this.timeline.now, (length) => this.random.bytes(length));
    this.#admin = openSharedStore(this.storeFile, (error) => this.ledger.found(String(error)));
  }

  static async open(options: WorldOptions): Promise<World> {
    const world = new World(options);
    const named = bySystem(workspaceSet, world.newOp(), { name: 'Nusa Mandiri' });
    await world.administer(named);
    for (const name of names) {
      const op = world.newOp();
      const args = { name, displayName: name, role: staff[name], title: '' };
      await world.administer(bySystem(userAdd, op, args));
      world.people.set(name, op as string as UserId);
    }
    for (const name of NODES) await world.startNode(name);
    return world;
  }

  get storeFile(): string {
    return join(this.folder, 'relay.db');
  }

  get store(): Store {
    return this.#admin.store;
  }

  get storeDb(): Db {
    return this.#admin.db;
  }

  id(name: Name): UserId {
    return this.people.get(name)!;
  }

  nameOf(userId: string): Name {
    return names.find((name) => this.people.get(name) === userId)!;
  }

  /** ms that something is on its way between a device and a node. */
  delay(): number {
    const { quickest, slowest } = this.calm.value ? quiet.network : this.profile.network;
    return quickest + this.random.int(slowest - quickest + 1);
  }

  someNode(): RelayNode | undefined {
    const up = [...this.nodes.values()].filter((node) => node.up);
    return up.length === 0 ? undefined : this.random.pick(up);
  }

  /** A node that finds the store away at its start ends, as the program does. */
  async startNode(name: string): Promise<void> {
    const skew = this.profile.nodeSkew === 0 ? 0 : this.random.int(this.profile.nodeSkew);
    const node = new RelayNode(this, name, skew);
    const start: { up: boolean | null } = { up: null };
    node.start().then(
      () => (start.up = true),
      () => (start.up = false),
    );
    while (start.up === null) await this.timeline.until(this.timeline.now() + 10);
    if (!start.up) node.kill();
    this.nodes.set(name, node);
    this.story.tell(name, node.up ? 'is up' : 'finds no store, and ends');
  }

  addDesk(name: Name, device = ''): Desk {
    const desk = new Desk(this, `${name}${device}`, this.id(name));
    this.desks.push(desk);
    desk.start();
    return desk;
  }

  /** What the admin command line does, beside the running nodes. */
  async administer(command: Submitted): Promise<void> {
    const group = [command];
    this.ledger.committed(group, await this.store.commit(group, this.timeline.now()));
  }

  /** What somebody did before the run began. */
  async did<N extends CommandName>(who: Name, name: N, args: ArgsOf<N>): Promise<string> {
    const op = this.newOp();
    const actor = { userId: this.id(who), role: staff[who] as Role };
    await this.administer(submitted(actor, { op, name, args }));
    const outcome = this.ledger.outcomes.get(op);
    if (outcome?.ok !== true) throw new Error(`${name} was refused: ${JSON.stringify(outcome)}`);
    return op;
  }

  async channel(
    owner: Name,
    name: string,
    type: 'public' | 'private',
    people: readonly Name[],
  ): Promise<ChannelId> {
    const userIds = people.map((one) => this.id(one));
    return (await this.did(owner, 'channel.create', {
      name,
      type,
      topic: '',
      userIds,
    })) as ChannelId;
  }

  isDisabled(userId: UserId): boolean {
    return this.#disabled.has(userId);
  }

  /** A page was asked what it is about. */
  async preview(channelId: ChannelId, messageId: MessageId, url: string): Promise<void> {
    const fileId = this.newOp();
    await this.administer(bySystem(pagePictureOpen, this.newOp(), { channelId, fileId }));
    const words = { url, title: 'Harga beras', text: '', site: 'a.id' };
    const args = { channelId, messageId, place: 0, words, picture: picture(fileId) };
    await this.administer(bySystem(previewSet, this.newOp(), args));
  }

  async setDisabled(name: Name, disabled: boolean): Promise<void> {
    const userId = this.id(name);
    this.story.tell('admin', `${disabled ? 'closes' : 'opens'} the account of ${name}`);
    await this.administer(bySystem(userDisable, this.newOp(), { userId, disabled }));
    if (disabled) this.#disabled.add(userId);
    else this.#disabled.delete(userId);
  }

  async setRole(name: Name, role: Role): Promise<void> {
    this.story.tell('admin', `makes ${name} ${role}`);
    await this.administer(bySystem(userUpdate, this.newOp(), { userId: this.id(name), role }));
  }

  /** From now on nothing goes wrong any more. */
  async calmDown(): Promise<void> {
    this.calm.value = true;
    Object.assign(this.#busFaults, quiet.bus);
    for (const name of NODES) while (!this.nodes.get(name)!.up) await this.startNode(name);
    for (const desk of this.desks) {
      if (!desk.online) desk.setOnline(true);
      if (desk.wiped && !this.isDisabled(desk.userId)) desk.signInAgain();
      else if (!desk.running && !desk.wiped) desk.start();
    }
  }

  /** Lets so much time pass, ms. */
  async pass(ms: number): Promise<void> {
    await this.timeline.until(this.timeline.now() + ms);
    this.ledger.check();
  }

  async close(): Promise<void> {
    for (const desk of this.desks) desk.end();
    for (const node of this.nodes.values()) if (node.up) node.kill();
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
