import type { Workspace } from '../main/core/workspace.ts';
import type { ArgsOf, CommandName } from '../shared/commands/registry.ts';
import type {
  ChannelId,
  MessageId,
  OpId,
  ScheduledId,
  TaskId,
  UserId,
} from '../shared/domain/ids.ts';
import { channelScope, orgScope, userScope } from '../shared/domain/scope.ts';
import { anId } from '../shared/testing/office.ts';
import type { SeededRandom } from '../shared/testing/random.ts';
import { generators } from './commands.ts';
import type { Desk } from './desk.ts';
import type { World } from './world.ts';

const WORDS = ['gudang', 'rapat', 'laporan', 'kirim', 'besok', 'ひろば', 'harga', 'truk'] as const;
const GROUPS = [anId(0x961), anId(0x962), anId(0x963)] as const;
const SECTIONS = [anId(0x971), anId(0x972)] as const;
const NAMES = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam'] as const;

/** Somebody at a desk: what they draw on when they do something by chance. */
export class Hands {
  readonly random: SeededRandom;
  readonly workspace: Workspace;
  readonly #world: World;
  readonly #desk: Desk;

  constructor(world: World, desk: Desk) {
    this.#world = world;
    this.#desk = desk;
    this.random = world.random;
    this.workspace = desk.workspace;
  }

  /** Draws a command by the weights and writes it into the outbox. */
  write(): void {
    const name = this.#draw();
    const args = generators[name].make(this) as ArgsOf<typeof name> | undefined;
    if (args !== undefined) this.#desk.write(name, args);
  }

  /** Mostly one that the person is in. */
  channel(): ChannelId {
    const mine = this.workspace.channels.memberships().map(({ id }) => id as ChannelId);
    return mine.length > 0 && this.random.chance(0.93) ? this.random.pick(mine) : this.anyChannel();
  }

