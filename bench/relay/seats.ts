import { uuid7Generator } from '../../shared/domain/uuid.ts';
import type { ChannelId, DeviceId, OpId, UserId } from '../../shared/domain/ids.ts';
import { commands } from '../../shared/commands/registry.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { MemoryBus } from '../../server/bus/memory.ts';
import { People } from '../../server/services/accounts/people.ts';
import { Passwords } from '../../server/services/accounts/passwords.ts';
import { Sessions } from '../../server/services/accounts/sessions.ts';
import { openStore, placeOf } from '../../server/store/open.ts';
import type { Store } from '../../server/store/port.ts';

export interface Seats {
  channelId: ChannelId;
  /** One access token a person; all are members of the channel. */
  tokens: string[];
}

/**
 * Fills a relay's data folder, or the database at a `postgres://` URL, with one channel of so many
 * people, and signs each of them in.
 */
export async function fillSeats(where: string, count: number): Promise<Seats> {
  const { channelIds, tokens } = await fillTables(where, count, 1);
  return { channelId: channelIds[0]!, tokens };
}

/** The same people dealt out to several channels: person n is in channel n modulo `channels`. */
export async function fillTables(
  where: string,
  count: number,
  channels: number,
): Promise<{ channelIds: ChannelId[]; tokens: string[] }> {
  const store = await openStore(placeOf(where), { clock: nodeClock, random: Math.random });
  const bus = new MemoryBus((error) => {
    throw error;
  });
  const newId = uuid7Generator(nodeClock.now);
  const people = new People({ store, clock: nodeClock, passwords: new Passwords() });
  const sessions = new Sessions({ store, bus, clock: nodeClock });
  const ids: UserId[] = [];
  const tokens: string[] = [];
  for (let i = 0; i < count; i++) {
    const id = await people.add({
      ...{ name: `person-${i}`, displayName: `Person ${i}`, role: 'member', title: '' },
    });
    ids.push(id);
    const device = { id: newId() as DeviceId, name: 'bench' };
    tokens.push((await sessions.open(id, device)).accessToken);
  }
  const channelIds: ChannelId[] = [];
  for (let table = 0; table < channels; table++) {
    const seated = ids.filter((_, n) => n % channels === table);
    channelIds.push(await makeChannel(store, seated, `bench-${table}`, newId));
  }
  await store.close();
  await bus.close();
  return { channelIds, tokens };
}

async function makeChannel(
  store: Store,
  [first, ...others]: readonly UserId[],
  name: string,
  newId: () => string,
): Promise<ChannelId> {
  const channelId = newId() as ChannelId;
  const actor = { userId: first!, role: 'member' as const };
  const create = commands.get('channel.create')!;
  const invite = commands.get('channel.invite')!;
  const made = { name, type: 'public', topic: '', userIds: [] };
  const group = [{ op: channelId as string as OpId, actor, spec: create, args: made as never }];
  await store.commit(group, nodeClock.now());
  for (let at = 0; at < others.length; at += 100) {
    const args = { channelId, userIds: others.slice(at, at + 100) } as never;
    await store.commit([{ op: newId() as OpId, actor, spec: invite, args }], nodeClock.now());
  }
  return channelId;
}
