import type { ChannelId, DeviceId, UserId } from '../../shared/domain/ids.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { MemoryBus } from '../bus/memory.ts';
import { Passwords } from '../services/accounts/passwords.ts';
import { People } from '../services/accounts/people.ts';
import { Sessions } from '../services/accounts/sessions.ts';
import { Office } from '../store/contract/office.ts';
import type { Store } from '../store/port.ts';

export interface SignedIn {
  readonly userId: UserId;
  readonly name: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface SignedInCompany {
  readonly channelId: ChannelId;
  readonly people: readonly SignedIn[];
}

const wallClock: Clock = { now: Date.now, after: () => () => {} };

/** A company whose people are signed in for real: relays in other processes know their tokens. */
export async function signedInCompany(store: Store, count: number): Promise<SignedInCompany> {
  const office = new Office(store);
  const bus = new MemoryBus((error) => {
    throw error;
  });
  const people = new People({ store, clock: wallClock, passwords: new Passwords() });
  const sessions = new Sessions({ store, bus, clock: wallClock });
  const all: SignedIn[] = [];
  for (let n = 0; n < count; n++) {
    const name = `person-${n}`;
    const userId = await people.add({ name, displayName: name, role: 'member', title: '' });
    const device = { id: office.newId() as DeviceId, name: 'Desk' };
    const { accessToken, refreshToken } = await sessions.open(userId, device);
    all.push({ userId, name, accessToken, refreshToken });
  }
  const actors = all.map(({ userId }) => ({ userId, role: 'member' as const }));
  const channelId = await office.channel(actors[0]!, 'umum', actors.slice(1));
  await bus.close();
  return { channelId, people: all };
}
