import {
  defineCommand,
  type AnySpec,
  type Key,
  type NewRow,
} from '../../../shared/commands/command.ts';
import type { ArgsOf, CommandName } from '../../../shared/commands/registry.ts';
import type { ChannelId, OpId, UserId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permissions.ts';
import type { Kind, Row, Rows } from '../../../shared/domain/registry.ts';
import { channelScope, orgScope, type Scope } from '../../../shared/domain/scope.ts';
import { uuid7Generator } from '../../../shared/domain/uuid.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { SeededRandom } from '../../../shared/testing/random.ts';
import { z } from 'zod';
import { submitted } from '../../services/commands/submitted.ts';
import type { GroupResult, Outcome, Page, Store, StoredRow, Submitted } from '../port.ts';

export const relay: Actor = {
  userId: '00000000-0000-8000-8000-000000000000' as UserId,
  role: 'system',
};

interface Putting {
  readonly scope: Scope;
  readonly row: NewRow;
}

/** Writes rows as they are: how tests make people, and rows that no command makes. */
const put = defineCommand<'test.put', { rows: readonly Putting[] }>({
  name: 'test.put',
  args: z.custom<{ rows: readonly Putting[] }>(),
  lane: () => orgScope,
  needs: (args) => args.rows.map(({ scope, row }): Key => ({ scope, kind: row.kind, id: row.id })),
  run(work, args) {
    for (const { scope, row } of args.rows) work.put(scope, row);
    return undefined;
  },
});

/** A small company on a store under test: shorthand for what every test needs. */
export class Office {
  readonly store: Store;
  readonly clock = new FakeClock();
  readonly newId: () => string;

  constructor(store: Store, seed = 1) {
    this.store = store;
    const random = new SeededRandom(seed);
    this.newId = uuid7Generator(this.clock.now, (length) => random.bytes(length));
  }

  op = (): OpId => this.newId() as OpId;

  async person(name: string, role: Rows['user']['role'] = 'member'): Promise<Actor> {
    const userId = this.newId() as UserId;
    await this.put(orgScope, {
      kind: 'user',
      id: userId,
      name: name.toLowerCase().replaceAll(' ', '.'),
      displayName: name,
      role,
      ...{ bot: false, title: '', department: '', location: '', timeZone: 'Asia/Jakarta' },
      ...{ status: null, disabledAt: null },
    });
    return { userId, role };
  }

  async put(scope: Scope, ...rows: NewRow[]): Promise<GroupResult> {
    const args = { rows: rows.map((row) => ({ scope, row })) } as never;
    const spec = put as unknown as AnySpec;
    return this.store.commit([{ op: this.op(), actor: relay, spec, args }], this.clock.now());
  }

  command<N extends CommandName>(
    actor: Actor,
    name: N,
    args: ArgsOf<N>,
    op: OpId = this.op(),
  ): Submitted {
    return submitted(actor, { op, name, args });
  }

  send(actor: Actor, channelId: ChannelId, text: string, op: OpId = this.op(), rootId?: string) {
    const args = { channelId, rootId: rootId ?? null, broadcast: false, text, attachments: [] };
    return this.command(actor, 'message.send', args as ArgsOf<'message.send'>, op);
  }

  commit(...group: Submitted[]): Promise<GroupResult> {
    return this.store.commit(group, this.clock.now());
  }

  async run(command: Submitted): Promise<Outcome> {
    const { outcomes } = await this.commit(command);
    return outcomes[0]!;
  }

  async channel(owner: Actor, name: string, people: readonly Actor[] = []): Promise<ChannelId> {
    const userIds = people.map(({ userId }) => userId);
    const args = { name, type: 'public' as const, topic: '', userIds };
    const command = this.command(owner, 'channel.create', args);
    const outcome = await this.run(command);
    if (!outcome.ok) throw new Error(`no channel: ${outcome.refusal.code}`);
    return command.op as string as ChannelId;
  }

  pull(scope: Scope, after = 0, upTo: number | null = null, limit = 10_000): Promise<Page> {
    return this.store.pull(scope, after, upTo, limit, 100_000_000);
  }

  async row<K extends Kind>(scope: Scope, kind: K, id: string): Promise<Rows[K] | undefined> {
    const [found] = await this.store.get([{ scope, kind, id }]);
    return found === undefined ? undefined : (JSON.parse(found.json) as Rows[K]);
  }

  async head(scope: Scope): Promise<number> {
    return (await this.store.heads([scope]))[0]!.head;
  }

  async texts(channelId: ChannelId): Promise<string[]> {
    const { rows } = await this.pull(channelScope(channelId));
    return rowsOf(rows).flatMap((row) =>
      row.kind === 'message' && row.system === null ? [row.text] : [],
    );
  }
}

export const rowsOf = (rows: readonly StoredRow[]): Row[] =>
  rows.map(({ json }) => JSON.parse(json) as Row);
