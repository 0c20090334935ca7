import { nodeClock } from '../../main/entry/node-clock.ts';
import { MemoryBus } from '../../server/bus/memory.ts';
import { userAdd } from '../../server/services/accounts/commands/user-add.ts';
import { Sessions } from '../../server/services/accounts/sessions.ts';
import { bySystem } from '../../server/services/system-actor.ts';
import { openStore, placeOf } from '../../server/store/open.ts';
import type { Store, Submitted } from '../../server/store/port.ts';
import type { AnySpec } from '../../shared/commands/command.ts';
import { commands } from '../../shared/commands/registry.ts';
import type { ChannelId, DeviceId, OpId, UserId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { sizes } from './day.ts';

const GROUP = 256;
/** As many as one command brings into a channel. */
const INVITED = 100;

/** One of those who are connected: their token, their channels, and whom they look at. */
export interface Seat {
  readonly userId: UserId;
  readonly token: string;
  readonly team: ChannelId;
  readonly department: ChannelId;
  readonly site: ChannelId;
  readonly colleagues: readonly UserId[];
}

export interface Company {
  readonly seats: readonly Seat[];
  /** Everybody is in it, connected or not. */
  readonly announcements: ChannelId;
}

const newId = uuid7Generator(nodeClock.now);

/**
 * Fills a relay's store with a company of so many people. All of them are in the directory and in
 * the announcements; whole sites of them, `sample` people, also sign in and have their teams,
 * departments and sites.
 */
export async function fillCompany(where: string, people: number, sample: number): Promise<Company> {
  const store = await openStore(placeOf(where), { clock: nodeClock, random: Math.random });
  const bus = new MemoryBus((error) => {
    throw error;
  });
  try {
    const ids = Array.from({ length: people }, () => newId() as UserId);
    await inGroups(
      store,
      ids.map((id, i) =>
        bySystem(userAdd, id as string as OpId, {
          ...{ name: `person-${i}`, displayName: `Person ${i}`, role: 'member', title: 'Staff' },
        }),
      ),
    );
    const announcements = await channelOf(store, 'announcements', ids);
    const here = ids.slice(0, sample);
    const placed = {
      team: await placesOf(store, 'team', here),
      department: await placesOf(store, 'department', here),
      site: await placesOf(store, 'site', here),
    };
    const sessions = new Sessions({ store, bus, clock: nodeClock });
    const seats: Seat[] = [];
    for (const [i, userId] of here.entries()) {
      const device = { id: newId() as DeviceId, name: 'simulated' };
      const { accessToken: token } = await sessions.open(userId, device);
      const at = i - (i % sizes.team);
      const at2 = i - (i % sizes.department);
      const colleagues = [...here.slice(at, at + sizes.team), ...here.slice(at2, at2 + 20)].filter(
        (id) => id !== userId,
      );
      const own = {
        team: placed.team[i]!,
        department: placed.department[i]!,
        site: placed.site[i]!,
      };
      seats.push({ userId, token, ...own, colleagues: [...new Set(colleagues)] });
    }
    return { seats, announcements };
  } finally {
    await store.close();
    await bus.close();
  }
}

/** For each of these people, the channel of their team, department or site. */
async function placesOf(
  store: Store,
  what: keyof typeof sizes,
  people: readonly UserId[],
): Promise<ChannelId[]> {
  const channels: ChannelId[] = [];
  for (let at = 0; at < people.length; at += sizes[what]) {
    const members = people.slice(at, at + sizes[what]);
    const channel = await channelOf(store, `${what}-${at / sizes[what]}`, members);
    channels.push(...members.map(() => channel));
  }
  return channels;
}

async function channelOf(
  store: Store,
  name: string,
  members: readonly UserId[],
): Promise<ChannelId> {
  const channelId = newId() as ChannelId;
  const actor = { userId: members[0]!, role: 'member' as const };
  const by = (
    command: 'channel.create' | 'channel.invite',
    op: string,
    args: unknown,
  ): Submitted => {
    const spec = commands.get(command) as unknown as AnySpec;
    return { op: op as OpId, actor, spec, args: args as never };
  };
  const made = { name, type: 'public', topic: '', userIds: [] };
  await inGroups(store, [by('channel.create', channelId, made)]);
  const invitations: Submitted[] = [];
  for (let at = 1; at < members.length; at += INVITED) {
    const userIds = members.slice(at, at + INVITED);
    invitations.push(by('channel.invite', newId(), { channelId, userIds }));
  }
  // Each of them writes hundreds of rows.
  for (let at = 0; at < invitations.length; at += 8) {
    await inGroups(store, invitations.slice(at, at + 8));
  }
  return channelId;
}

async function inGroups(store: Store, all: readonly Submitted[]): Promise<void> {
  for (let at = 0; at < all.length; at += GROUP) {
    const { outcomes } = await store.commit(all.slice(at, at + GROUP), nodeClock.now());
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused?.ok === false) throw new Error(`the company is refused: ${refused.refusal.code}`);
  }
}