  anyChannel(): ChannelId {
    return this.random.pick(this.#world.ledger.channels);
  }

  /** One that is on the screen; now and then one that is not here. */
  message(channelId: ChannelId): MessageId | undefined {
    if (this.random.chance(0.1)) {
      const known = this.#world.ledger.messages.filter((one) => one.channelId === channelId);
      return known.length === 0 ? undefined : this.random.pick(known).id;
    }
    const shown = this.#shown(channelId);
    return shown.length === 0 ? undefined : (this.random.pick(shown).id as MessageId);
  }

  ownMessage(channelId: ChannelId): MessageId | undefined {
    const { userId } = this.#desk;
    const own = this.#shown(channelId).filter(({ authorId }) => authorId === userId);
    const found = own.length > 0 && this.random.chance(0.9) ? this.random.pick(own) : undefined;
    return (found?.id as MessageId | undefined) ?? this.message(channelId);
  }

  /** Of this person, with a page's preview below it where there is one. */
  linkedMessage(channelId: ChannelId): MessageId | undefined {
    const { userId } = this.#desk;
    const own = this.#shown(channelId).filter(({ authorId }) => authorId === userId);
    const linked = own.filter(({ previews }) => previews.length > 0);
    const found = linked.at(-1)?.id as MessageId | undefined;
    return found ?? this.ownMessage(channelId);
  }

  /** What an edit names as the text that it saw; now and then one that was long ago (S9). */
  baseOf(channelId: ChannelId, id: MessageId): string {
    const row = this.workspace.cache.overlay.get(channelScope(channelId), 'message', id);
    return row === undefined || this.random.chance(0.1) ? id : row.op;
  }

  /** A moment that comes within the day, ms. */
  soon(): number {
    return this.#world.timeline.now() + this.random.int(40_000);
  }

  /** Something that goes out later. */
  scheduled(): { id: ScheduledId; channelId: ChannelId } | undefined {
    const { cache } = this.workspace;
    const rows = cache.overlay.list(userScope(cache.userId), 'scheduled');
    if (rows.length === 0) return undefined;
    const { id, channelId } = this.random.pick(rows);
    return { id: id as ScheduledId, channelId: channelId as ChannelId };
  }

  /** One that the person sees, or that they made. */
  poll(own: boolean): { channelId: ChannelId; messageId: MessageId } | undefined {
    const { cache, channels } = this.workspace;
    const polls = channels.memberships().flatMap(({ id }) =>
      cache.overlay
        .list(channelScope(id as ChannelId), 'poll')
        .filter(({ authorId }) => !own || authorId === cache.userId)
        .map((poll) => ({ channelId: id as ChannelId, messageId: poll.id as MessageId })),
    );
    return polls.length === 0 ? undefined : this.random.pick(polls);
  }

  task(): { channelId: ChannelId; taskId: TaskId } | undefined {
    const { cache, channels } = this.workspace;
    const tasks = channels
      .memberships()
      .flatMap(({ id }) =>
        cache.overlay
          .list(channelScope(id as ChannelId), 'task')
          .map((task) => ({ channelId: id as ChannelId, taskId: task.id as TaskId })),
      );
    return tasks.length === 0 ? undefined : this.random.pick(tasks);
  }

  /** What only administrators may do: others try it now and then, and are refused. */
  tries(): boolean {
    const { cache } = this.workspace;
    const role = cache.overlay.get(orgScope, 'user', cache.userId)?.role ?? 'member';
    return role !== 'member' || this.random.chance(0.2);
  }

  /** Something that the person is reminded of, and the claim of it that is known here. */
  reminder() {
    const { cache } = this.workspace;
    const scope = userScope(cache.userId);
    const timed = [
      ...cache.overlay.list(scope, 'saved').map((row) => ({ row, at: row.remindAt })),
      ...cache.overlay.list(scope, 'assignment').map((row) => ({ row, at: row.dueAt })),
    ];
    const all = timed.flatMap(({ row, at }) => (at === null ? [] : [{ row, at }]));
    if (all.length === 0) return undefined;
    const { row, at } = this.random.pick(all);
    const claimed = row.claim?.at === at ? (row.claim.op as OpId) : null;
    return { of: row.kind, id: row.id as MessageId, at, claimed };
  }

  /** A line of a checklist. */
  item(): { channelId: ChannelId; ownerId: TaskId; itemId: string } | undefined {
    const { cache, channels } = this.workspace;
    const items = channels.memberships().flatMap(({ id }) =>
      cache.overlay.list(channelScope(id as ChannelId), 'checklist').flatMap((list) =>
        list.items.map((item) => ({
          ...{ channelId: id as ChannelId, ownerId: list.id as TaskId, itemId: item.id },
        })),
      ),
    );
    return items.length === 0 ? undefined : this.random.pick(items);
  }

  position(channelId: ChannelId): number {
    const shown = this.#shown(channelId);
    return shown.length === 0 ? 0 : this.random.pick(shown).position;
  }

  person(): UserId {
    return this.random.pick([...this.#world.people.values()]);
  }

  text(): string {
    const { size } = this.#world.ledger.written;
    // Every eighth links to a page.
    const link = size % 8 === 0 ? ` https://kantor.id/${size}` : '';
    const text = `m${size} ${this.random.pick(WORDS)}${link}`;
    if (this.random.chance(0.15)) return `${text} <@${this.person()}>`;
    const called = size % 2 === 0 ? '<!channel>' : `<!group:${GROUPS[size % GROUPS.length]}>`;
    return this.random.chance(0.05) ? `${text} ${called}` : text;
  }

  /** One of a few groups, which may not be there. */
  group(): OpId {
    return this.random.pick(GROUPS) as OpId;
  }

  /** One that is there, where there is any. */
  knownGroup(): OpId {
    const rows = this.workspace.cache.overlay.list(orgScope, 'group');
    return rows.length === 0 ? this.group() : (this.random.pick(rows).id as OpId);
  }

  /** One that the workspace has made, as far as it is known here; rather one of the person's own. */
  emoji(): OpId | undefined {
    const all = this.workspace.cache.overlay.list(orgScope, 'emoji');
    const own = all.filter(({ authorId }) => authorId === this.#desk.userId);
    const rows = own.length > 0 ? own : all;
    return rows.length === 0 ? undefined : (this.random.pick(rows).id as OpId);
  }

  /** One of a few sections of the sidebar, which may not be there. */
  section(): OpId {
    return this.random.pick(SECTIONS) as OpId;
  }

  channelName(): string {
    return `${this.random.pick(NAMES)}-${this.random.int(4)}`;
  }

  #shown(channelId: ChannelId) {
    return this.workspace.messages.page(channelId, { from: 'newest' }, 20).messages;
  }

  #draw(): CommandName {
    const all = Object.entries(generators) as [CommandName, { weight: number }][];
    let rest = this.random.int(all.reduce((sum, [, { weight }]) => sum + weight, 0));
    for (const [name, { weight }] of all) {
      rest -= weight;
      if (rest < 0) return name;
    }
    throw new Error('the weights do not add up');
  }
}
