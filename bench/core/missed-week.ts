import { join } from 'node:path';
import { commands, type ArgsOf, type CommandName } from '../../shared/commands/registry.ts';
import type { ChannelId, OpId, UserId } from '../../shared/domain/ids.ts';
import { uuid7Generator } from '../../shared/domain/uuid.ts';
import { SeededRandom } from '../../shared/testing/random.ts';
import { nodeClock } from '../../main/entry/node-clock.ts';
import { People } from '../../server/services/accounts/people.ts';
import { Passwords } from '../../server/services/accounts/passwords.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import type { Store, Submitted } from '../../server/store/port.ts';
import { OfficeTexts } from './office-texts.ts';
import { writeStraight } from './write-straight.ts';

const GROUP = 250;
const WEEK_MS = 7 * 86_400_000;

export interface MissedWeek {
  readonly name: string;
  readonly password: string;
  readonly channels: readonly ChannelId[];
  /** The other person, with the same password. */
  readonly writer: string;
  /** Adds the messages of that time, at all hours of it and in all channels alike. */
  fill(messages: number): Promise<void>;
  /** The same, past the relay's commands, for a million; call it while no relay runs. */
  fillStraight(messages: number): void;
}

/** A relay's data folder with two people, and channels that both are in for so long. */
export async function prepareWeek(
  dir: string,
  channelCount: number,
  ms = WEEK_MS,
): Promise<MissedWeek> {
  const file = join(dir, 'relay.db');
  const random = new SeededRandom(3);
  const texts = new OfficeTexts(random);
  let now = nodeClock.now() - ms;
  const newId = uuid7Generator(() => now);
  const password = 'one two three four';
  const [reader, writer] = await within(file, async (store) => {
    const people = new People({ store, clock: nodeClock, passwords: new Passwords() });
    const add = async (name: string): Promise<UserId> => {
      const id = await people.add({ name, displayName: name, role: 'member', title: '' });
      const found = await people.find(name);
      if (found === undefined) throw new Error(`${name} is missing`);
      await people.setPassword(found, password);
      return id;
    };
    return [await add('reader'), await add('writer')] as const;
  });
  const asked = <N extends CommandName>(op: string, name: N, args: ArgsOf<N>): Submitted => ({
    op: op as OpId,
    actor: { userId: writer, role: 'member' },
    spec: commands.get(name)!,
    args: args as never,
  });
  const channels = Array.from({ length: channelCount }, () => newId() as ChannelId);
  await within(file, async (store) => {
    for (const [i, channelId] of channels.entries()) {
      const made = { name: `kanal-${i}`, type: 'private' as const, topic: '', userIds: [reader] };
      await store.commit([asked(channelId, 'channel.create', made)], now);
    }
  });
  const fill = (messages: number): Promise<void> =>
    within(file, async (store) => {
      const start = now;
      for (let at = 0; at < messages; at += GROUP) {
        now = start + Math.floor((at / messages) * ms);
        const group = Array.from({ length: GROUP }, () => {
          const args = { channelId: random.pick(channels), rootId: null, broadcast: false };
          return asked(newId(), 'message.send', { ...args, text: texts.text(), attachments: [] });
        });
        await store.commit(group, now);
      }
    });
  const fillStraight = (messages: number): void => {
    writeStraight({ file, channels, authorId: writer, messages, from: now, ms, texts });
  };
  return { name: 'reader', password, channels, writer: 'writer', fill, fillStraight };
}

async function within<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ file });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
